import { fc } from '@fast-check/vitest'
import { addDays } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { funds } from '../contract/index.js'
import { balancesOn, reserve, settle } from '../spending/index.js'
import { type FundDesk, openFundDesk, today } from '../testing/fund-desk.js'

const { fund, budgetLine, receipt, expenditure, transfer, goods } = funds.records
type Values = Readonly<Record<string, unknown>>
let { server, clerk, add, make, step, openFund, receive, planLine, ask } = {} as FundDesk

beforeAll(async () => {
  ;({ server, clerk, add, make, step, openFund, receive, planLine, ask } = await openFundDesk())
})
afterAll(() => server.stop())

const read = async (record: Parameters<typeof server.path>[0], id: string) =>
  (await clerk('GET', `${server.path(record)}/${id}`)).body.fields
const codes = ({ body }: { body: { errors?: readonly { code: string }[] } }) => body.errors?.map(({ code }) => code)

const balance = (of: string, day = today) => server.write(async ({ db }) => (await balancesOn(db, [of], day)).get(of))

it('hands on no more than there is, however many transfers come at once', async () => {
  const [from, to] = [await openFund({ year: 2025 }), await openFund()]
  await receive(from, 1000)
  const moved = { fromFund: from, toFund: to, amount: 600, movedOn: today, document: '结转' }
  await expect(server.write(({ write }) => write.createMany(transfer, [moved, moved]))).rejects.toMatchObject({
    fields: [{ code: 'transfer.problem.balance' }],
  })
  expect(await balance(from)).toMatchObject({ balance: 1000, transferredOut: 0 })
  await server.write(({ write }) => write.createMany(transfer, [moved, { ...moved, amount: 400 }]))
  expect(await balance(from)).toMatchObject({ balance: 0, transferredOut: 1000 })
})

describe('a budget line', () => {
  it('is never overspent, whoever asks at once, and gets back what is released', async () => {
    const of = await openFund()
    await receive(of, 1000)
    const line = await planLine(of, 1000)
    const asked = await Promise.all([ask(line, 400), ask(line, 400), ask(line, 400)])
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 201, 422])
    expect(asked.flatMap((one) => codes(one) ?? [])).toEqual(['expenditure.problem.exceeds'])
    const [first, second] = asked.filter(({ status }) => status === 201).map(({ body }) => body.id as string)
    const paid = { paidOn: today, voucher: '2026-1' }
    // whoever asks does not pay
    expect((await step(expenditure, first ?? '', 'pay', paid, clerk)).body.code).toBe('another-person-required')
    expect((await step(expenditure, first ?? '', 'pay', paid)).status).toBe(200)
    await step(expenditure, second ?? '', 'release', { releaseReason: '不符合条件' })
    expect(await read(budgetLine, line)).toMatchObject({ reserved: 0, spent: 400 })
    expect((await ask(line, 601)).status).toBe(422)
    expect(await balance(of)).toMatchObject({ received: 1000, spent: 400, balance: 600 })
  })

  it('pays nothing that the fund has not on that day or a later one', async () => {
    const of = await openFund()
    await receive(of, 500, '2026-06-10')
    const line = await planLine(of, 5000)
    const id = (await ask(line, 500)).body.id
    const early = await step(expenditure, id, 'pay', { paidOn: '2026-06-09', voucher: '1' })
    expect(codes(early)).toEqual(['expenditure.problem.balance'])
    expect((await step(expenditure, id, 'pay', { paidOn: '2026-06-12', voucher: '1' })).status).toBe(200)
  })
})

it('splits what was reserved for payees into what was paid, what came back and what is open', async () => {
  const of = await openFund()
  await receive(of, 1000)
  const line = await planLine(of, 1000)
  const subject = { record: 'payments.batch', id: 'b1' }
  const part = { paidOn: today, voucher: 'b1', releaseReason: '银行退回' }
  const id = await server.write((context) =>
    reserve(context, { budgetLine: line, recipient: 'payees', amount: 1000, purpose: '生活补贴', subject }),
  )
  await server.write((context) => settle(context, id, { ...part, paid: 500, released: 100 }))
  expect(await read(budgetLine, line)).toMatchObject({ reserved: 400, spent: 500 })
  await expect(server.write((context) => settle(context, id, { ...part, paid: 401, released: 0 }))).rejects.toThrow()
  await server.write((context) => settle(context, id, { ...part, paid: 350, released: 50 }))
  expect(await read(budgetLine, line)).toMatchObject({ reserved: 0, spent: 850 })
  expect(await balance(of)).toMatchObject({ spent: 850, balance: 150 })
  // a list of payees is kept by a module: nobody enters one by hand
  const byHand = await add(expenditure, { budgetLine: line, recipientKind: 'payees', amount: 1, purpose: '补贴' })
  expect(codes(byHand)).toEqual(['expenditure.problem.payees'])
})

