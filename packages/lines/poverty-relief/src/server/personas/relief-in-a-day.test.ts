import { checkIndicators } from '@opendpf/figures/reading'
import { funds } from '@opendpf/funds'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { application } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-08T02:00:00Z')
})
afterAll(() => office.server.stop())

it('is asked for, reviewed, decided, told and paid on one day, and not again within the bar of the county', async () => {
  await office.offer('temporaryRelief')
  const holder = await office.holder('4', '3')
  await office.status(holder.id, 'illness-burden', '2026-06-01')
  const evidence = { evidence: ['idCard', 'hardship'] }

  const id = await office.apply('temporaryRelief', holder.id, { ...evidence, reason: '住院自付费用高' })
  await office.take(application, id, 'accept', {}, office.town)
  await office.take(application, id, 'passReview')
  expect(await office.read(application, id)).toMatchObject({ state: 'decision', verdict: 'yes' })
  // a sum is decided, and not by whoever looked at it before
  const itself = await office.step(application, id, 'approve', { amount: 300_000 }, office.clerk)
  expect(itself.status).toBe(403)
  expect(await office.take(application, id, 'approve', { amount: 300_000 }, office.approver)).toMatchObject({
    state: 'approved',
    appliedOn: '2026-06-08',
    decidedOn: '2026-06-08',
  })
  await office.take(application, id, 'tell', { toldOn: '2026-06-08', toldBy: 'phone' }, office.town)

  const month = await office.computed('temporaryRelief', '2026-06')
  await office.answer(await office.send(month))
  const { id: held } = await office.enrolmentOf(holder.id)
  expect(await office.read(programmes.records.enrolment, held)).toMatchObject({
    fromMonth: '2026-06',
    lastMonth: '2026-06',
    amount: 300_000,
  })

  const spent = await office.server.write(({ read }) => read.many(funds.records.expenditure, {}))
  expect(spent.map(({ state, amount }) => `${state} ${amount}`).toSorted()).toEqual(['paid 300000', 'released 300000'])

  const second = await office.apply('temporaryRelief', holder.id, evidence)
  await office.take(application, second, 'accept', {}, office.town)
  const refused = await office.step(application, second, 'passReview')
  expect(refused.body.errors).toMatchObject([{ message: expect.stringContaining('规定间隔内已获临时救助') }])
  const words = { refusalReason: 'not-eligible', refusalNote: '一年内已救助' }
  expect(await office.take(application, second, 'refuseAtReview', words)).toMatchObject({
    state: 'rejected',
    refusalGrounds: expect.stringContaining('T5'),
  })
  const told = []
  for (const name of ['reliefCases', 'reliefHouseholds', 'reliefSum', 'grantsPaidPersons', 'grantsPaid'])
    told.push(await office.figure(name))
  expect(told).toEqual([1, 1, 300_000, 1, 300_000])
  expect(await office.server.write((context) => checkIndicators(context, 'poverty-relief'))).toEqual([])
})
