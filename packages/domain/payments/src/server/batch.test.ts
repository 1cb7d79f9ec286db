import { funds } from '@opendpf/funds'
import { openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../contract/index.js'
import { codesOf, type Desk, openDesk, regular } from '../testing/payment-desk.js'

const { batch, line } = payments.records
let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.server.stop())

describe('lines of a programme', () => {
  it('stand in one batch of their cycle, with the account that each person is paid to', async () => {
    const budget = await desk.money(100_000)
    const [one, other] = [await desk.person(), await desk.person()]
    const added = await desk.pay(budget, [regular(one.id), regular(other.id, 6000)])
    expect(added).toMatchObject({ lines: 2, amount: 14_000 })
    const third = await desk.person()
    expect((await desk.pay(budget, [regular(third.id)])).batch).toBe(added.batch)
    expect(await desk.batch(added.batch)).toMatchObject({ lines: 3, amount: 22_000, problems: 0, dueOn: '2026-06-10' })
    const rows = await desk.linesOf(added.batch)
    expect(rows.map(({ fields }) => fields.position)).toEqual([1, 2, 3])
    expect(rows.map(({ fields }) => fields.holderName)).toEqual([one.name, other.name, third.name])
    // a number is secret wherever it stands
    expect(String(rows[0]?.fields.accountNumber)).toMatch(/\*/)
  })

  it('are refused for somebody who has one of the month, in the same call or an earlier one, and none is added then', async () => {
    const budget = await desk.money(100_000)
    const [one, other] = [await desk.person(), await desk.person()]
    const twice = { fields: [{ code: 'line.problem.twice' }] }
    await expect(desk.pay(budget, [regular(one.id), regular(one.id)])).rejects.toMatchObject(twice)
    await desk.pay(budget, [regular(one.id)])
    await expect(desk.pay(budget, [regular(other.id), regular(one.id)], { cycle: 'c2' })).rejects.toMatchObject(twice)
    expect(await desk.rows(line, `person=${other.id}`)).toEqual([])
    // arrears are for a month of their own
    const arrears = { ...regular(one.id), kind: 'arrears', month: '2026-05' } as const
    expect((await desk.pay(budget, [arrears])).lines).toBe(1)
    await expect(desk.pay(budget, [regular(one.id)], { month: '2026-05', cycle: 'c5' })).rejects.toMatchObject(twice)
  })
})

describe('lines that are read piece by piece', () => {
  it('stand in one batch in their order, and none of them does when one of a later piece is refused', async () => {
    const budget = await desk.money(100_000)
    const [one, other, third] = [await desk.person(), await desk.person(), await desk.person()]
    async function* inPieces(...pieces: readonly (readonly string[])[]) {
      for (const piece of pieces) yield piece.map((id) => regular(id))
    }
    const twice = { fields: [{ code: 'line.problem.twice' }] }
    await expect(desk.pay(budget, inPieces([one.id, other.id], [one.id]), { cycle: 'c7' })).rejects.toMatchObject(twice)
    const nothing = { fields: [{ code: 'batch.problem.empty' }] }
    await expect(desk.pay(budget, inPieces(), { cycle: 'c7' })).rejects.toMatchObject(nothing)
    expect(await desk.rows(batch, `cycle=c7`)).toEqual([])
    const added = await desk.pay(budget, inPieces([one.id, other.id], [], [third.id]), { cycle: 'c7' })
    expect(added).toMatchObject({ lines: 3, amount: 24_000 })
    const rows = await desk.linesOf(added.batch)
    expect(rows.map(({ fields }) => [fields.position, fields.person])).toEqual([
      [1, one.id],
      [2, other.id],
      [3, third.id],
    ])
  })
})

