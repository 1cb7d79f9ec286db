import { funds } from '@opendpf/funds'
import { payments } from '@opendpf/payments'
import type { LineToPay } from '@opendpf/payments/paying'
import { places } from '@opendpf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'
import { linesOf } from './granted-lines.js'

const { cycle, enrolment, offer } = programmes.records
const { batch, line, overpayment } = payments.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
})
afterAll(() => desk.server.stop())

const state = async (id: string) => (await desk.read(cycle, id)).state

/** A fund of the county with one budget line. */
async function openMoney(number: string): Promise<string> {
  const { fund, budgetLine } = funds.records
  const money = await desk.make(fund, { title: '补贴', source: 'levy', year: 2026, division: places.county })
  return desk.make(budgetLine, { fund: money, number, use: '生活补助', amount: 10_000_000 })
}
/** A cycle that payments has. */
async function handedOver(programme: string, month: string): Promise<string> {
  const id = await desk.computed(programme, month)
  await desk.freeze(id)
  await desk.take(cycle, id, 'handOver')
  await desk.run('programmes.runCycles')
  return id
}
/** Says that the bank has paid lines. */
const pay = (person: string, months: readonly string[]) =>
  desk.server.write(async ({ read, write }) => {
    const rows = await read.many(line, { person, month: months, state: 'pending' })
    await write.transitionMany(
      line,
      'pay',
      rows.map(({ id, version }) => ({ id, version, values: { paidOn: '2026-06-15' } })),
    )
    return rows[0]?.batch ?? ''
  })

