// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { PlanProgress } from '../contract/index.js'
import { sampleAssessment } from '../testing/sample-assessment.js'
import { sampleProgress } from '../testing/sample-progress.js'
import { planningAdmin } from './planning-admin.js'

afterEach(cleanup)
const patience = { timeout: 10_000 }
const divisions = [
  { code: '990121000000', name: '示范县', level: 'county', parent: null },
  { code: '990121100000', name: '石桥镇', level: 'town', parent: '990121000000' },
  { code: '990121001000', name: '城关街道', level: 'town', parent: '990121000000' },
]

const row = (id: string, title: string, fields: object) => ({
  id,
  version: 1,
  recordedAt: '2026-06-15T02:00:00Z',
  recordedBy: 'x',
  division: '990121000000',
  title,
  fields,
  masked: [],
  labels: {},
})
const list = (...rows: readonly object[]) => ({ rows, total: { value: rows.length, isExact: true } })
const finding = {
  code: 'no-owner',
  severity: 'error',
  item: '1',
  itemId: 'i1',
  title: '职业技能培训',
  field: 'owner',
  params: {},
  message: '没有责任单位或责任人，请填写',
}

interface Sent {
  readonly path: string
  readonly body: unknown
}

/** Opens a page before a server that answers with a plan, and keeps what it is sent. */
function open(address: string, progress: PlanProgress = sampleProgress()) {
  const sent: Sent[] = []
  const answer = (path: string, init: RequestInit | undefined) => {
    if (init?.method === 'POST') {
      const body = JSON.parse(String(init.body)) as { readonly isTrial?: boolean; readonly content?: string }
      sent.push({ path, body })
      if (path === '/figures/rows')
        return Response.json({
          record: 'planning.plan',
          ...list(row('p1', '计划甲', { title: '计划甲' })),
          next: 'more',
        })
      if (path === '/planning/plan-files' && body.content === 'broken')
        return Response.json(
          {
            code: 'invalid-input',
            status: 422,
            title: '填写有误',
            detail: '有 1 处需要修改',
            errors: [{ path: 'items.0.unit', code: 'choose', message: '第 8 行：请选择unit' }],
          },
          { status: 422 },
        )
      return Response.json({ title: '计划', items: 3, ...(body.isTrial ? {} : { id: 'p9' }) })
    }
    if (path.endsWith('/progress')) return Response.json(progress)
    if (path.endsWith('/findings')) return Response.json({ findings: [finding] })
    if (path.endsWith('/assessment')) return Response.json(sampleAssessment)
    if (path.startsWith('/planning/plans'))
      return Response.json(list(row('p1', progress.plan.title, { state: 'adopted' })))
    if (path.startsWith('/planning/schemes')) return Response.json(list(row('c1', '康复示范县', { state: 'running' })))
    if (path.startsWith('/planning/comments'))
      return Response.json(list(row('m1', '甲', { author: '甲', writtenAt: '2026-06-15T02:00:00Z', text: '名额偏少' })))
    throw new Error(`nobody asks for ${path}`)
  }
  const { container } = render(
    adminAt(address, {
      contributions: [contributeAdmin(persons), contributeAdmin(organisations), planningAdmin],
      divisions,
      answer,
    }),
  )
  return { container, sent }
}

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

describe('the whole plan', () => {
  it('tells of each item its target, result, state and owner, under its section', async () => {
    const { container } = open('/p/planning/plan?plan=p1')
    const table = await screen.findByRole('table', { name: /的项目$/ }, patience)
    expect(within(table).getByRole('rowheader', { name: /一、工作任务/ })).toBeDefined()
    const first = within(table).getByRole('row', { name: /^1 职业技能培训/ })
    for (const words of [
      '不少于300人',
      '160人（尚有 1 处未报）',
      '53%',
      '目前应完成 50%',
      '310人至330人',
      '进度正常',
      '就业股',
      '已调整 1 次',
    ])
      expect(first.textContent).toContain(words)
    const unknown = within(table).getByRole('row', { name: /^3 就业率/ })
    expect(unknown.textContent).toContain('未明确（原文遮盖）')
    expect(unknown.textContent).toContain('情况不明')
    expect(unknown.textContent).not.toContain('0%')
    expect(within(table).getByRole('link', { name: '填报完成数：托养入住' }).getAttribute('href')).toContain('item=i2')
    await expectAccessible(container)
  })

  it('opens the shares of an item with the keyboard, and shows findings and comments', async () => {
    open('/p/planning/plan?plan=p1')
    const button = await screen.findByRole('button', { name: '各地任务（1）' }, patience)
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByText('石桥镇')).toBeNull()
    button.focus()
    await userEvent.keyboard('{Enter}')
    expect((await screen.findByRole('row', { name: /石桥镇/ }, patience)).textContent).toContain('60人')
    expect(await screen.findByText('没有责任单位或责任人，请填写')).toBeDefined()
    expect(await screen.findByText('名额偏少')).toBeDefined()
  })

  it('that is a draft shares an item out, with the sum beside the target', async () => {
    const { sent } = open('/p/planning/plan?plan=p1', sampleProgress('draft'))
    await userEvent.click(await screen.findByRole('button', { name: '分解任务：职业技能培训' }, patience))
    const dialog = within(await screen.findByRole('dialog'))
    expect((dialog.getByLabelText(/石桥镇/) as HTMLInputElement).value).toBe('300')
    await userEvent.clear(dialog.getByLabelText(/石桥镇/))
    await userEvent.type(dialog.getByLabelText(/石桥镇/), '120')
    await userEvent.type(dialog.getByLabelText(/城关街道/), '180')
    expect(dialog.getByRole('status').textContent).toBe('合计 300人，目标 300人')
    await userEvent.click(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      path: '/planning/items/i1/shares',
      body: {
        shares: [
          { division: '990121100000', value: 120 },
          { division: '990121001000', value: 180 },
        ],
      },
    })
  })
})

