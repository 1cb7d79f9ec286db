import { funds } from '@opendpf/funds'
import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { cycle, enrolment } = programmes.records
const { batch } = payments.records
const { person, account } = persons.records
let desk: Desk
let budgetLine: string
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  const money = { title: '补贴', source: 'levy', year: 2026, division: places.county }
  const fund = await desk.make(funds.records.fund, money)
  budgetLine = await desk.make(funds.records.budgetLine, { fund, number: '1', use: '补助', amount: 10_000_000 })
})
afterAll(() => desk.server.stop())

/** Who is to be paid and has no account, as payments lists them. */
async function missing(): Promise<readonly string[]> {
  const asked = desk.clerk('POST', '/api/v1/payments/account-findings', { finding: 'missing', limit: 200 })
  return (await desk.done(asked)).rows.map(({ id }: { id: string }) => id)
}
async function enterAccount(of: string): Promise<string> {
  const { name: holderName } = await desk.read(person, of)
  return desk.make(account, { person: of, bank: '农商银行', number: '6222000012340001', holderName, isDefault: true })
}

it('who is enrolled and has no account is found before there is a line of his, as long as he is enrolled', async () => {
  const [one] = [await desk.person(), await desk.person()]
  const receives = await desk.enrol('grants.allowance', one, '2026-07')
  // nobody pays it to accounts as long as the county has no budget line for it
  expect(await missing()).toEqual([])
  await desk.offer('grants.allowance', { budgetLine })
  expect(await missing()).toEqual([one])
  await enterAccount(one)
  expect(await missing()).toEqual([])
  const other = await desk.person()
  const stopped = await desk.enrol('grants.allowance', other, '2026-06')
  expect(await missing()).toEqual([other])
  await desk.take(enrolment, stopped, 'stop', { stopReason: 'moved-out', stopOn: '2026-05-31' })
  expect(await missing()).toEqual([])
  await desk.take(enrolment, receives, 'stop', { stopReason: 'moved-out', stopOn: '2026-06-01' })
})

it('what is paid once is not awaited any more when a cycle has granted it: its line is asked about then', async () => {
  const one = await desk.person()
  await desk.offer('grants.relief', { budgetLine })
  await desk.enrol('grants.relief', one, '2026-06', { lastMonth: '2026-06', amount: 5000 })
  expect(await missing()).toEqual([one])
  const id = await desk.computed('grants.relief', '2026-06')
  await desk.freeze(id)
  await desk.take(cycle, id, 'handOver')
  await desk.run('programmes.runCycles')
  expect(await missing()).toEqual([one])
  const [of] = await desk.rows(batch, `cycle=${id}`)
  await desk.take(batch, of?.id ?? '', 'drop', { dropReason: '演示' })
  expect(await missing()).toEqual([])
})
