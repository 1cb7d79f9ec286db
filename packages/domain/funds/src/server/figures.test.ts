import { figuresServer } from '@opendpf/figures/server'
import { organisations } from '@opendpf/organisations'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { funds } from '../contract/index.js'
import { fundsServer } from './funds-server.js'

const { fund, budgetLine, receipt, expenditure } = funds.records
let server: TestServer
let clerk: Call
let cashier: Call
beforeAll(async () => {
  server = await startTestServer({
    modules: [personsServer, organisationsServer, figuresServer, fundsServer],
    now: '2026-06-15T02:00:00Z',
  })
  clerk = server.as({ id: 'clerk' })
  cashier = server.as({ id: 'cashier' })
})
afterAll(() => server.stop())

type Named = Parameters<TestServer['path']>[0]
async function make(record: Named, values: Readonly<Record<string, unknown>>): Promise<string> {
  const { status, body } = await clerk('POST', server.path(record), values)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}
async function step(record: Named, id: string, verb: string, values = {}) {
  const { body } = await clerk('GET', `${server.path(record)}/${id}`)
  const done = await cashier('POST', `${server.path(record)}/${id}/do/${verb}`, values, {
    'if-match': `"${body.version}"`,
  })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
}

it('tells what came in and what went out by source, and how much of the year’s budget is spent', async () => {
  const organisation = await make(organisations.records.organisation, {
    name: '康复中心',
    type: 'rehab-institution',
    division: places.county,
  })
  const open = (source: string, year: number) =>
    make(fund, { title: `${source}${year}`, source, year, division: places.county })
  const receive = async (of: string, amount: number, receivedOn: string) => {
    const id = await make(receipt, { fund: of, kind: 'other', receivedOn, amount })
    await step(receipt, id, 'take')
    return id
  }
  const pay = async (line: string, amount: number, paidOn: string) => {
    const asked = { budgetLine: line, recipientKind: 'organisation', organisation, amount, purpose: '培训补贴' }
    await step(expenditure, await make(expenditure, asked), 'pay', { paidOn, voucher: '记-1' })
  }
  const line = (of: string, amount: number) => make(budgetLine, { fund: of, number: '1', use: '职业培训', amount })
  const [levy, lottery, older] = [await open('levy', 2026), await open('lottery', 2026), await open('levy', 2025)]
  await receive(levy, 80_000, '2026-02-01')
  await receive(lottery, 30_000, '2026-03-01')
  await receive(older, 50_000, '2025-12-01')
  // issued and not taken, so nothing came in
  await make(receipt, { fund: levy, kind: 'levy', receivedOn: '2026-04-01', amount: 7000 })
  const [training, devices, before] = [await line(levy, 60_000), await line(lottery, 20_000), await line(older, 50_000)]
  await pay(training, 15_000, '2026-05-01')
  await pay(devices, 5000, '2026-05-02')
  await pay(before, 9000, '2026-01-10')
  // reserved is not spent
  const asked = { budgetLine: training, recipientKind: 'organisation', organisation, amount: 4000, purpose: '第二期' }
  await make(expenditure, asked)

  const names = ['received', 'budgeted', 'spent', 'spentInYear', 'executionRate']
  const { body } = await clerk('POST', '/api/v1/figures/query', {
    figures: names.map((name) => ({
      indicator: `funds.${name}`,
      from: '2026-01-01',
      to: '2026-12-31',
      by: 'source',
    })),
  })
  const told = body.figures.map(
    ({ value, groups }: { value: number; groups: readonly { key: string; value: number | null }[] }) => [
      value,
      Object.fromEntries(groups.flatMap((group) => (group.value ? [[group.key, group.value]] : []))),
    ],
  )
  expect(told).toEqual([
    [110_000, { levy: 80_000, lottery: 30_000 }],
    [80_000, { levy: 60_000, lottery: 20_000 }],
    [29_000, { levy: 24_000, lottery: 5000 }],
    [20_000, { levy: 15_000, lottery: 5000 }],
    [25, { levy: 25, lottery: 25 }],
  ])
})
