// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { funds } from '@opendpf/funds'
import type { Module } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { shippedTemplates } from '../contract/index.js'
import { paidColumnsWidget } from './columns/columns-widgets.js'
import { paymentsAdmin } from './payments-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const row = (id: string, title: string, fields: object) => ({
  id,
  version: 1,
  recordedAt: '2026-06-08T02:00:00Z',
  recordedBy: 'clerk',
  division: '990121000000',
  title,
  fields,
  masked: [],
  labels: {},
})
const list = (...rows: readonly object[]) => ({ rows, total: { value: rows.length, isExact: true } })
const batch = row('b1', '生活补贴 2026-06', { state: 'sent', amount: 20_000, paid: 8000, returned: 6000 })
const returned = row('l2', '2026-06', {
  position: 2,
  person: 'p1',
  net: 6000,
  accountNumber: '6222****0002',
  returnCode: 'E01',
  returnText: '账户已销户',
})

interface Sent {
  readonly path: string
  readonly body: unknown
}

/** Shows a page of a county with what the lists hold; what is sent is kept. */
function show(options: {
  readonly file?: object
  readonly isSent?: boolean
  readonly permissions?: readonly string[]
}) {
  const sent: Sent[] = []
  const { file, isSent = true, permissions = ['*'] } = options
  const answer = (path: string, init: RequestInit | undefined) => {
    if (init?.method === 'POST') {
      sent.push({ path, body: JSON.parse(String(init.body)) })
      return Response.json({ batch: 'b2' })
    }
    if (path.startsWith('/payments/batches')) return Response.json(isSent ? list(batch) : list())
    if (path.startsWith('/payments/exchanges/')) return Response.json(row('x1', '', file ?? {}))
    if (path.startsWith('/payments/exchanges')) return Response.json(file ? list(row('x1', '', file)) : list())
    if (path.startsWith('/payments/lines')) return Response.json(list(returned))
    throw new Error(`nobody asks for ${path}`)
  }
  const contributions = [personsAdmin, organisationsAdmin, contributeAdmin(funds as unknown as Module), paymentsAdmin]
  return { sent, ...render(adminAt('/p/payments/reconciliation', { contributions, permissions, answer })) }
}

async function findNothingWrong(container: Element): Promise<void> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
}

describe('the page of accounts to check', () => {
  const account = row('a1', '农商银行', {
    person: 'p1',
    bank: '农商银行',
    holderName: '李四',
    number: '6222****0001',
  })
  /** The page of a county in which two persons share an account, and more names differ than are counted; what is asked is kept. */
  function showFindings(permissions: readonly string[] = ['*']) {
    const asked: unknown[] = []
    const page = adminAt('/p/payments/findings', {
      contributions: [personsAdmin, organisationsAdmin, contributeAdmin(funds as unknown as Module), paymentsAdmin],
      permissions,
      divisions: [
        { code: '990121000000', name: '示范县', level: 'county', parent: null },
        { code: '990121100000', name: '石桥镇', level: 'town', parent: '990121000000' },
      ],
      answer: (path, init) => {
        if (path !== '/payments/account-findings') return Response.json(list())
        const body = JSON.parse(String(init?.body))
        asked.push(body)
        if (body.finding === 'other-name')
          return Response.json({ rows: [account], total: { value: 1000, isExact: false }, next: 'further' })
        return Response.json(body.finding === 'shared' ? list(account) : list())
      },
    })
    return { asked, ...render(page) }
  }

  it('says how many were found of each kind, lists them, each row leading to whom it is about, and says so when none was', async () => {
    const { container, asked } = showFindings()
    expect(await screen.findByText('没有需要核查的账户', {}, patience)).toBeDefined()
    await screen.findByRole('tab', { name: '户名与本人不符（1,000 条以上）' }, patience)
    expect(screen.getByRole('tab', { name: '没有账户（0 条）' })).toBeDefined()
    expect(screen.getByRole('tab', { name: '非本人账户未经同意（0 条）' })).toBeDefined()
    fireEvent.click(screen.getByRole('tab', { name: '多人共用账户（1 条）' }))
    const table = await screen.findByRole('table', { name: '多人共用账户' }, patience)
    expect(table.querySelector('a')?.getAttribute('href')).toContain('/persons/accounts/a1')
    // the first page of a kind is asked for once, for its count and its list
    const kinds = ['missing', 'unapproved', 'other-name', 'shared'].map((finding) => ({ finding }))
    expect(asked).toEqual(kinds)
    await findNothingWrong(container)
  })

  it('asks for the place that is chosen', async () => {
    const { asked } = showFindings()
    const places = await screen.findByLabelText(/乡镇（街道）/, {}, patience)
    fireEvent.change(places, { target: { value: '990121100000' } })
    const within = () => asked.filter((one) => (one as { readonly within?: string }).within === '990121100000')
    await waitFor(() => expect(within()).toHaveLength(4), patience)
  })

  it('shows no accounts to who may not read them, and asks for none', async () => {
    const { asked } = showFindings(['payments:batch.refresh', 'payments:line.read', 'persons:person.read'])
    expect(await screen.findByRole('tab', { name: '没有账户（0 条）' }, patience)).toBeDefined()
    expect(screen.getAllByRole('tab')).toHaveLength(1)
    expect(asked).toEqual([{ finding: 'missing' }])
    cleanup()
    showFindings(['payments:batch.refresh'])
    expect(await screen.findByText('查看这里的人员和账户需要人员登记的查看权限', {}, patience)).toBeDefined()
  })
})

