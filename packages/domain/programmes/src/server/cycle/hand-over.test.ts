import { funds } from '@opendpf/funds'
import { payments } from '@opendpf/payments'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { cycle } = programmes.records
const { batch, line } = payments.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
})
afterAll(() => desk.server.stop())

const state = async (id: string) => (await desk.read(cycle, id)).state

it('hands what is frozen over to be paid, once, and follows what becomes of it', async () => {
  const { fund, budgetLine } = funds.records
  const money = await desk.make(fund, { title: '补贴', source: 'levy', year: 2026, division: places.county })
  const from = await desk.make(budgetLine, { fund: money, number: 'A', use: '生活补助', amount: 1_000_000 })
  await desk.offer('grants.allowance', { budgetLine: from })
  const [one, two] = [await desk.person(), await desk.person()]
  await desk.enrol('grants.allowance', one, '2026-04')
  await desk.enrol('grants.allowance', two, '2026-06')
  const id = await desk.computed('grants.allowance', '2026-06')
  await desk.freeze(id)
  await desk.take(cycle, id, 'handOver')
  await Promise.all([desk.run('programmes.runCycles'), desk.run('programmes.runCycles')])
  expect(await state(id)).toBe('handed')
  const { batches, lines } = await desk.server.write(async ({ read }) => ({
    batches: await read.many(batch, { cycle: id }),
    lines: await read.many(line, {}),
  }))
  expect(batches).toMatchObject([{ programme: 'grants.allowance', month: '2026-06', lines: 4, amount: 38_000 }])
  expect(lines.map(({ month, kind, amount }) => `${month} ${kind} ${amount}`).toSorted()).toEqual([
    '2026-04 arrears 8000',
    '2026-05 arrears 10000',
    '2026-06 regular 10000',
    '2026-06 regular 10000',
  ])
  for (const [event, reached] of [
    ['sent', 'paid'],
    ['sent', 'paid'],
    ['reconciled', 'reconciled'],
  ]) {
    await desk.server.write(async ({ write }) =>
      write.emit(`payments.batch.${event}`, { id: batches[0]?.id }, places.county.slice(0, 6)),
    )
    await desk.server.deliver()
    expect(await state(id)).toBe(reached)
  }
  await desk.take(cycle, id, 'close')
})

it('is paid another way where the offer names no budget line', async () => {
  await desk.enrol('grants.pension', await desk.person(), '2026-06')
  const id = await desk.computed('grants.pension', '2026-06')
  await desk.freeze(id)
  expect(await desk.refusal(cycle, id, 'handOver')).toBe('cycle.guard.payable')
  await desk.take(cycle, id, 'notePaid', { paidOn: '2026-06-15', voucher: 'PZ-1' })
  await desk.take(cycle, id, 'reconcile')
  expect(await desk.refusal(cycle, id, 'close')).toBe('another-person-required')
  expect(await desk.take(cycle, id, 'close', {}, desk.approver)).toBe('closed')
})
