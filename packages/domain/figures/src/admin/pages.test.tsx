// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { contributeAdmin } from '@opendpf/kit/admin'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FigureAsked, TrendPoint } from '../contract/index.js'
import { clinic } from '../testing/clinic.js'
import { figuresAdmin } from './figures-admin.js'

const patience = { timeout: 10_000 }
// still the day before in UTC: pages reckon in the time of China
const now = '2026-12-31T16:30:00Z'
const today = '2027-01-01'
const year = 2027
const divisions = [
  { code: '990121000000', name: '示范县', level: 'county', parent: null },
  { code: '990121100000', name: '石桥镇', level: 'town', parent: '990121000000' },
  { code: '990121001000', name: '城关街道', level: 'town', parent: '990121000000' },
]

interface Sent {
  readonly path: string
  readonly body: { readonly figure?: FigureAsked; readonly figures?: readonly FigureAsked[]; readonly cursor?: string }
}
const saved = vi.fn<(name: string) => void>()
beforeEach(() => {
  URL.createObjectURL = () => 'blob:figures'
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = function () {
    saved(this.download)
  }
})
afterEach(() => {
  cleanup()
  saved.mockClear()
})

const known = (value: number | null) => ({ value, unknownReason: value === null ? 'values-missing' : null })
const point = (of: number, value: number | null, lastYear: number): TrendPoint =>
  ({
    period: String(of),
    ...{ from: `${of}-01-01`, to: `${of}-12-31`, ...known(value), definitionVersion: 1 },
    lastYear: {
      from: `${of - 1}-01-01`,
      to: `${of - 1}-12-31`,
      ...known(lastYear),
      definitionVersion: of === 2024 ? 7 : 1,
    },
  }) as TrendPoint

/** Opens a page before a server that knows some figures, and keeps what it is asked. */
function open(address: string, permissions?: readonly string[]) {
  const sent: Sent[] = []
  const answer = (path: string, init: RequestInit | undefined) => {
    const body = JSON.parse(String(init?.body)) as Sent['body']
    sent.push({ path, body })
    const by = body.figures?.[0]?.by
    if (path === '/figures/query')
      return Response.json({
        figures: [
          {
            ...known(1234),
            isLevel: false,
            ...(body.figures?.[0]?.indicator === 'clinic.homeShare' ? { part: known(20), whole: known(null) } : {}),
            ...(by === 'sex'
              ? {
                  groups: [
                    { key: '1', ...known(1200) },
                    { key: null, ...known(34) },
                  ],
                }
              : by === 'town'
                ? { groups: [{ key: '990121100000', ...known(null) }] }
                : {}),
          },
        ],
      })
    if (path === '/figures/trend') return Response.json({ points: [point(2024, 800, 700), point(2025, 1234, 800)] })
    if (path === '/figures/breakdown-file') return new Response('ok')
    if (path === '/system/exports') return Response.json({ id: 'e1' })
    if (path === '/figures/rows')
      return Response.json({
        record: 'clinic.visit',
        rows: [
          {
            ...{ id: 'v1', version: 1, recordedAt: '2026-06-15T02:00:00Z', recordedBy: 'x', division: '990121100000' },
            ...{ title: '2026-05-05', fields: { heldOn: '2026-05-05', kind: 'home' }, masked: [], labels: {} },
          },
        ],
        total: { value: 2, isExact: true },
        ...(body.cursor === undefined ? { next: 'more' } : {}),
      })
    throw new Error(`nobody asks for ${path}`)
  }
  const contributions = [contributeAdmin(clinic), figuresAdmin]
  const { container } = render(
    adminAt(address, { contributions, divisions, now, answer, ...(permissions ? { permissions } : {}) }),
  )
  return { container, sent, asked: (path: string) => sent.filter((one) => one.path === path).map(({ body }) => body) }
}

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

describe('the catalogue', () => {
  it('says of each figure what it counts, by which date and in which unit, and finds by words', async () => {
    const { container } = open('/p/figures/catalogue')
    const table = within(await screen.findByRole('table', { name: '康复站的指标' }, patience))
    const row = table.getByRole('row', { name: /服务人次/ })
    for (const words of ['服务日期', '一段时间内发生的', '人次']) expect(row.textContent).toContain(words)
    expect(table.getByRole('link', { name: '服务人次' }).getAttribute('href')).toContain('indicator=clinic.visits')
    expect(table.getByRole('row', { name: /上门占比/ }).textContent).toContain('占全部服务的比例')
    await expectAccessible(container)
    await userEvent.type(screen.getByRole('searchbox', { name: '查找指标' }), '登记　占人口')
    await waitFor(() => expect(screen.getByText('共 13 项指标，找到 1 项')).toBeDefined())
    expect(screen.queryByRole('link', { name: '服务人次' })).toBeNull()
  })

  it('leaves out what one may not read the rows of', async () => {
    open('/p/figures/catalogue', ['figures:figure.read', 'figures:externalFigure.read'])
    expect(await screen.findByRole('link', { name: '人口' }, patience)).toBeDefined()
    expect(screen.queryByRole('link', { name: '服务人次' })).toBeNull()
  })
})