describe('the page for reconciliation', () => {
  it('says what is pending and what came back with its reason, and pays that anew', async () => {
    const { container, sent } = show({ file: { state: 'booked', paid: 1, returned: 1, missing: 1 } })
    expect(await screen.findByText('账户已销户', {}, patience)).toBeDefined()
    expect(screen.getByText('未回盘金额').nextElementSibling?.textContent).toContain('60.00')
    expect(
      await screen.findByText('最近一次文件已入账：成功 1 笔，退回 1 笔，文件中没有 1 笔', {}, patience),
    ).toBeDefined()
    await findNothingWrong(container)
    fireEvent.click(screen.getByRole('button', { name: '重新发放' }))
    fireEvent.click(await screen.findByLabelText('账户没有变动的，已核实账户无误', {}, patience))
    const [, confirm] = await screen.findAllByText('重新发放', {}, patience)
    if (!confirm) throw new Error('the dialog has no button')
    fireEvent.click(confirm)
    await waitFor(() =>
      expect(sent).toEqual([{ path: '/payments/reissues', body: { batch: 'b1', isAccountRight: true } }]),
    )
  })

  it('lists what is wrong with a file, row by row', async () => {
    const problems = '第 2 行：金额和本批次的不一致\n第 5 行：本批次没有这一笔'
    const { container } = show({ file: { state: 'refused', problemCount: 2, problems } })
    expect(await screen.findByText('第 5 行：本批次没有这一笔', {}, patience)).toBeDefined()
    expect(screen.getByText(/有 2 处问题，全部没有入账/)).toBeDefined()
    await findNothingWrong(container)
  })

  it('does not send without the day and the file', async () => {
    const { sent } = show({})
    fireEvent.click(await screen.findByRole('button', { name: '导入并入账' }, patience))
    expect((await screen.findAllByText('请选择银行回盘文件', {}, patience)).length).toBeGreaterThan(0)
    expect(screen.getAllByText('请填写银行到账的日期').length).toBeGreaterThan(0)
    expect(sent).toEqual([])
  })

  it('says that nothing is at the bank, and offers nothing to who may only read', async () => {
    show({ isSent: false })
    expect(await screen.findByText('没有送银行的批次', {}, patience)).toBeDefined()
    cleanup()
    show({ permissions: ['*:*.read', 'payments:batch.takeResult'] })
    expect(await screen.findByText('账户已销户', {}, patience)).toBeDefined()
    expect(screen.queryByRole('button', { name: '重新发放' })).toBeNull()
  })
})

it('columns of a template are told in words', () => {
  const columns = shippedTemplates[0]?.paidColumns
  expect(paidColumnsWidget.show(columns, 'zh-CN')).toBe('序号、账号、户名、金额（元）、说明')
  expect(paidColumnsWidget.show(columns, 'en')).toBe(
    'Number of the line, Account number, Account holder, Amount in yuan, Remark',
  )
  expect(paidColumnsWidget.show([{ value: 'nobody knows' }], 'en')).toBe('')
})