it('the board names what needs attention, and puts the places in order', async () => {
  const { container } = open('/p/planning/board')
  expect(await screen.findByText(/共 3 个项目，平均完成 57%，逾期 1 个/, {}, patience)).toBeDefined()
  const trouble = within(screen.getByRole('table', { name: '需要督办的项目一览' }))
  expect(trouble.getAllByRole('row')).toHaveLength(2)
  expect(trouble.getByRole('row', { name: /托养入住/ }).textContent).toContain('逾期未完成')
  const league = within(screen.getByRole('table', { name: '各地排名一览' }))
  expect((await league.findByRole('row', { name: /石桥镇/ }, patience)).textContent).toMatch(/^1石桥镇/)
  await expectAccessible(container)
})

it('the first page tells how the plan stands, and leads to the board', async () => {
  const { container } = open('/')
  const section = await screen.findByRole('region', { name: '示范县2026年残疾人工作计划' }, patience)
  expect(within(section).getByText(/共 3 个项目，平均完成 57%，逾期 1 个/)).toBeDefined()
  expect(within(section).getByRole('link', { name: '计划进度' }).getAttribute('href')).toBe('/p/planning/board?plan=p1')
  await expectAccessible(container)
})

it('the sheet to print has the words of the plan and its items', async () => {
  open('/p/planning/sheet?plan=p1')
  const sheet = within(await screen.findByRole('article', {}, patience))
  expect(sheet.getByText('为民解困')).toBeDefined()
  expect(sheet.getAllByRole('table')).toHaveLength(2)
})

it('a file is checked before it is brought in, and each problem is told', async () => {
  const { sent, container } = open('/p/planning/bring')
  const input = await screen.findByLabelText(/计划文件/, {}, patience)
  await userEvent.upload(input, new File(['broken'], 'plan.yaml'))
  await userEvent.click(screen.getByRole('button', { name: '只检查' }))
  expect(await screen.findByText('第 8 行：请选择unit')).toBeDefined()
  await userEvent.upload(input, new File([new Uint8Array([80, 75])], '计划.XLSX'))
  await userEvent.click(screen.getByRole('button', { name: '导入' }))
  expect(await screen.findByText('已导入“计划”，共 3 个项目')).toBeDefined()
  expect(sent[1]?.body).toEqual({ format: 'xlsx', content: 'UEs=', isTrial: false })
  await expectAccessible(container)
})

it('an assessment tells its points, what is not known, and what is done about weak points', async () => {
  const { container } = open('/p/planning/assessment')
  const table = within(await screen.findByRole('table', { name: '康复服务' }, patience))
  expect(table.getByRole('row', { name: /服务覆盖率/ }).textContent).toContain('30/60 分')
  expect(table.getByRole('row', { name: /满意度/ }).textContent).toContain('不明（20 分）')
  expect(screen.getByText('80 分，还差 30 分')).toBeDefined()
  expect(within(screen.getByRole('region', { name: '完整性检查' })).getByText(/第 2 项没有责任单位/)).toBeDefined()
  expect(screen.getByRole('link', { name: '新建10处' })).toBeDefined()
  expect(screen.getByText('已逾期')).toBeDefined()
  await expectAccessible(container)
})

it('a number that was counted opens the rows behind it, asked with the same words', async () => {
  const progress = sampleProgress()
  const counted = { indicator: 'lessons.trained', filters: { kind: ['craft'] } }
  const items = progress.items.map((one) => ({ ...one, ...counted }))
  open('/p/planning/plan?plan=p1', { ...progress, items })
  const link = await screen.findByRole('link', { name: /查看名单：职业技能培训$/ }, patience)
  expect(link.getAttribute('href')).toContain('item=i1')
  cleanup()
  const { sent } = open('/p/planning/counted?plan=p1&item=i1&division=990121100000', { ...progress, items })
  expect(await screen.findByRole('table', { name: /“职业技能培训”.*统计的 1 条记录/ }, patience)).toBeDefined()
  const figure = { ...counted, division: '990121100000', from: '2026-01-01', to: '2026-07-01' }
  expect(sent).toEqual([{ path: '/figures/rows', body: { figure, limit: 50 } }])
  await userEvent.click(screen.getByRole('button', { name: '下一页' }))
  await waitFor(() => expect(sent[1]?.body).toEqual({ figure, limit: 50, cursor: 'more' }))
})