it('hands what is frozen over to be paid, once, and follows what becomes of it', async () => {
  const yearly = await desk.offer('grants.allowance', { budgetLine: await openMoney('A'), quota: 1 })
  const [one, two] = [await desk.person(), await desk.person()]
  await desk.enrol('grants.allowance', one, '2026-04')
  await desk.enrol('grants.allowance', two, '2026-06')
  const id = await desk.computed('grants.allowance', '2026-06')
  await desk.take(cycle, id, 'check')
  await desk.take(cycle, id, 'approve', {}, desk.approver)
  expect(await desk.refusal(cycle, id, 'confirm', {}, desk.second)).toBe('cycle.guard.withinQuota')
  await desk.done(desk.change(offer, yearly, { quota: 2 }))
  await desk.take(cycle, id, 'confirm', {}, desk.second)
  await desk.run('programmes.runCycles')
  await desk.take(cycle, id, 'handOver')
  await Promise.all([desk.run('programmes.runCycles'), desk.run('programmes.runCycles')])
  expect(await state(id)).toBe('handed')
  const { batches, lines } = await desk.server.write(async ({ read }) => ({
    batches: await read.many(batch, { cycle: id }),
    lines: await read.many(line, {}),
  }))
  expect(batches).toMatchObject([
    { programme: 'grants.allowance', month: '2026-06', lines: 4, amount: 38_000, quota: 2 },
  ])
  expect(lines.map(({ month, kind, amount }) => `${month} ${kind} ${amount}`).toSorted()).toEqual([
    '2026-04 arrears 8000',
    '2026-05 arrears 10000',
    '2026-06 regular 10000',
    '2026-06 regular 10000',
  ])
  // a cycle of any size is read in pieces, whatever their size
  const inPieces = (size?: number) =>
    desk.server.write(async (context) => {
      const row = await context.read.one(cycle, id)
      const pieces: (readonly LineToPay[])[] = []
      if (row) for await (const piece of linesOf(row, context, size)) pieces.push(piece)
      return pieces
    })
  const [whole = []] = await inPieces()
  expect(whole).toHaveLength(4)
  for (const size of [1, 3, 4]) {
    const pieces = await inPieces(size)
    expect(pieces.flat()).toEqual(whole)
    expect(Math.max(...pieces.map(({ length }) => length))).toBe(size)
  }
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

it('pays nobody for months after a stop that was told before the hand-over, or before anybody approved the batch', async () => {
  const [early, late] = [await desk.person(), await desk.person()]
  await desk.offer('grants.pension', { budgetLine: await openMoney('B') })
  const enrolled = new Map<string, string>()
  for (const one of [early, late]) enrolled.set(one, await desk.enrol('grants.pension', one, '2026-05'))
  const stop = async (who: string) => {
    const values = { stopReason: 'death', stopOn: '2026-05-20' }
    await desk.take(enrolment, enrolled.get(who) ?? '', 'stop', values)
    await desk.server.deliver()
  }
  // the county has a cycle of June already, and grants what is left with the next
  await desk.pass(16)
  const id = await desk.computed('grants.pension', '2026-07')
  await desk.freeze(id)
  await stop(early)
  await desk.take(cycle, id, 'handOver')
  await desk.run('programmes.runCycles')
  const linesOf = async (person: string) =>
    (await desk.server.write(({ read }) => read.many(line, { person }, { orderBy: 'month' }))).map(
      ({ month, state: of }) => `${month} ${of}`,
    )
  expect([await linesOf(early), await linesOf(late)]).toEqual([
    ['2026-05 pending'],
    ['2026-05 pending', '2026-06 pending', '2026-07 pending'],
  ])
  await stop(late)
  expect(await linesOf(late)).toEqual(['2026-05 pending', '2026-06 dropped', '2026-07 dropped'])
})

it('asks back what was paid for months after the end, once, and what the bank pays later as well', async () => {
  const person = await desk.person()
  const enrolled = await desk.enrol('grants.pension', person, '2026-03')
  await desk.pass(31)
  const handed = await handedOver('grants.pension', '2026-08')
  // the batch is at the bank, which tells of some lines now and of others later
  await desk.server.write(({ db }) => sql`update payments_batch set state = 'sent' where cycle = ${handed}`.execute(db))
  await pay(person, ['2026-03', '2026-04', '2026-05'])
  await desk.take(enrolment, enrolled, 'stop', { stopReason: 'moved-out', stopOn: '2026-04-20' })
  await desk.server.deliver()
  const claims = () => desk.server.write(({ read }) => read.many(overpayment, { person }))
  expect(await claims()).toMatchObject([
    {
      ground: 'moved-out',
      fromMonth: '2026-05',
      untilMonth: '2026-05',
      amount: 10_000,
      overpaid: 10_000,
      state: 'outstanding',
    },
  ])
  const of = await pay(person, ['2026-06', '2026-07'])
  for (const _ of [1, 2]) {
    await desk.server.write(async ({ write }) =>
      write.emit('payments.batch.reconciled', { id: of }, places.county.slice(0, 6)),
    )
    await desk.server.deliver()
  }
  expect((await claims()).map(({ fromMonth, untilMonth, amount }) => [fromMonth, untilMonth, amount])).toEqual([
    ['2026-05', '2026-05', 10_000],
    ['2026-06', '2026-07', 20_000],
  ])
})

it('pays two vehicles of one person, each once for its month, and never one vehicle twice', async () => {
  const [person, other] = [await desk.person(), await desk.person()]
  await desk.offer('grants.fuel', { budgetLine: await openMoney('C') })
  for (const objectNumber of ['示A·0001', '示A·0002'])
    await desk.enrol('grants.fuel', person, '2026-06', { objectNumber, scheme: 'grants.fuel' })
  const id = await handedOver('grants.fuel', '2026-06')
  expect(await state(id)).toBe('handed')
  const rows = await desk.server.write(({ read }) => read.many(line, { programme: 'grants.fuel' }))
  expect(rows.map(({ beneficiary, net }) => [beneficiary, net])).toEqual([
    ['990121 示A0001', 26_000],
    ['990121 示A0002', 26_000],
  ])
  await desk.enrol('grants.fuel', other, '2026-06', { objectNumber: '示a 0001', scheme: 'grants.fuel' })
  await expect(handedOver('grants.fuel', '2026-07')).rejects.toThrow('同一个月不能发放两次')
  const [again] = await desk.server.write(({ read }) =>
    read.many(cycle, { programme: 'grants.fuel', month: '2026-07' }),
  )
  expect(again?.state).toBe('frozen')
})