it('a receipt counts when somebody else than its issuer took the money', async () => {
  const of = await openFund()
  const id = await make(receipt, { fund: of, kind: 'donation', receivedOn: today, amount: 100 })
  expect((await balance(of))?.balance).toBe(0)
  expect((await step(receipt, id, 'take', {}, clerk)).body.code).toBe('another-person-required')
  await step(receipt, id, 'take')
  expect((await balance(of))?.balance).toBe(100)
  // what was received is no number to be corrected
  expect((await clerk('PATCH', `${server.path(receipt)}/${id}`, { amount: 1 })).status).toBe(405)
})

it('a year is closed when its rest was handed on to the next one of the same source', async () => {
  const [year, next, other] = [await openFund(), await openFund({ year: 2027 }), await openFund({ source: 'lottery' })]
  await receive(year, 300)
  expect(codes(await step(fund, year, 'close'))).toEqual(['fund.guard.nothingLeft'])
  const move = (values: Values) => add(transfer, { fromFund: year, movedOn: today, document: '结转', ...values })
  expect(codes(await move({ toFund: other, amount: 300 }))).toEqual(['transfer.problem.source'])
  // whoever saw the one fund and not the other would be told half a transfer
  const elsewhere = await openFund({ division: places.town })
  expect(codes(await move({ toFund: elsewhere, amount: 300 }))).toEqual(['transfer.problem.place'])
  expect(codes(await move({ toFund: next, amount: 301 }))).toEqual(['transfer.problem.balance'])
  expect((await move({ toFund: next, amount: 300 })).status).toBe(201)
  expect((await step(fund, year, 'close')).status).toBe(200)
  expect(await balance(next)).toMatchObject({ received: 0, transferredIn: 300, balance: 300 })
  expect(codes(await add(receipt, { fund: year, kind: 'levy', receivedOn: today, amount: 1 }))).toEqual([
    'receipt.problem.closed',
  ])
})

it('gives out no more goods than came in', async () => {
  const of = await openFund({ source: 'donation' })
  const wheelchairs = { fund: of, item: '轮椅', unit: '辆', movedOn: today }
  await make(goods, { ...wheelchairs, direction: 'in', quantity: 5 })
  expect((await add(goods, { ...wheelchairs, direction: 'out', quantity: 3 })).status).toBe(201)
  expect(codes(await add(goods, { ...wheelchairs, direction: 'out', quantity: 3 }))).toEqual(['goods.problem.stock'])
})

const deed = fc.record({
  do: fc.constantFrom('receive', 'ask', 'pay', 'release'),
  amount: fc.integer({ min: 1, max: 500 }),
  ago: fc.integer({ min: 0, max: 4 }),
})

it('on every day the balance is what came in less what was spent, and is never less than nothing', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 14 }), async (deeds) => {
      const of = await openFund()
      const line = await planLine(of, 900)
      const received: { day: string; amount: number }[] = []
      const spent: { day: string; amount: number }[] = []
      const open: { id: string; amount: number }[] = []
      for (const { do: what, amount, ago } of deeds) {
        const day = addDays(today, -ago)
        if (what === 'receive') {
          await receive(of, amount, day)
          received.push({ day, amount })
        } else if (what === 'ask') {
          const { status, body } = await ask(line, amount)
          if (status === 201) open.push({ id: body.id, amount })
        } else {
          const one = open[0]
          if (!one) continue
          const values = what === 'pay' ? { paidOn: day, voucher: '1' } : { releaseReason: '取消' }
          if ((await step(expenditure, one.id, what, values)).status !== 200) continue
          open.shift()
          if (what === 'pay') spent.push({ day, amount: one.amount })
        }
      }
      for (let ago = 5; ago >= 0; ago--) {
        const day = addDays(today, -ago)
        const sum = (all: typeof spent) => all.reduce((so, one) => (one.day <= day ? so + one.amount : so), 0)
        const told = await balance(of, day)
        expect(told).toMatchObject({ received: sum(received), spent: sum(spent), balance: sum(received) - sum(spent) })
        expect(told?.balance).toBeGreaterThanOrEqual(0)
      }
      const { amount, reserved, spent: paid } = await read(budgetLine, line)
      expect(reserved + paid).toBeLessThanOrEqual(amount)
      expect(reserved).toBe(open.reduce((so, one) => so + one.amount, 0))
    }),
    { numRuns: 6, seed: 990_121, endOnFailure: true },
  )
})
