// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import type { BalancesAnswer, FundBalance } from '../contract/index.js'
import { fundsAdmin } from './funds-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const levy: FundBalance = {
  id: 'f1',
  title: '残保金',
  source: 'levy',
  year: 2026,
  division: '990121000000',
  state: 'open',
  received: 1_000_000_00,
  receivedByKind: [
    { kind: 'levy', amount: 900_000_00 },
    { kind: 'refund', amount: 100_000_00 },
  ],
  transferredIn: 0,
  spent: 400_000_50,
  spentByRecipient: [
    { kind: 'organisation', amount: 300_000_50 },
    { kind: 'payees', amount: 100_000_00 },
  ],
  spentByPlanItem: [
    { planItem: '3.1', amount: 150_000_00 },
    { planItem: null, amount: 250_000_50 },
  ],
  transferredOut: 0,
  balance: 599_999_50,
  reserved: 10_000_00,
  goods: [{ item: '轮椅', unit: '辆', quantity: 5 }],
}
const gifts: FundBalance = {
  ...levy,
  id: 'f2',
  title: '善款',
  source: 'donation',
  received: 0,
  transferredIn: 2000_00,
  spent: 0,
  transferredOut: 0,
  balance: 2000_00,
  reserved: 0,
}
const row = {
  id: 'f1',
  version: 1,
  recordedAt: '2026-06-08T02:00:00Z',
  recordedBy: 'clerk',
  division: '990121000000',
  title: '残保金',
  fields: { title: '残保金', source: 'levy', year: 2026, division: '990121000000', state: 'open' },
  masked: [],
  labels: {},
}

/** Opens a page of a county with these funds; the addresses that balances are asked for are kept. */
function open(address: string, funds: readonly FundBalance[]) {
  const asked: string[] = []
  const page = adminAt(address, {
    contributions: [personsAdmin, organisationsAdmin, fundsAdmin],
    divisions: [{ code: '990121000000', name: '示范县', level: 'county', parent: null }],
    now: '2026-06-15T02:00:00Z',
    answer(path) {
      if (path.startsWith('/funds/balances')) {
        asked.push(path)
        const date = new URL(path, 'http://x').searchParams.get('date') ?? '2026-06-15'
        return Response.json({ date, asOf: null, funds } satisfies BalancesAnswer)
      }
      return Response.json(path.startsWith('/funds/funds/f1') ? row : { rows: [], total: { value: 0, isExact: true } })
    },
  })
  return { asked, ...render(page) }
}
const cellsOf = (table: HTMLElement, name: string) => {
  const line = within(table).getByRole('row', { name: new RegExp(`^${name}`) })
  return within(line)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)
}
async function findNothingWrong(container: Element): Promise<void> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
}

it('lists all funds with income and spending beside each other, and their totals', async () => {
  const { container } = open('/p/funds/balances', [levy, gifts])
  const table = await screen.findByRole('table', { name: '资金余额' }, patience)
  expect(screen.getByText(/截至2026年6月15日，共 2 笔资金/).getAttribute('role')).toBe('status')
  expect(within(table).getByRole('link', { name: '残保金' }).getAttribute('href')).toBe('/m/funds/funds/f1')
  const place = ['2026', '示范县']
  await within(table).findAllByText('示范县', {}, patience)
  const sums = ['1,000,000.00', '0.00', '400,000.50', '0.00', '599,999.50', '10,000.00']
  expect(cellsOf(table, '残保金')).toEqual(['残疾人就业保障金', ...place, ...sums])
  expect(cellsOf(table, '善款')).toEqual(['捐赠', ...place, '0.00', '2,000.00', '0.00', '0.00', '2,000.00', '0.00'])
  const totals = ['1,000,000.00', '2,000.00', '400,000.50', '0.00', '601,999.50', '10,000.00']
  expect(cellsOf(table, '合计')).toEqual(['', '', '', ...totals])
  await findNothingWrong(container)
})

it('asks for the day that is written, once it is one, and refuses a day to come', async () => {
  const { asked } = open('/p/funds/balances', [levy])
  const field = await screen.findByLabelText('截止日期', {}, patience)
  fireEvent.change(field, { target: { value: '2026-06' } })
  fireEvent.change(field, { target: { value: '2026-06-16' } })
  expect(await screen.findByText('请填写今天或者今天以前的日期')).toBeDefined()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  fireEvent.change(field, { target: { value: '2025-12-31' } })
  await screen.findByText(/截至2025年12月31日/)
  expect(screen.queryByText('请填写今天或者今天以前的日期')).toBeNull()
  expect(asked).toEqual(['/funds/balances', '/funds/balances?date=2025-12-31'])
})

it('says so where there are no funds', async () => {
  open('/p/funds/balances', [])
  expect(await screen.findByText('还没有资金', {}, patience)).toBeDefined()
})

it('tells on the page of a fund what makes up its income and spending, on the day that is asked', async () => {
  const { asked, container } = open('/m/funds/funds/f1', [levy])
  const panel = await screen.findByRole('region', { name: '收支与余额' }, patience)
  await within(panel).findByText('截至2026年6月15日的收支与余额。', { exact: false }, patience)
  for (const [label, value] of [
    ['收入合计', '1,000,000.00'],
    ['支出合计', '400,000.50'],
    ['余额', '599,999.50'],
    ['余额中待支付', '10,000.00'],
  ] as const)
    expect(within(panel).getByText(label).nextElementSibling?.textContent).toBe(value)
  const part = (name: string) => within(panel).getByRole('table', { name })
  expect(cellsOf(part('收入（按种类）'), '残保金入库')).toEqual(['900,000.00'])
  expect(cellsOf(part('支出（按受款对象）'), '发放名单上的人')).toEqual(['100,000.00'])
  expect(cellsOf(part('支出（按工作计划项目）'), '未对应工作计划项目')).toEqual(['250,000.50'])
  expect(cellsOf(part('物资库存'), '轮椅')).toEqual(['5 辆'])
  fireEvent.change(within(panel).getByLabelText('截止日期'), { target: { value: '2026-06-01' } })
  await waitFor(() => expect(asked).toEqual(['/funds/balances?fund=f1', '/funds/balances?date=2026-06-01&fund=f1']))
  await findNothingWrong(container)
})
