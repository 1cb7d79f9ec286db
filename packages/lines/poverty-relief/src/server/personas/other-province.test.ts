import { programmes } from '@opendpf/programmes'
import { composeResidentId } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { application, receipt } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-07-02T02:00:00Z')
})
afterAll(() => office.server.stop())

it('was received in another province in the month before, and is granted from that month', async () => {
  await office.offer('nursing')
  const holder = await office.holder('5', '1')
  await office.status(holder.id, 'care-needed')
  const there = { channel: 'other-county', receivingCounty: '外省某县', evidence: ['idCard', 'certificate', 'account'] }
  const incomplete = await office.make(
    application,
    { ...there, programme: 'poverty-relief.nursing', person: holder.id, applicant: 'guardian', applicantName: '示某' },
    office.town,
  )
  // without the day of that window nobody knows which month counts
  expect((await office.step(application, incomplete, 'submit', {}, office.town)).body.errors).toMatchObject([
    { code: 'application.guard.applicantNamed' },
  ])
  await office.change(application, incomplete, { receivedThereOn: '2026-06-30' }, office.town)
  await office.take(application, incomplete, 'submit', {}, office.town)
  expect(await office.read(application, incomplete)).toMatchObject({ appliedOn: '2026-06-30', startMonth: '2026-06' })
  await office.grant(incomplete)
  await office.pass(8)
  const sent = await office.send(await office.computed('nursing', '2026-07'))
  await office.answer(sent)
  const paid = (await office.linesOf(sent)).map(({ fields }) => `${fields['month']} ${fields['kind']} ${fields['net']}`)
  expect(paid.toSorted()).toEqual(['2026-06 arrears 9500', '2026-07 regular 9500'])
})

it('is received here for another province, pushed within three working days, and answered by letter', async () => {
  const values = {
    programme: 'poverty-relief.living',
    applicantName: '示例',
    idNumber: composeResidentId({ addressCode: '990222', birthDate: '1980-01-01', sequence: 1 }),
    householdPlace: '外省某县',
    applicant: 'self',
    division: places.village,
  }
  const id = await office.make(receipt, values, office.town)
  await office.take(receipt, id, 'complete', {}, office.town)
  const { body } = await office.clerk('GET', '/api/v1/system/deadlines?clock=pushing')
  expect(body.rows).toMatchObject([
    { fields: { record: 'programmes.receipt', dueOn: expect.stringMatching(/^2026-07-1/) } },
  ])
  await office.take(receipt, id, 'push', {}, office.town)
  expect(
    await office.take(receipt, id, 'noteApproval', { outcome: '对方已批准，自六月起发放' }, office.town),
  ).toMatchObject({
    state: 'approved',
  })
})