describe('a figure', () => {
  it('is asked for this year first, then for what is chosen, with the keyboard', async () => {
    const { asked, container } = open('/p/figures/figure?indicator=clinic.visits')
    expect(await screen.findByText('1,234人次', {}, patience)).toBeDefined()
    const first = { indicator: 'clinic.visits', from: `${year}-01-01`, to: `${year}-12-31` }
    expect(asked('/figures/query')[0]).toEqual({ figures: [first] })
    await userEvent.selectOptions(screen.getByLabelText('统计周期'), 'days')
    await userEvent.clear(screen.getByLabelText('开始日期'))
    expect(screen.getByText('请把日期填写完整。')).toBeDefined()
    await userEvent.type(screen.getByLabelText('开始日期'), '2025-02-01')
    await userEvent.selectOptions(screen.getByLabelText('乡镇（街道）'), '990121100000')
    await userEvent.type(screen.getByLabelText('按哪天已登记的情况'), '2025-12-31')
    await waitFor(() =>
      expect(asked('/figures/query').at(-1)).toEqual({
        figures: [
          {
            ...{ indicator: 'clinic.visits', from: '2025-02-01', to: today, division: '990121100000' },
            asOf: '2025-12-31T15:59:59.999Z',
          },
        ],
      }),
    )
    await expectAccessible(container)
  })

  it('is broken down in a table with its sum; what is not known is never 0', async () => {
    const { container } = open('/p/figures/figure?indicator=clinic.visits&by=sex')
    const table = within(await screen.findByRole('table', { name: '服务人次按性别分组' }, patience))
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent)
    // a sex that nobody has is 0, which is known; what has no sex is a row of its own
    expect(rows).toContain('男1,200')
    expect(rows).toContain('女0')
    expect(rows).toContain('不明34')
    expect(rows.at(-1)).toBe('合计1,234')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: '下载 CSV 文件' }))
    await waitFor(() => expect(saved).toHaveBeenCalledWith('服务人次.csv'))
  })

  it('tells of places by their names and says why one is not known; distinct persons have no sum', async () => {
    open('/p/figures/figure?indicator=clinic.served&by=town')
    const table = within(await screen.findByRole('table', { name: /服务人数按乡镇/ }, patience))
    await waitFor(() =>
      expect(table.getByRole('row', { name: /石桥镇/ }).textContent).toContain('不明（有的记录缺少数值）'),
    )
    expect(table.getByRole('link', { name: '石桥镇' }).getAttribute('href')).toContain('division')
    expect(table.getByRole('row', { name: /总计/ })).toBeDefined()
    expect(screen.getByText(/各组之和不等于总计/)).toBeDefined()
  })

  it('that is a share shows both of its parts', async () => {
    open('/p/figures/figure?indicator=clinic.homeShare')
    const link = await screen.findByRole('link', { name: '上门人次' }, patience)
    expect(link.parentElement?.textContent).toContain('20人次')
    expect(screen.getByRole('link', { name: '服务人次' }).parentElement?.textContent).toContain('不明')
    expect(screen.queryByRole('button', { name: '查看名单' })).toBeNull()
  })

  it('has a trend that is drawn, said in a sentence, and told as a table, by the definition of then', async () => {
    open('/p/figures/figure?indicator=clinic.visits')
    const drawing = await screen.findByRole(
      'img',
      { name: /2024年 800人次，2025年 1,234人次，上年同期 800人次/ },
      patience,
    )
    expect(drawing.querySelectorAll('rect.chart-bar')).toHaveLength(4)
    const table = within(screen.getByRole('table', { name: '服务人次历期数据' }))
    expect(table.getByRole('row', { name: /2024年/ }).textContent).toContain('700（按当时口径，第 7 版）')
    expect(table.getByRole('row', { name: /2025年/ }).textContent).toContain('1,234800')
  })

  it('opens its list only when asked to, and page by page', async () => {
    const { asked } = open('/p/figures/figure?indicator=clinic.visits&by=sex')
    const button = await screen.findByRole('button', { name: '查看名单' }, patience)
    expect(asked('/figures/rows')).toEqual([])
    button.focus()
    await userEvent.keyboard('{Enter}')
    const table = within(await screen.findByRole('table', { name: '服务人次的统计名单' }, patience))
    expect(table.getByRole('link', { name: '2026-05-05' }).getAttribute('href')).toContain('/clinic/visits/v1')
    const figure = { indicator: 'clinic.visits', from: `${year}-01-01`, to: `${year}-12-31` }
    expect(asked('/figures/rows')).toEqual([{ figure, limit: 50 }])
    await userEvent.click(screen.getByRole('button', { name: '导出' }))
    const dialog = within(await screen.findByRole('dialog', {}, patience))
    await userEvent.type(dialog.getByRole('textbox', { name: /用途/ }), '核对服务记录')
    await userEvent.click(dialog.getByRole('button', { name: /导出/ }))
    await waitFor(() =>
      expect(asked('/system/exports')[0]).toMatchObject({
        ...{ record: 'clinic.visit', query: { filters: {} }, rows: { of: 'figures', asked: figure } },
        ...{ format: 'xlsx', unmasked: false, reason: '核对服务记录' },
      }),
    )
    await userEvent.click(screen.getByRole('button', { name: '下一页' }))
    await waitFor(() => expect(asked('/figures/rows').at(-1)).toEqual({ figure, limit: 50, cursor: 'more' }))
    await userEvent.click(await screen.findByRole('button', { name: '上一页' }))
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一页' }).disabled).toBe(false))
  })
})