describe('a batch', () => {
  it('is not checked while somebody has no account, and is once it was added and looked up', async () => {
    const budget = await desk.money(100_000)
    const someone = await desk.person({ hasAccount: false })
    const { batch: id } = await desk.pay(budget, [regular(someone.id)], { cycle: 'c3' })
    expect(await desk.batch(id)).toMatchObject({ problems: 1 })
    expect(codesOf(await desk.step(batch, id, 'verify'))).toEqual(['batch.guard.allPayable'])
    await desk.account(someone.id, { number: '6222000099990001', holderName: someone.name })
    // the account is not the one that was looked up
    expect(codesOf(await desk.step(batch, id, 'verify'))).toEqual(['batch.guard.allPayable'])
    await desk.expectDone(desk.step(batch, id, 'refresh'))
    expect(await desk.batch(id)).toMatchObject({ problems: 0 })
    expect((await desk.step(batch, id, 'verify')).status).toBe(200)
  })

  it('is approved by two who did not check it, and its money is kept from then on', async () => {
    const budget = await desk.money(20_000)
    const [one, other] = [await desk.person(), await desk.person()]
    const { batch: id } = await desk.pay(budget, [regular(one.id), regular(other.id)], { cycle: 'c4' })
    await desk.expectDone(desk.step(batch, id, 'verify'))
    expect((await desk.step(batch, id, 'review')).body.code).toBe('another-person-required')
    await desk.expectDone(desk.step(batch, id, 'review', {}, desk.first))
    for (const by of [desk.clerk, desk.first])
      expect((await desk.step(batch, id, 'approve', {}, by)).body.code).toBe('another-person-required')
    await desk.expectDone(desk.step(batch, id, 'approve', {}, desk.second))
    expect(await desk.read(funds.records.budgetLine, budget)).toMatchObject({ reserved: 16_000, spent: 0 })
    // 4,000 are left
    const third = await desk.person()
    const { batch: next } = await desk.pay(budget, [regular(third.id)], { cycle: 'c4' })
    expect(next).not.toBe(id)
    expect(codesOf(await desk.step(batch, next, 'verify'))).toEqual(['batch.guard.isCovered'])
  })

  it('takes its lines with it when it is dropped, and they can be made anew', async () => {
    const budget = await desk.money(100_000)
    const one = await desk.person()
    const { batch: id } = await desk.pay(budget, [regular(one.id)], { cycle: 'c6' })
    await desk.expectDone(desk.step(batch, id, 'drop', { dropReason: '名单有误' }))
    expect(await desk.batch(id)).toMatchObject({ lines: 0, amount: 0, state: 'dropped' })
    expect((await desk.linesOf(id)).map(({ fields }) => fields.state)).toEqual(['dropped'])
    expect((await desk.pay(budget, [regular(one.id)], { cycle: 'c6' })).batch).not.toBe(id)
  })
})

it('figures count what arrived, whom it arrived at, what came back, and what was due', async () => {
  const budget = await desk.money(100_000)
  const [one, other] = [await desk.person(), await desk.person()]
  const arrears = { ...regular(one.id), kind: 'arrears', month: '2026-02' } as const
  const id = await desk.sent(budget, [regular(one.id), arrears, regular(other.id)], { month: '2026-03', cycle: 'f1' })
  await desk.bring(id, await desk.answerTo(id, { 3: '账号不存在' }))
  const names = ['paidSum', 'personsPaid', 'linesReturned', 'overdueBatches'] as const
  const { figures } = await desk.expectDone(
    desk.clerk('POST', '/api/v1/figures/query', {
      figures: names.map((name) => ({ indicator: `payments.${name}`, from: '2026-06-01', to: '2026-06-08' })),
    }),
  )
  expect(figures.map(({ value }: { value: number }) => value)).toEqual([16_000, 1, 1, 0])
  // a batch of May that nobody has sent by June
  const late = await desk.pay(budget, [regular(one.id)], { month: '2026-05', cycle: 'f2' })
  const asked = { figures: [{ indicator: 'payments.overdueBatches', from: '2026-06-01', to: '2026-06-08' }] }
  const told = await desk.expectDone(desk.clerk('POST', '/api/v1/figures/query', asked))
  expect([late.lines, told.figures[0].value]).toEqual([1, 1])
})

it('prints who is paid what, with account numbers masked', async () => {
  const budget = await desk.money(100_000)
  const one = await desk.person()
  const { batch: id } = await desk.pay(budget, [regular(one.id)], { cycle: 'p1', month: '2026-01' })
  const print = () => desk.clerk('POST', `${desk.server.path(batch)}/${id}/documents/paymentList`)
  expect((await print()).status).toBe(409)
  await desk.expectDone(desk.step(batch, id, 'verify'))
  const { pages } = await openPdf((await print()).bytes)
  const words = pages
    .map((page) => page.text)
    .join('')
    .replace(/\s/g, '')
  for (const text of [one.name, '共1笔', '80.00', '捌拾元整', '上河村']) expect(words).toContain(text)
  expect(words).not.toContain(one.number)
})
