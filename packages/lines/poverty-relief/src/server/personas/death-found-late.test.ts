import { matching } from '@opendpf/matching'
import { payments } from '@opendpf/payments'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { overpayment, recovery } = payments.records
const { enrolment } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-15T02:00:00Z')
})
afterAll(() => office.server.stop())

/** Pays a month all the way, and answers the sums of its lines. */
async function pay(month: string): Promise<readonly number[]> {
  const sent = await office.send(await office.computed('nursing', month))
  await office.answer(sent)
  return (await office.linesOf(sent)).map(({ fields }) => Number(fields['net']))
}

it('holder dies in the second month, a list tells it in the third, and the month too much comes back in two parts', {
  timeout: 120_000,
}, async () => {
  await office.offer('nursing')
  const holder = await office.holder('4', '1')
  await office.status(holder.id, 'care-needed')
  const evidence = ['idCard', 'certificate', 'account']
  await office.grant(await office.apply('nursing', holder.id, { evidence }))
  await office.pass(9)
  expect(await pay('2026-06')).toEqual([9_500])
  await office.pass(18)
  expect(await pay('2026-07')).toEqual([9_500])
  // he dies on the 20th of July, and nobody tells the federation
  await office.pass(30)
  expect(await pay('2026-08')).toEqual([9_500])

  await office.bringList('death', [{ ...holder, day: '2026-07-20' }], { asOf: '2026-08-10' })
  const held = await office.enrolmentOf(holder.id)
  const stop = { stopReason: 'death', stopOn: '2026-07-20' }
  expect(await office.take(enrolment, held.id, 'stop', stop)).toMatchObject({ state: 'stopped', lastMonth: '2026-07' })
  await office.server.deliver()

  // what was paid for August is asked back by itself, and not once more by hand
  const [claim, ...others] = await office.rows(overpayment, `person=${holder.id}`)
  expect(others).toEqual([])
  const months = { fromMonth: '2026-08', untilMonth: '2026-08' }
  expect(claim?.fields).toMatchObject({ ground: 'death', ...months, amount: 9_500 })
  const byHand = {
    person: holder.id,
    programme: 'poverty-relief.nursing',
    ground: 'death',
    foundOn: '2026-08-11',
    ...months,
  }
  const again = await office.clerk('POST', office.server.path(overpayment), { ...byHand, amount: 9_501 })
  expect(again.body.errors.map(({ code }: { code: string }) => code).sort()).toEqual([
    'overpayment.problem.exceeds',
    'overpayment.problem.overlap',
  ])
  const owed = claim?.id ?? ''
  for (const [amount, document, state] of [
    [5_000, 'SJ-1', 'outstanding'],
    [4_500, 'SJ-2', 'settled'],
  ] as const) {
    const values = { overpayment: owed, manner: 'receipt', amount, document, recoveredOn: '2026-08-11' }
    const part = await office.make(recovery, values)
    await office.take(recovery, part, 'book', {}, office.approver)
    expect(await office.read(overpayment, owed)).toMatchObject({ state })
  }
  // and September is granted to nobody
  await office.pass(22)
  const september = await office.computed('nursing', '2026-09')
  expect(await office.read(programmes.records.cycle, september)).toMatchObject({ members: 0, amount: 0 })
  expect(await office.rows(matching.records.difference, 'state=open')).toEqual([])
})
