import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finding, openCaseDesk, papers } from '../../testing/case-desk.js'
import { exportWaiting, importAnswers } from '../../testing/national-files.js'
import { certificatesServer, createCertificatesServer } from '../certificates-server.js'

let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
const start = async (certificates = certificatesServer) => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificates],
    now: '2026-06-01T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
}
beforeEach(() => start())
afterEach(() => server.stop())

/** A case that was approved and sent: the replacement of a lost certificate. */
const send = async (birthDate: string) => {
  const holder = await desk.addHolder(birthDate)
  const certificate = await desk.register(holder, '2020-01-01')
  const id = await desk.toReview(holder.id, { item: 'reissue-lost', certificate })
  await desk.take(id, 'approve', {}, desk.approver)
  expect(await desk.take(id, 'sendToNational')).toBe('confirming')
  return { id, holder, certificate, number: holder.numberOf('4', '2', 1) }
}
const referenceOf = async (id: string): Promise<string> =>
  server.write(async ({ read }) => {
    const { submission } = certificatesServer.module.records
    return (await read.many(submission, { application: id }, { orderBy: 'id' })).at(-1)?.reference ?? ''
  })

describe('the exchange of files with the national system', () => {
  it('takes out what waits after another person has let it, each time logged, and brings numbers back', async () => {
    const { id, number, certificate } = await send('1985-03-07')
    const reference = await referenceOf(id)
    expect(reference).toMatch(/^990121-20260601-[\dA-F]{10}-\d+$/)
    const file = await exportWaiting(server)
    expect(file).toContain(reference)
    expect(file).toContain('19850307')

    const lines = [
      ['报送编号', '核验结果', '核发证号', '发证日期', '退回原因'].join(),
      [reference, '通过', number, '2026-06-01', ''].join(),
    ]
    const first = await importAnswers(server, lines)
    expect(first.problems, first.details).toBe(0)
    expect((await desk.get(id)).fields.state).toBe('confirmed')
    // the same file a second time says nothing new
    expect(await importAnswers(server, lines)).toMatchObject({ unchanged: 1, updates: 0, problems: 0 })
    await desk.take(id, 'printCertificate', { issueDate: desk.today() })
    expect(await desk.take(id, 'handOver', { receipt: '本人签收' })).toBe('issued')
    const history = await desk.clerk('GET', `/api/v1/certificates/number-histories?certificate=${certificate}`)
    expect(history.body.rows[0].fields).toMatchObject({ reason: 'replacement' })
  })

  it('takes a rejected case back to its review, with the reason, and sends it again under another reference', async () => {
    const { id, number } = await send('1986-03-07')
    const reference = await referenceOf(id)
    await importAnswers(server, ['报送编号,核验结果,核发证号,退回原因', `${reference},退回,,照片不合格`])
    expect((await desk.get(id)).fields).toMatchObject({ state: 'review', nationalNote: '照片不合格' })
    await desk.take(id, 'approve', {}, desk.approver)
    await desk.take(id, 'sendToNational')
    const again = await referenceOf(id)
    expect(again).not.toBe(reference)
    await importAnswers(server, ['报送编号,核验结果,核发证号,退回原因', `${again},通过,${number},`])
    expect((await desk.get(id)).fields.state).toBe('confirmed')
  })

  it('names by its row what is unknown, another county’s, twice there, wrong, or said otherwise before', async () => {
    const { id } = await send('1987-03-07')
    const other = await send('1988-03-07')
    const answered = await send('1989-03-07')
    const [one, two, three] = [await referenceOf(id), await referenceOf(other.id), await referenceOf(answered.id)]
    const heading = '报送编号,核验结果,核发证号,退回原因'
    await importAnswers(server, [heading, `${three},通过,${answered.number},`])
    const { rows } = await importAnswers(server, [
      heading,
      `990121-20260601-0000000000-1,通过,${other.number},`,
      `990122-20260601-0000000000-1,通过,${other.number},`,
      `${one},通过,${other.number},`,
      `${two},退回,,`,
      `${three},退回,,材料不全`,
    ])
    expect(rows).toEqual([
      [2, 'submission.problem.unknown'],
      [3, 'submission.problem.otherCounty'],
      [4, 'submission.problem.numberWrong'],
      [5, 'submission.problem.reasonMissing'],
      [6, 'submission.problem.answered'],
    ])
    const twice = await importAnswers(server, [heading, `${two},通过,${other.number},`, `${two},退回,,照片不合格`])
    expect(twice.rows.map(([row]) => row)).toContain(3)
    expect((await desk.get(id)).fields.state).toBe('confirming')
  })

  it('is closed to another county', async () => {
    const { id } = await send('1990-03-07')
    const neighbour = server.as({ id: 'neighbour', at: places.neighbour })
    expect((await neighbour('GET', '/api/v1/certificates/submissions')).body.rows).toEqual([])
    const lines = ['报送编号,核验结果,核发证号,退回原因', `${await referenceOf(id)},退回,,照片不合格`]
    const { rows } = await importAnswers(server, lines, { by: neighbour })
    expect(rows).toEqual([[2, 'submission.problem.otherCounty']])
  })
})

it('another way to the national system takes the place of files', async () => {
  await server.stop()
  const asked: string[] = []
  await start(
    createCertificatesServer({
      nationalSync: {
        async request(cases) {
          asked.push(...cases.map(({ id }) => id))
        },
      },
    }),
  )
  const holder = await desk.addHolder('1985-03-07')
  const id = await desk.apply(holder.id, { claimedCategory: '4', ...papers })
  for (const verb of ['submit', 'accept']) await desk.take(id, verb)
  await desk.take(id, 'referForAssessment', { institution: '县人民医院' })
  await desk.take(id, 'findEligible', finding('4', '2', desk.today()))
  await desk.post(id)
  await desk.night(10)
  await desk.take(id, 'approve', {}, desk.approver)
  await desk.take(id, 'sendToNational')
  expect(asked).toEqual([id])
  expect((await desk.clerk('GET', '/api/v1/certificates/submissions')).body.rows).toEqual([])
})
