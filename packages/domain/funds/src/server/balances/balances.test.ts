import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BalancesAnswer, type FundBalance, funds } from '../../contract/index.js'
import { reserve, settle } from '../../spending/index.js'
import { type FundDesk, openFundDesk, today } from '../../testing/fund-desk.js'

const { expenditure, transfer, goods } = funds.records
const day = 24 * 3600_000
let desk: FundDesk

beforeAll(async () => {
  desk = await openFundDesk()
})
afterAll(() => desk.server.stop())

const ask = (query: string, call = desk.clerk) => call('GET', `/api/v1/funds/balances${query}`)
async function told(fund: string, more = ''): Promise<FundBalance | undefined> {
  const { body } = await ask(`?fund=${fund}${more}`)
  return (body as BalancesAnswer).funds?.[0]
}
async function pay(line: string, amount: number, paidOn: string): Promise<void> {
  const { body } = await desk.ask(line, amount)
  await desk.step(expenditure, body.id, 'pay', { paidOn, voucher: `${amount}` })
}

describe('a fund', () => {
  it('has income and spending beside each other, before and after a booking, on a day that is past too', async () => {
    const fund = await desk.openFund()
    await desk.receive(fund, 900, '2026-06-01')
    await desk.receive(fund, 100, '2026-06-12', { kind: 'donation' })
    const [training, care] = [
      await desk.planLine(fund, 500, { planItem: '3.1' }),
      await desk.planLine(fund, 500, { use: '护理' }),
    ]
    const empty = { spent: 0, reserved: 0, spentByRecipient: [], spentByPlanItem: [] }
    expect(await told(fund)).toMatchObject({
      title: '残保金',
      source: 'levy',
      year: 2026,
      received: 1000,
      receivedByKind: [
        { kind: 'donation', amount: 100 },
        { kind: 'levy', amount: 900 },
      ],
      balance: 1000,
      ...empty,
    })
    await pay(training, 200, '2026-06-10')
    await pay(care, 50, today)
    await desk.ask(care, 30)
    expect(await told(fund)).toMatchObject({
      received: 1000,
      spent: 250,
      spentByRecipient: [{ kind: 'organisation', amount: 250 }],
      spentByPlanItem: [
        { planItem: '3.1', amount: 200 },
        { planItem: null, amount: 50 },
      ],
      reserved: 30,
      balance: 750,
    })
    const before = await told(fund, '&date=2026-06-09')
    expect(before).toMatchObject({ received: 900, receivedByKind: [{ kind: 'levy', amount: 900 }], balance: 900 })
    expect(before).toMatchObject(empty)
    expect(await told(fund, '&date=2026-06-10')).toMatchObject({ received: 900, spent: 200, balance: 700 })
  })

  it('tells what was handed on apart from income and spending, and goods in their own unit', async () => {
    const [year, next] = [
      await desk.openFund({ source: 'donation', year: 2025 }),
      await desk.openFund({ source: 'donation' }),
    ]
    await desk.receive(year, 300, '2026-06-01')
    await desk.make(transfer, { fromFund: year, toFund: next, amount: 120, movedOn: '2026-06-14', document: '结转' })
    const chairs = { fund: next, item: '轮椅', unit: '辆' }
    await desk.make(goods, { ...chairs, direction: 'in', quantity: 5, movedOn: '2026-06-13' })
    await desk.make(goods, { ...chairs, direction: 'out', quantity: 5, movedOn: today })
    await desk.make(goods, { ...chairs, item: '拐杖', unit: '副', direction: 'in', quantity: 9, movedOn: today })
    expect(await told(year)).toMatchObject({ received: 300, spent: 0, transferredOut: 120, balance: 180 })
    expect(await told(next)).toMatchObject({
      received: 0,
      receivedByKind: [],
      transferredIn: 120,
      balance: 120,
      goods: [{ item: '拐杖', unit: '副', quantity: 9 }],
    })
    expect(await told(next, '&date=2026-06-13')).toMatchObject({
      transferredIn: 0,
      balance: 0,
      goods: [{ item: '轮椅', unit: '辆', quantity: 5 }],
    })
  })
})

it('refuses what it does not understand, and whoever may not read funds', async () => {
  for (const [query, what] of [
    ['?date=2026-02-30', 'date'],
    ['?date=2026-06-16', 'date'],
    ['?date=2026-06-01&date=2026-06-02', 'date'],
    ['?asOf=yesterday', 'asOf'],
    ['?asOf=2026-06-16T00:00:00Z', 'asOf'],
    ['?fund=%00', 'fund'],
    ['?net=1', 'net'],
  ] as const) {
    const { status, body } = await ask(query)
    expect([query, status, body.code]).toEqual([query, 400, 'invalid-request'])
    expect(body.detail).toContain(what)
  }
  expect((await ask('?fund=00000000-0000-7000-8000-000000000000')).status).toBe(404)
  expect((await ask('', desk.server.as({ may: ['funds:receipt.read'] }))).status).toBe(403)
})

it('tells each place its own funds alone', async () => {
  const [county, town] = [await desk.openFund(), await desk.openFund({ division: places.town })]
  await desk.receive(town, 70)
  const seenAt = async (at: string) => {
    const { body } = await ask('', desk.server.as({ at }))
    return (body as BalancesAnswer).funds
  }
  expect((await seenAt(places.county)).map(({ id }) => id)).toEqual(expect.arrayContaining([county, town]))
  expect(await seenAt(places.town)).toMatchObject([{ id: town, received: 70, balance: 70 }])
  expect(await seenAt(places.neighbour)).toEqual([])
  expect((await ask(`?fund=${county}`, desk.server.as({ at: places.neighbour }))).status).toBe(404)
})

// the clock is moved on from here
it('tells a day as it was known then, and what was reserved at its end', async () => {
  const fund = await desk.openFund()
  await desk.receive(fund, 1000)
  const line = await desk.planLine(fund, 1000)
  const list = await desk.server.write((context) =>
    reserve(context, {
      budgetLine: line,
      recipient: 'payees',
      amount: 600,
      purpose: '生活补贴',
      subject: { record: 'payments.batch', id: 'b1' },
    }),
  )
  const other = (await desk.ask(line, 100)).body.id
  const then = desk.server.clock.now().toISOString()
  desk.server.clock.advance(2 * day)
  const paid = { voucher: 'b1', releaseReason: '银行退回' }
  // the bank tells later what it paid on that day; a promise is taken back
  await desk.server.write((context) => settle(context, list, { ...paid, paidOn: today, paid: 250, released: 0 }))
  await desk.step(expenditure, other, 'release', { releaseReason: '取消' })
  await desk.receive(fund, 5, today)
  expect(await told(fund)).toMatchObject({ received: 1005, spent: 250, reserved: 350, balance: 755 })
  // nothing is told twice: what is known to be paid by then is not promised any more
  expect(await told(fund, `&date=${today}`)).toMatchObject({ received: 1005, spent: 250, reserved: 450, balance: 755 })
  expect(await told(fund, `&date=${today}&asOf=${then}`)).toMatchObject({
    received: 1000,
    spent: 0,
    reserved: 700,
    balance: 1000,
  })
  expect((await ask(`?fund=${fund}&asOf=2026-06-15T01:00:00Z`)).status).toBe(404)
})
