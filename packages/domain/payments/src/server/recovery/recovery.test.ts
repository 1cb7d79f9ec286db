import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../../contract/index.js'
import { codesOf, type Desk, openDesk, regular } from '../../testing/payment-desk.js'

const { batch, line, overpayment, recovery } = payments.records
const programme = 'testing.living'
let desk: Desk
let budget: string

beforeAll(async () => {
  desk = await openDesk()
  budget = await desk.money(100_000_000)
})
afterAll(() => desk.server.stop())

let cycles = 0
/** Pays somebody for a month, all the way. */
async function paid(person: string, month: string, amount = 8000): Promise<string> {
  cycles += 1
  const id = await desk.sent(budget, [regular(person, amount)], { month, cycle: `y${cycles}` })
  await desk.expectDone(desk.bring(id, await desk.answerTo(id)))
  return id
}
const claim = (person: string, values: Readonly<Record<string, unknown>> = {}) =>
  desk.clerk('POST', desk.server.path(overpayment), {
    person,
    programme,
    ground: 'death',
    fromMonth: '2026-03',
    untilMonth: '2026-04',
    amount: 16_000,
    foundOn: '2026-06-08',
    ...values,
  })
const part = (of: string, values: Readonly<Record<string, unknown>>) =>
  desk.clerk('POST', desk.server.path(recovery), {
    overpayment: of,
    recoveredOn: '2026-06-08',
    document: '1',
    ...values,
  })

