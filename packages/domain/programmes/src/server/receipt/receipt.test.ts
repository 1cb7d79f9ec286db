import { composeResidentId } from '@opendpf/standards'
import { places, samplePicture } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application, enrolment, offer, receipt } = programmes.records
let desk: Desk
let there: ReturnType<Desk['server']['as']>
beforeAll(async () => {
  desk = await openDesk('2026-06-30T02:00:00Z')
  there = desk.server.as({ id: 'there', at: places.neighbour })
  const id = await desk.make(offer, { programme: 'grants.relief', year: 2026, region: places.neighbour }, there)
  await desk.done(there('POST', `/api/v1/programmes/offers/${id}/do/open`, {}, { 'if-match': '"1"' }))
})
afterAll(() => desk.server.stop())

let people = 500
const values = () => {
  people += 1
  return {
    programme: 'grants.relief',
    applicantName: '示例',
    idNumber: composeResidentId({ addressCode: '990122', birthDate: '1980-01-01', sequence: people }),
    householdDivision: places.neighbourVillage,
    applicant: 'self',
    division: places.village,
  }
}
const take = async (id: string, verb: string, given: object, call = there): Promise<void> => {
  const { body } = await there('GET', `/api/v1/programmes/applications/${id}`)
  await desk.done(
    call('POST', `/api/v1/programmes/applications/${id}/do/${verb}`, given, { 'if-match': `"${body.version}"` }),
  )
}

it('is pushed within three working days, and counts there from the day on which it was received here', async () => {
  const scan = await desk.done(desk.clerk('POST', '/api/v1/programmes/receipts/attachments/documents', samplePicture()))
  const id = await desk.make(receipt, { ...values(), documents: [scan] })
  await desk.take(receipt, id, 'complete')
  const [clock] = (await desk.clerk('GET', '/api/v1/system/deadlines?clock=pushing')).body.rows
  expect(clock.fields).toMatchObject({ record: 'programmes.receipt', dueOn: '2026-07-03' })
  await desk.pass(2)
  await desk.take(receipt, id, 'push')
  await desk.server.deliver()
  const opened = (await desk.read(receipt, id)).application
  const { body } = await there('GET', `/api/v1/programmes/applications/${opened}`)
  expect(body.fields).toMatchObject({
    state: 'received',
    channel: 'other-county',
    receivingCounty: '示范县',
    appliedOn: '2026-06-30',
    startMonth: '2026-06',
  })
  // the scans came along, and are files of the other county
  expect(body.fields.documents).toHaveLength(1)
  const [{ id: carried }] = body.fields.documents
  expect(carried).not.toBe(scan.id)
  const shown = await there(
    'POST',
    `/api/v1/programmes/applications/${opened}/attachments/documents/${carried}/reveal`,
    { reason: '审核材料' },
  )
  expect({ status: shown.status, bytes: shown.bytes.byteLength }).toEqual({ status: 200, bytes: scan.bytes })
  await take(opened, 'accept', {})
  await take(opened, 'passReview', {}, desk.server.as({ id: 'reviewer-there', at: places.neighbour }))
  await take(opened, 'approve', { amount: 500 }, desk.server.as({ id: 'approver-there', at: places.neighbour }))
  await desk.server.deliver()
  expect(await desk.read(receipt, id)).toMatchObject({ state: 'approved', outcome: '已批准' })
  const held = await desk.server.write(({ read }) => read.many(enrolment, { application: opened }))
  expect(held).toMatchObject([{ county: '990122', fromMonth: '2026-06' }])
  // the county that received it sees nothing of what lies there
  expect((await desk.clerk('GET', `/api/v1/programmes/applications/${opened}`)).status).toBe(404)
})

it('comes back by itself where a third county has the person, and is none of this county’s own', async () => {
  const known = await desk.person()
  const { idNumber } = await desk.server.write(async ({ read, registry }) => {
    const row = await read.one(registry.record('persons.person'), known)
    return row as unknown as { readonly idNumber: string }
  })
  const id = await desk.make(receipt, { ...values(), idNumber })
  await desk.take(receipt, id, 'complete')
  await desk.take(receipt, id, 'push')
  await desk.server.deliver()
  expect(await desk.read(receipt, id)).toMatchObject({ state: 'returned', application: null })
  expect(await desk.rows(application, '')).toEqual([])

  const own = await desk.make(receipt, { ...values(), householdDivision: places.otherVillage })
  expect(await desk.refusal(receipt, own, 'complete')).toBe('receipt.guard.placeNamed')
  const twice = await desk.add(receipt, { ...values(), householdPlace: '外省某县' })
  expect(twice.body.errors[0].code).toBe('receipt.problem.household')
  expect(await desk.refusal(receipt, id, 'noteApproval', { outcome: '批准' })).toBe('wrong-state')
})
