import { programmes, programmesOf } from '@opendpf/programmes'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setDemoStandards } from '../server/index.js'
import { countyModules } from '../testing/county.js'

const { application, cycle, difference, enrolment } = programmes.records
let server: TestServer
beforeAll(async () => {
  // a programme that names what nobody declares would stop the start
  server = await startTestServer({
    modules: countyModules,
    seed: setDemoStandards,
    seedKey: 'poverty-relief-standards-3',
    hasWork: true,
  })
})
afterAll(() => server.stop())

it('are reviewed by the federation and decided by Civil Affairs, and end by the reason that is most certain', async () => {
  const clerk = server.as({ id: 'clerk' })
  const reviewer = server.as({ id: 'reviewer' })
  const add = async (path: string, values: object): Promise<string> => {
    const { status, body } = await clerk('POST', `/api/v1/${path}`, values)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.id
  }
  const take = async (record: typeof application | typeof cycle, id: string, verb: string, values = {}, by = clerk) => {
    const { body } = await clerk('GET', `${server.path(record)}/${id}`)
    const seen = { 'if-match': `"${body.version}"` }
    const answer = await by('POST', `${server.path(record)}/${id}/do/${verb}`, values, seen)
    if (answer.status !== 200) throw new Error(`${verb}: ${answer.text}`)
  }
  for (const programme of programmesOf(server.platform.registry).keys()) {
    const id = await add('programmes/offers', { programme, year: 2026, region: places.county })
    await clerk('POST', `/api/v1/programmes/offers/${id}/do/open`, {}, { 'if-match': '"1"' })
  }
  const idNumber = composeResidentId({ addressCode: '990121', birthDate: '1970-05-01', sequence: 7 })
  const person = await add('persons/persons', { name: '示例', idNumber, division: places.village })
  const number = formatCertificateNumber({ residentId: idNumber, category: '4', grade: '1', replacement: 0 } as never)
  await add('certificates/certificates', { person, number, issueDate: '2020-06-01' })
  for (const kind of ['allowance', 'care-needed'])
    await add('persons/statuses', { person, kind, since: '2024-01-01', source: 'civil-affairs' })

  for (const name of ['living', 'nursing']) {
    const id = await add('programmes/applications', {
      programme: `poverty-relief.${name}`,
      person,
      applicant: 'self',
      channel: 'counter',
      evidence: ['idCard', 'certificate', 'account'],
    })
    for (const verb of ['submit', 'accept', 'postponeSurvey', 'passTown']) await take(application, id, verb)
    await take(application, id, 'passReview', {}, reviewer)
    const paper = { departmentDocument: '示民〔2026〕7号', departmentOn: '2026-06-15' }
    await take(application, id, 'noteApproval', paper)
    const posted = await server.write(({ read }) => read.one(application, id))
    expect(posted?.state).toBe('notice')
    await server.write(async ({ write }) => {
      await write.transition(application, { id, version: posted?.version ?? 0, verb: 'endNotice' })
    })
  }
  const held = await server.write(({ read }) => read.many(enrolment, { person }))
  expect(held.map(({ programme, fromMonth }) => `${programme} ${fromMonth}`).toSorted()).toEqual([
    'poverty-relief.living 2026-06',
    'poverty-relief.nursing 2026-06',
  ])

  const { body } = await clerk('GET', `/api/v1/persons/persons/${person}`)
  const dead = { isDeceased: true, deathDate: '2026-06-14' }
  await clerk('PATCH', `/api/v1/persons/persons/${person}`, dead, { 'if-match': `"${body.version}"` })
  await server.deliver()
  const programme = 'poverty-relief.living'
  const id = await add('programmes/cycles', { programme, month: '2026-06', division: places.county })
  await take(cycle, id, 'compute')
  server.as({ id: 'everywhere', at: 'all' })
  const actor = server.actor({ id: 'everywhere', at: 'all' })
  await server.work.done(await server.work.jobs.queue({ job: 'programmes.runCycles', input: {}, actor }))
  const found = await server.write(({ read }) => read.many(difference, { cycle: id }))
  // his certificate was cancelled with it, and the death is what is told
  expect(found.map(({ kind }) => kind)).toEqual(['death'])
})