describe('what was paid too much', () => {
  it('is asked back as far as it was paid, and no month twice', async () => {
    const { id } = await desk.person()
    for (const month of ['2026-03', '2026-04']) await paid(id, month)
    expect(codesOf(await claim(id, { amount: 16_001 }))).toEqual(['overpayment.problem.exceeds'])
    expect(codesOf(await claim(id, { fromMonth: '2026-05', untilMonth: '2026-06', amount: 1 }))).toEqual([
      'overpayment.problem.exceeds',
    ])
    const { body } = await claim(id, { amount: 12_000 })
    expect(body.fields).toMatchObject({ overpaid: 16_000, recovered: 0, state: 'outstanding' })
    expect(codesOf(await claim(id, { fromMonth: '2026-04', amount: 1 }))).toContain('overpayment.problem.overlap')
  })

  it('comes back by receipts that somebody else confirms, is remitted by two, and is settled then', async () => {
    const { id } = await desk.person()
    for (const month of ['2026-03', '2026-04']) await paid(id, month)
    const of = (await claim(id)).body.id as string
    const receipt = (await part(of, { manner: 'receipt', amount: 10_000 })).body.id as string
    expect((await desk.step(recovery, receipt, 'book')).body.code).toBe('another-person-required')
    await desk.expectDone(desk.step(recovery, receipt, 'book', {}, desk.first))
    expect(codesOf(await part(of, { manner: 'remission', amount: 6001, reason: '家庭困难' }))).toEqual([
      'recovery.problem.exceeds',
    ])
    expect(codesOf(await part(of, { manner: 'remission', amount: 6000 }))).toEqual(['recovery.problem.reason'])
    const rest = (await part(of, { manner: 'remission', amount: 6000, reason: '家庭困难' })).body.id as string
    expect(await desk.read(overpayment, of)).toMatchObject({ recovered: 10_000, remitted: 0, state: 'outstanding' })
    await desk.expectDone(desk.step(recovery, rest, 'book', {}, desk.second))
    expect(await desk.read(overpayment, of)).toMatchObject({ recovered: 10_000, remitted: 6000, state: 'settled' })
  })

  it('is kept back of later lines by instalments, counts when they are paid, and follows a line that is paid anew', async () => {
    const { id } = await desk.person()
    for (const month of ['2026-03', '2026-04']) await paid(id, month)
    const of = (await claim(id, { amount: 5000, instalment: 3000 })).body.id as string
    const first = await desk.sent(budget, [regular(id)], { month: '2026-06', cycle: 'd1' })
    const [row] = await desk.linesOf(first)
    expect(await desk.read(line, row?.id ?? '')).toMatchObject({ amount: 8000, deduction: 3000, net: 5000 })
    await desk.bring(first, await desk.answerTo(first, { 1: '账号不存在' }))
    expect(await desk.read(overpayment, of)).toMatchObject({ recovered: 0 })
    const { body } = await desk.clerk('POST', '/api/v1/payments/reissues', { batch: first, isAccountRight: true })
    const [fresh] = await desk.linesOf(body.batch)
    const planned = await desk.rows(recovery, `overpayment=${of}`)
    expect(planned.map(({ fields }) => [fields.amount, fields.state])).toEqual([[3000, 'planned']])
    expect(await desk.read(recovery, planned[0]?.id ?? '')).toMatchObject({ line: fresh?.id })
    // what is left is kept back next month, and no more
    await paid(id, '2026-07')
    expect(await desk.read(overpayment, of)).toMatchObject({ recovered: 2000 })
    // nobody pays it in what is kept back already
    expect(codesOf(await part(of, { manner: 'receipt', amount: 1 }))).toEqual(['recovery.problem.exceeds'])
    await desk.expectDone(desk.step(batch, body.batch, 'drop', { dropReason: '死亡' }))
    const [open] = await desk.linesOf(first)
    await desk.expectDone(desk.step(line, open?.id ?? '', 'drop', { dropReason: '死亡' }))
    expect(codesOf(await part(of, { manner: 'receipt', amount: 3001 }))).toEqual(['recovery.problem.exceeds'])
    expect((await part(of, { manner: 'receipt', amount: 3000 })).status).toBe(201)
  })

  it('is kept back once a month of somebody who is paid for two, even where these come in two calls', async () => {
    const { id } = await desk.person()
    await paid(id, '2026-03')
    await claim(id, { untilMonth: '2026-03', amount: 5000, instalment: 2000 })
    const forVehicle = (number: string) => [{ ...regular(id), beneficiary: `${id} ${number}` }]
    const { batch: of } = await desk.pay(budget, forVehicle('A'), { cycle: 'd2' })
    expect((await desk.pay(budget, forVehicle('B'), { cycle: 'd2' })).batch).toBe(of)
    const rows = await desk.server.write(({ read }) => read.many(line, { batch: of }))
    expect(rows.map(({ deduction }) => deduction).toSorted()).toEqual([0, 2000])
  })

  it('is never more than was paid, whatever is claimed, in whatever order', { timeout: 60_000 }, async () => {
    const months = ['2026-01', '2026-02', '2026-03']
    const period = fc.record({
      from: fc.nat({ max: 2 }),
      length: fc.nat({ max: 2 }),
      amount: fc.integer({ min: 1, max: 30_000 }),
    })
    const { id } = await desk.person()
    for (const [at, month] of months.entries()) await paid(id, month, 5000 + at * 1000)
    const wasPaid = (from: number, until: number) =>
      months.reduce((sum, _, at) => (at >= from && at <= until ? sum + 5000 + at * 1000 : sum), 0)
    await fc.assert(
      fc.asyncProperty(fc.array(period, { minLength: 3, maxLength: 6 }), async (claims) => {
        const accepted: { from: number; until: number; amount: number; id: string }[] = []
        for (const { from, length, amount } of claims) {
          const until = Math.min(2, from + length)
          const answer = await claim(id, { fromMonth: months[from], untilMonth: months[until], amount })
          const isFree = accepted.every((one) => one.until < from || one.from > until)
          expect(answer.status).toBe(isFree && amount <= wasPaid(from, until) ? 201 : 422)
          if (answer.status === 201) accepted.push({ from, until, amount, id: answer.body.id })
        }
        const asked = accepted.reduce((sum, one) => sum + one.amount, 0)
        expect(asked).toBeLessThanOrEqual(wasPaid(0, 2))
        for (const one of accepted)
          await desk.expectDone(desk.step(overpayment, one.id, 'cancel', { cancelReason: '登记有误' }))
      }),
      { numRuns: 5, seed: 990_121, endOnFailure: true },
    )
  })
})
