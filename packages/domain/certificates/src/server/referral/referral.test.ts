import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finding, openCaseDesk } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

const root = '/api/v1/certificates'
let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
/** The county where the applicant lives. */
let residence: Call
beforeEach(async () => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificatesServer],
    now: '2026-06-01T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
  residence = server.as({ id: 'residence', at: places.neighbour })
})
afterEach(() => server.stop())

const idNumber = composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence: 777 })
const accept = async (more: object = {}) => {
  const { status, body } = await residence('POST', `${root}/referrals`, {
    applicantName: '通办甲',
    idNumber,
    item: 'new',
    householdDivision: places.village,
    hasResidencePermit: true,
    claimedCategory: '4',
    acceptedOn: '2026-06-01',
    division: places.neighbourVillage,
    ...more,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id as string
}
const referral = async (id: string) => (await residence('GET', `${root}/referrals/${id}`)).body
const step = async (id: string, verb: string, values: object = {}) =>
  residence('POST', `${root}/referrals/${id}/do/${verb}`, values, { 'if-match': `"${(await referral(id)).version}"` })
const take = async (id: string, verb: string, values: object = {}) => {
  const { status, body } = await step(id, verb, values)
  if (status !== 200) throw new Error(`${verb}: ${JSON.stringify(body)}`)
  return body.fields.state
}
const found = () => ({ institution: '邻县人民医院', ...finding('4', '2', desk.today()) })
/** Publishes the notice with the finding of an application, where the applicant lives. */
const publish = async (id: string) => {
  const { notice } = await desk.lineOf(id)
  const { version, fields } = (await residence('GET', `/api/v1/notices/notices/${notice}`)).body
  expect(fields).toMatchObject({ kind: 'certificates.referredFinding', title: '湖东村跨省通办残疾评定结果公示' })
  const values = { objectionPhone: '0900-4321' }
  const seen = { 'if-match': `"${version}"` }
  const { status, text } = await residence('POST', `/api/v1/notices/notices/${notice}/do/publish`, values, seen)
  if (status !== 200) throw new Error(text)
}
/** Somebody objects to what is posted of an application. */
const object = async (id: string, text: string): Promise<string> => {
  const { id: line, notice } = await desk.lineOf(id)
  const registrar = server.as({ id: 'registrar', at: places.neighbour })
  const { status, body } = await registrar('POST', '/api/v1/notices/objections', { notice, line, text })
  if (status !== 201) throw new Error(JSON.stringify(body))
  await server.deliver()
  return body.id
}
/** As far as the county of the household register: assessed and posted for five working days. */
const sendOn = async (more: object = {}) => {
  const id = await accept(more)
  expect(await take(id, 'assess', found())).toBe('assessed')
  expect(await take(id, 'post', { noticePlace: '湖东村公示栏' })).toBe('posted')
  await publish(id)
  await desk.night(8)
  expect((await referral(id)).fields.state).toBe('ready')
  expect(await take(id, 'send')).toBe('sent')
  await server.deliver()
  return id
}
const arrived = async (): Promise<string> => {
  const { rows } = (await desk.clerk('GET', `${root}/cases`)).body
  return rows[0]?.id ?? ''
}

describe('an application that another county accepts', () => {
  it('is assessed and posted there, decided and printed by the county of the household register, and answered', async () => {
    const id = await sendOn()
    const application = await arrived()
    expect((await desk.get(application)).fields).toMatchObject({
      state: 'draft',
      channel: 'other-county',
      actingCounty: '邻县',
      category: '4',
      grade: '2',
      postedFrom: '2026-06-01',
      postedTo: '2026-06-08',
    })
    // neither county sees the other's file
    expect((await desk.clerk('GET', `${root}/referrals/${id}`)).status).toBe(404)
    expect((await residence('GET', `${root}/cases/${application}`)).status).toBe(404)
    expect(await desk.take(application, 'registerFile')).toBe('review')
    expect(await desk.refusal(application, 'approve')).toBe('another-person-required')
    await desk.take(application, 'approve', {}, desk.approver)
    const number = formatCertificateNumber({ residentId: idNumber, category: '4', grade: '2', replacement: 0 })
    expect(await desk.finish(application, number)).toBe('issued')
    await server.deliver()
    expect((await referral(id)).fields).toMatchObject({ state: 'approved', sentOn: '2026-06-09' })
  })

  it('stands on a notice, and an objection is decided by somebody else: posted again, or assessed again', async () => {
    const id = await accept()
    await take(id, 'assess', found())
    await take(id, 'post', { noticePlace: '湖东村公示栏' })
    // nothing runs before the notice is published
    await desk.night(10)
    expect((await referral(id)).fields.state).toBe('posted')
    await publish(id)
    expect(await desk.lineOf(id)).toMatchObject({ maskedName: '通*甲', facts: { category: '4', grade: '2' } })
    const judge = server.as({ id: 'judge', at: places.neighbour })
    const first = await object(id, '邻居反映情况不符')
    expect((await referral(id)).fields.state).toBe('objected')
    expect(await desk.decide(first, 'reject', '已核实', residence)).toBe('objection.guard.independent')
    expect(await desk.decide(first, 'reject', '入户核实，情况属实', judge)).toBeUndefined()
    expect((await referral(id)).fields).toMatchObject({ state: 'posted', resolutionNote: '入户核实，情况属实' })
    const second = await object(id, '再次反映')
    expect(await desk.decide(second, 'uphold', '应重新评定', judge)).toBeUndefined()
    expect((await referral(id)).fields.state).toBe('accepted')
    await take(id, 'assess', found())
    await take(id, 'post', { noticePlace: '湖东村公示栏' })
    // what is refused meanwhile is taken down
    await take(id, 'refuse', { refusalNote: '申请人撤回' })
    expect((await desk.lineOf(id)).state).toBe('withdrawn')
    await server.deliver()
    expect((await referral(id)).fields.state).toBe('refused')
  })

  it('is returned by a county that is not competent, with its reason', async () => {
    const id = await sendOn()
    const application = await arrived()
    await desk.take(application, 'registerFile')
    const refused = { refusalReason: 'not-competent', refusalNote: '户籍不在本县' }
    expect(await desk.take(application, 'reject', refused, desk.approver)).toBe('refused')
    await server.deliver()
    expect((await referral(id)).fields).toMatchObject({ state: 'returned', outcome: '户籍不在本县' })
  })

  it('comes back by itself where the applicant has a certificate already', async () => {
    const holder = await desk.addHolder('1985-03-07')
    await desk.register(holder, '2020-01-01')
    const id = await sendOn({ idNumber: holder.idNumber })
    expect((await referral(id)).fields.state).toBe('returned')
  })

  it('is refused without a permit, at home, and before it was posted; a minor is not posted', async () => {
    const codeOf = ({ body }: Awaited<ReturnType<typeof step>>) => body.errors?.[0]?.code
    const without = await accept({ hasResidencePermit: false })
    expect(codeOf(await step(without, 'assess', found()))).toBe('referral.guard.isHere')
    const home = await accept({ householdDivision: places.neighbourVillage })
    expect(codeOf(await step(home, 'assess', found()))).toBe('referral.guard.isHere')
    const adult = await accept()
    await take(adult, 'assess', found())
    expect(codeOf(await step(adult, 'skipPosting'))).toBe('referral.guard.isNotPosted')
    const child = composeResidentId({ addressCode: '990121', birthDate: '2020-03-07', sequence: 779 })
    const minor = await accept({ idNumber: child })
    await take(minor, 'assess', found())
    expect(codeOf(await step(minor, 'post', { noticePlace: '公示栏' }))).toBe('referral.guard.isPosted')
    expect(await take(minor, 'skipPosting')).toBe('ready')
  })

  it('for a county outside this system is sent on paper, and its answer entered', async () => {
    const id = await sendOn({ householdDivision: null, householdPlace: '外省某县残联' })
    expect(await arrived()).toBe('')
    expect(await take(id, 'noteApproval', { outcome: '已发证，邮寄本人' })).toBe('approved')
  })

  it('that arrives on paper is registered by the clerk, when it was posted long enough', async () => {
    const holder = await desk.addHolder('1986-03-07')
    const id = await desk.apply(holder.id, {
      channel: 'other-county',
      claimedCategory: '4',
      actingCounty: '外省某县残联',
      ...finding('4', '2', '2026-06-01'),
      postedFrom: '2026-05-25',
      postedTo: '2026-05-29',
    })
    expect(await desk.refusal(id, 'registerFile')).toBe('case.guard.wasPosted')
    await desk.change(id, { postedTo: '2026-06-01' })
    expect(await desk.take(id, 'registerFile')).toBe('review')
  })
})
