import { funds } from '@opendpf/funds'
import { payments } from '@opendpf/payments'
import { places } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application, cycle, enrolment } = programmes.records
const { fund, receipt, budgetLine, expenditure } = funds.records
const relief = 'grants.relief'
let desk: Desk
beforeEach(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
})
afterEach(() => desk.server.stop())

/** A budget line that has just enough for what three are granted, and the three. */
async function grantToThree(number: string): Promise<{ readonly line: string; readonly granted: readonly string[] }> {
  const money = await desk.make(fund, { title: '救助', source: 'appropriation', year: 2026, division: places.county })
  const come = { fund: money, kind: 'appropriation', receivedOn: '2026-06-01', amount: 300_000 }
  await desk.take(receipt, await desk.make(receipt, come), 'take', {}, desk.second)
  const line = await desk.make(budgetLine, { fund: money, number, use: '临时救助', amount: 300_000 })
  await desk.offer(relief, { budgetLine: line })
  const granted: string[] = []
  for (let one = 0; one < 3; one += 1) {
    const id = await desk.grant(relief, await desk.person())
    await desk.take(application, id, 'approve', { amount: 100_000 }, desk.approver)
    granted.push(id)
  }
  return { line, granted }
}
const keptFor = async (subject: string) => (await desk.rows(expenditure, `subject=${subject}`))[0]
const moneyOf = async (line: string) => {
  const { reserved, spent } = await desk.read(budgetLine, line)
  return { reserved, spent }
}

it('moves the money of grants that are paid once into the batch, and pays nobody whom the cashier paid already', async () => {
  const { line, granted } = await grantToThree('A')
  const [cash = '', ...others] = granted
  const paid = { paidOn: '2026-06-15', voucher: 'PZ-1' }
  await desk.take(expenditure, (await keptFor(cash))?.id ?? '', 'pay', paid, desk.second)
  const id = await desk.computed(relief, '2026-06')
  await desk.freeze(id)
  await desk.take(cycle, id, 'handOver')
  await desk.run('programmes.runCycles')
  const lines = await desk.server.write(({ read }) => read.many(payments.records.line, { programme: relief }))
  expect(lines.map(({ amount }) => amount)).toEqual([100_000, 100_000])
  for (const one of others) expect((await keptFor(one))?.fields).toMatchObject({ state: 'released' })
  expect((await keptFor(cash))?.fields).toMatchObject({ state: 'paid' })
  // the batch keeps the rest once two have approved it
  expect(await moneyOf(line)).toEqual({ reserved: 0, spent: 100_000 })
})

it('spends the money of grants that are paid once, where somebody notes that they were paid', async () => {
  const { line, granted } = await grantToThree('A')
  const id = await desk.computed(relief, '2026-06')
  await desk.freeze(id)
  await desk.take(cycle, id, 'notePaid', { paidOn: '2026-06-15', voucher: 'PZ-2' })
  for (const one of granted)
    expect(await desk.read(expenditure, (await keptFor(one))?.id ?? '')).toMatchObject({
      state: 'paid',
      paidOn: '2026-06-15',
      voucher: 'PZ-2',
    })
  expect(await moneyOf(line)).toEqual({ reserved: 0, spent: 300_000 })
})

describe('a grant that is paid once and stopped', () => {
  /** The last day of May: nothing is due any more; in June it is due still, as what was granted for the month of the stop always is. */
  const [beforeItWasDue, whenItWasDue] = ['2026-05-31', '2026-06-10']
  const stop = async (of: string, stopOn: string) => {
    const [row] = await desk.server.write(({ read }) => read.many(enrolment, { application: of }))
    await desk.take(enrolment, row?.id ?? '', 'stop', { stopReason: 'death', stopOn })
  }

  it('gives its money back when no cycle will grant it any more, and keeps it when one will', async () => {
    const { line, granted } = await grantToThree('A')
    const [early = '', due = '', untouched = ''] = granted
    await stop(early, beforeItWasDue)
    await stop(due, whenItWasDue)
    expect((await keptFor(early))?.fields).toMatchObject({ state: 'released' })
    expect(await moneyOf(line)).toEqual({ reserved: 200_000, spent: 0 })
    const id = await desk.computed(relief, '2026-06')
    await desk.freeze(id)
    await desk.take(cycle, id, 'handOver')
    await desk.run('programmes.runCycles')
    const lines = await desk.server.write(({ read }) => read.many(payments.records.line, { programme: relief }))
    expect(lines.map(({ amount }) => amount)).toEqual([100_000, 100_000])
    for (const one of [due, untouched]) expect((await keptFor(one))?.fields).toMatchObject({ state: 'released' })
    // others can be granted what came back
    const again = await desk.grant(relief, await desk.person())
    await desk.take(application, again, 'approve', { amount: 100_000 }, desk.approver)
    expect(await moneyOf(line)).toEqual({ reserved: 100_000, spent: 0 })
  })

  it('leaves its money to the cycle that has granted it, and what the cashier has paid as it is', async () => {
    const { line, granted } = await grantToThree('A')
    const [cash = '', frozen = ''] = granted
    const paid = { paidOn: '2026-06-15', voucher: 'PZ-3' }
    await desk.take(expenditure, (await keptFor(cash))?.id ?? '', 'pay', paid, desk.second)
    const id = await desk.computed(relief, '2026-06')
    await desk.freeze(id)
    await stop(cash, beforeItWasDue)
    await stop(frozen, beforeItWasDue)
    expect((await keptFor(cash))?.fields).toMatchObject({ state: 'paid' })
    expect((await keptFor(frozen))?.fields).toMatchObject({ state: 'reserved' })
    await desk.take(cycle, id, 'handOver')
    await desk.run('programmes.runCycles')
    const lines = await desk.server.write(({ read }) => read.many(payments.records.line, { programme: relief }))
    expect(lines).toHaveLength(1)
    expect((await keptFor(frozen))?.fields).toMatchObject({ state: 'released' })
    expect(await moneyOf(line)).toEqual({ reserved: 0, spent: 100_000 })
  })
})
