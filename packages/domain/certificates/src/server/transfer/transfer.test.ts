import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finding, openCaseDesk, papers } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

const root = '/api/v1/certificates'
let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
/** The clerk and the approver of the county next door. */
let neighbour: Call
let neighbourApprover: Call
beforeEach(async () => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificatesServer],
    now: '2026-06-01T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
  neighbour = server.as({ id: 'neighbour', at: places.neighbour })
  neighbourApprover = server.as({ id: 'neighbour-approver', at: places.neighbour })
})
afterEach(() => server.stop())

const release = async (more: object = { toDivision: places.neighbourVillage }) => {
  const holder = await desk.addHolder('1985-03-07')
  const certificate = await desk.certify(holder, '4', '2')
  await desk.carryOut(holder.id, { item: 'transfer-out', certificate, letterNumber: '示残联迁〔2026〕1号', ...more })
  return { holder, certificate }
}
const counterfoil = async () => {
  const { id } = (await desk.clerk('GET', `${root}/transfers`)).body.rows[0]
  return (await desk.clerk('GET', `${root}/transfers/${id}`)).body
}
/** A step of the county next door. */
const there = async (id: string, verb: string, values: object = {}, call = neighbour) => {
  const { body } = await neighbour('GET', `${root}/cases/${id}`)
  const answer = await call('POST', `${root}/cases/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  if (answer.status !== 200) throw new Error(`${verb}: ${answer.text}`)
  return answer.body.fields.state
}
const arrivedCase = async (person: string) =>
  (await desk.casesOf(person)).find(({ item }) => item === 'transfer-in')?.id ?? ''

describe('a transfer between counties of the system', () => {
  it('moves the file, and is accepted there without another assessment: the same certificate, valid under the new county', async () => {
    const { holder, certificate } = await release()
    expect((await desk.certificate(certificate)).state).toBe('transferring')
    expect((await counterfoil()).fields).toMatchObject({ state: 'released', releasedOn: '2026-06-11' })
    expect((await neighbour('GET', `${root}/certificates/${certificate}`)).status).toBe(404)
    await server.deliver()

    // the file has gone: the county that released keeps its counterfoil, and nothing else
    for (const path of [`${root}/certificates/${certificate}`, `/api/v1/persons/persons/${holder.id}`])
      expect((await desk.clerk('GET', path)).status, path).toBe(404)
    // what it recorded itself it can account for; what is recorded there it does not see
    const own = (await desk.clerk('GET', `${root}/certificates/${certificate}/history`)).body
    expect(own.entries.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    expect((await neighbour('GET', `${root}/transfers`)).body.rows).toEqual([])

    const id = await arrivedCase(holder.id)
    expect((await neighbour('GET', `${root}/cases/${id}`)).body.fields).toMatchObject({
      state: 'submitted',
      letterNumber: '示残联迁〔2026〕1号',
    })
    const { version } = (await neighbour('GET', `${root}/cases/${id}`)).body
    await neighbour('PATCH', `${root}/cases/${id}`, papers, { 'if-match': `"${version}"` })
    await there(id, 'accept')
    await there(id, 'sendToReview')
    await there(id, 'approve', {}, neighbourApprover)
    expect(await there(id, 'carryOut', {}, neighbourApprover)).toBe('done')
    const moved = (await neighbour('GET', `${root}/certificates/${certificate}`)).body.fields
    expect(moved).toMatchObject({ state: 'valid', category: '4', grade: '2', issueDate: '2026-06-11', movedOn: null })
    await server.deliver()
    expect((await counterfoil()).fields).toMatchObject({ state: 'accepted', endedOn: '2026-06-11' })
    const seen = (await desk.clerk('GET', `${root}/certificates/${certificate}/history`)).body.entries
    expect(seen).toEqual(own.entries)
    expect(await desk.events()).toContain('certificates.certificate.transferred')
    expect((await neighbour('GET', `/api/v1/persons/persons/${holder.id}`)).body.fields.isCertified).toBe(true)
  })

  it('is assessed anew where the receiving county asks for it, with the numbers before kept', async () => {
    const { holder, certificate } = await release()
    await server.deliver()
    const id = await arrivedCase(holder.id)
    const { version } = (await neighbour('GET', `${root}/cases/${id}`)).body
    const more = { ...papers, hasChanged: true, hasOldCertificate: true }
    await neighbour('PATCH', `${root}/cases/${id}`, more, { 'if-match': `"${version}"` })
    await there(id, 'accept')
    await there(id, 'referForAssessment', { institution: '邻县人民医院' })
    await there(id, 'findEligible', finding('4', '3', desk.today()))
    await there(id, 'skipNotice')
    await there(id, 'approve', {}, neighbourApprover)
    await there(id, 'sendToNational')
    await desk.answer(id, { result: 'confirmed', number: holder.numberOf('4', '3') })
    await there(id, 'printCertificate', { issueDate: desk.today() })
    expect(await there(id, 'handOver', { receipt: '本人签收' })).toBe('issued')
    expect((await neighbour('GET', `${root}/certificates/${certificate}`)).body.fields).toMatchObject({
      state: 'valid',
      grade: '3',
    })
    const { body } = await neighbour('GET', `${root}/number-histories?certificate=${certificate}`)
    expect(body.rows).toHaveLength(1)
    expect(await desk.events()).toEqual(
      expect.arrayContaining(['certificates.certificate.transferred', 'certificates.certificate.gradeChanged']),
    )
  })

  it('comes back where the other county is not competent', async () => {
    const { holder, certificate } = await release()
    await server.deliver()
    const id = await arrivedCase(holder.id)
    await there(id, 'refuse', { refusalReason: 'not-competent', refusalNote: '户籍未迁入本县' })
    await server.deliver()
    expect(await desk.certificate(certificate)).toMatchObject({ state: 'valid' })
    expect((await counterfoil()).fields).toMatchObject({ state: 'returned', returnNote: '户籍未迁入本县' })
    expect((await neighbour('GET', `${root}/certificates/${certificate}`)).status).toBe(404)
    expect(await desk.events()).not.toContain('certificates.certificate.transferred')
  })

  it('ends on its way with the death of the holder', async () => {
    const { holder, certificate } = await release()
    await server.deliver()
    const path = `/api/v1/persons/persons/${holder.id}`
    const { version } = (await neighbour('GET', path)).body
    const died = { isDeceased: true, deathDate: '2026-06-10' }
    expect((await neighbour('PATCH', path, died, { 'if-match': `"${version}"` })).status).toBe(200)
    await server.deliver()
    expect((await neighbour('GET', `${root}/certificates/${certificate}`)).body.fields).toMatchObject({
      state: 'cancelled',
      cancelReason: 'death',
    })
    expect((await desk.casesOf(holder.id)).map(({ state }) => state)).toEqual(
      expect.arrayContaining(['terminated', 'done']),
    )
    expect((await counterfoil()).fields).toMatchObject({ state: 'returned', returnNote: '已注销' })
  })

  it('is none within the county, and none of a certificate that is looked into', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const certificate = await desk.register(holder, '2020-01-01')
    const out = { item: 'transfer-out', certificate }
    for (const where of [
      {},
      { toDivision: places.otherVillage },
      { toDivision: places.neighbourVillage, toPlace: '某县' },
    ])
      expect(await desk.refusal(await desk.apply(holder.id, { ...out, ...where }), 'submit')).toBe(
        'case.guard.placeNamed',
      )
    await desk.carryOut(holder.id, { item: 'freeze', certificate })
    const frozen = await desk.apply(holder.id, { ...out, toDivision: places.neighbourVillage })
    expect(await desk.refusal(frozen, 'submit')).toBe('case.guard.certificateInState')
  })
})

describe('a transfer beyond the system', () => {
  it('leaves with a letter, and is closed when the other county confirms', async () => {
    const { certificate } = await release({ toPlace: '外省某县残联' })
    await server.deliver()
    expect((await desk.certificate(certificate)).state).toBe('transferring')
    const { id, version } = await counterfoil()
    const confirmed = await desk.clerk(
      'POST',
      `${root}/transfers/${id}/do/confirm`,
      { confirmation: '某县残联〔2026〕8号回函' },
      { 'if-match': `"${version}"` },
    )
    expect(confirmed.body.fields, confirmed.text).toMatchObject({ state: 'confirmed', endedOn: '2026-06-11' })
    expect((await desk.certificate(certificate)).state).toBe('transferred')
    expect(await desk.events()).toContain('certificates.certificate.transferred')
  })

  it('counts here again when the letter comes back', async () => {
    const { certificate, holder } = await release({ toPlace: '外省某县残联' })
    const { id, version } = await counterfoil()
    const returned = { returnNote: '对方未接收' }
    await desk.clerk('POST', `${root}/transfers/${id}/do/comeBack`, returned, { 'if-match': `"${version}"` })
    expect((await desk.certificate(certificate)).state).toBe('valid')
    const person = await desk.clerk('GET', `/api/v1/persons/persons/${holder.id}`)
    expect(person.body.fields.isCertified).toBe(true)
  })

  it('arrives with a paper: the same number and term, in a row of this county', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const arriving = { item: 'transfer-in', fromPlace: '外省某县残联', letterNumber: '某残联迁〔2026〕3号' }
    const incomplete = await desk.apply(holder.id, arriving)
    expect(await desk.refusal(incomplete, 'submit')).toBe('case.guard.placeNamed')
    await desk.change(incomplete, { priorNumber: holder.numberOf('2', '1'), issueDate: '2021-05-06', ...papers })
    for (const verb of ['submit', 'accept', 'sendToReview']) await desk.take(incomplete, verb)
    await desk.take(incomplete, 'approve', {}, desk.approver)
    expect(await desk.take(incomplete, 'carryOut', {}, desk.approver)).toBe('done')
    expect(await desk.certificate(await desk.certificateOf(holder.id))).toMatchObject({
      state: 'valid',
      category: '2',
      grade: '1',
      issueDate: '2021-05-06',
      validTo: '2031-05-05',
    })
  })
})

it('a woman who moved and did not transfer for six months is frozen, transfers, and is valid again', async () => {
  const holder = await desk.addHolder('1985-03-07')
  const certificate = await desk.register(holder, '2020-01-01', { movedOn: '2025-11-30', moveSource: 'police' })
  await desk.job('followMoves')
  // 30 May 2026 is a Saturday: the first of June is the last day
  expect((await desk.certificate(certificate)).state).toBe('valid')
  desk.passTo('2026-06-02')
  await desk.job('followMoves')
  expect((await desk.certificate(certificate)).state).toBe('frozen')
  await desk.carryOut(holder.id, { item: 'transfer-out', certificate, toDivision: places.neighbourVillage })
  await server.deliver()
  const id = await arrivedCase(holder.id)
  const { version } = (await neighbour('GET', `${root}/cases/${id}`)).body
  await neighbour('PATCH', `${root}/cases/${id}`, papers, { 'if-match': `"${version}"` })
  for (const verb of ['accept', 'sendToReview']) await there(id, verb)
  for (const verb of ['approve', 'carryOut']) await there(id, verb, {}, neighbourApprover)
  expect((await neighbour('GET', `${root}/certificates/${certificate}`)).body.fields).toMatchObject({
    state: 'valid',
    freezeReason: null,
    movedOn: null,
  })
  // a year after the move nothing is proposed any more
  desk.passTo('2026-12-02')
  await desk.job('followMoves')
  expect((await desk.casesOf(holder.id)).filter(({ item }) => item === 'cancel')).toEqual([])
})
