// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type Explanation, eligibilityModule, type Simulation, type TownCount } from '../contract/index.js'
import { people } from '../testing/people.js'
import { eligibilityAdmin } from './eligibility-admin.js'
import { valueWidget } from './value-widget.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const divisions = [
  { code: '990121100000', name: '石桥镇', level: 'town', parent: null },
  { code: '990121100201', name: '上河村', level: 'village', parent: '990121100000' },
]
const both = (text: string) => ({ 'zh-CN': text, en: text })
const row = (id: string, fields: object) => ({
  id,
  version: 1,
  division: '990121100201',
  fields,
  masked: [],
  labels: {},
  recordedAt: '2026-06-15T02:00:00Z',
  recordedBy: 'tester',
})

const explanation: Explanation = {
  scheme: 'persons.nursing',
  title: both('护理补贴'),
  basis: '国发〔2015〕52号',
  subject: 'p1',
  date: '2026-06-15',
  verdict: 'unknown',
  asks: [{ fact: 'persons.age', title: both('年龄'), text: both('请登记出生日期') }],
  notes: [],
  ruleVersion: '0',
  finding: {
    verdict: 'unknown',
    test: 'all',
    parts: [
      {
        verdict: 'no',
        test: 'some',
        says: { title: both('重度残疾'), basis: '办法', failed: both('等级不在范围内'), code: 'R0' },
        fact: { name: 'persons.components', value: [{ category: '4', grade: '3' }] },
        parameter: {
          name: 'persons.severe',
          found: {
            value: [{ grade: ['1', '2'] }],
            region: '990121100000',
            since: '2026-01-01',
            document: { title: '测试办法', number: '测发〔2026〕1号', date: null },
          },
        },
        parts: [],
      },
      {
        verdict: 'unknown',
        test: 'atLeast',
        says: { title: both('年满最低年龄'), basis: '办法', failed: both('未满') },
        fact: { name: 'persons.age', value: null },
        parameter: { name: 'persons.leastAge', found: undefined },
        parts: [],
      },
    ],
  },
}

/** Opens a page on answers made up for it. */
function open(address: string, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  render(
    adminAt(address, {
      contributions: [{ module: people as never }, eligibilityAdmin],
      divisions,
      answer: (path) => {
        asked.push(path)
        const [, found] = Object.entries(answers).find(([start]) => path.startsWith(start)) ?? []
        return Response.json(found ?? { rows: [], steps: [], entries: [], deadlines: [] })
      },
    }),
  )
  return asked
}

describe('the page of a person', () => {
  it('tells what he qualifies for, clause by clause, with facts, documents, and what is still to be known', async () => {
    open('/m/persons/persons/p1', {
      '/persons/persons/p1': row('p1', { name: '示例', division: '990121100201' }),
      '/eligibility/explain': { explanations: [explanation] },
    })
    const panel = within(await screen.findByRole('region', { name: '可享受的待遇' }, patience))
    const scheme = within(await panel.findByRole('region', { name: '护理补贴' }, patience))
    expect(scheme.getByRole('heading', { name: /护理补贴.*不能确定/ })).toBeDefined()
    expect(scheme.getByText('请登记出生日期')).toBeDefined()
    // divisions come with an answer of their own
    await scheme.findByText(/石桥镇/, {}, patience)
    const clauses = scheme.getByRole('list', { name: '护理补贴的各项条件', hidden: true })
    const [severe, age] = within(clauses).getAllByRole('listitem', { hidden: true })
    for (const words of ['不符合', '等级不在范围内', '肢体残疾 三级', '一级、二级', '石桥镇', '测发〔2026〕1号', 'R0'])
      expect(severe?.textContent).toContain(words)
    for (const words of ['不能确定', '未知。请登记', '本地尚未规定']) expect(age?.textContent).toContain(words)
  })

  it.each([
    ['1', 12_000, ['每月 120.00 元', '按性别：男', '石桥镇', '分等级标准']],
    ['2', null, ['不能确定', '按性别：女', '本地没有规定此项金额']],
    [null, null, ['不能确定', '按性别：未知。请登记']],
  ])('tells what it pays by code, and why nothing can be told: %s', async (code, fen, words) => {
    const document = { title: '分等级标准', number: null, date: null }
    const found = { value: { 1: 12_000 }, region: '990121100000', since: '2026-01-01', document }
    const amount = { parameter: 'persons.standard', found, fen, by: { fact: 'persons.sex', value: code } }
    open('/m/persons/persons/p1', {
      '/persons/persons/p1': row('p1', { name: '示例', division: '990121100201' }),
      '/eligibility/explain': { explanations: [{ ...explanation, verdict: 'yes', asks: [], amount }] },
    })
    const scheme = within(await screen.findByRole('region', { name: '护理补贴' }, patience))
    const line = await scheme.findByText(/^标准：/, {}, patience)
    await scheme.findByText(/石桥镇.*分等级标准/, { selector: 'p .hint' }, patience)
    for (const word of words) expect(line.textContent).toContain(word)
  })
})

describe('the population of a scheme', () => {
  it('is counted by town, and opens the list behind a count', async () => {
    const town: TownCount = { town: '990121100', yes: 12, unknown: 1, missing: 3, surplus: 2, doubtful: 0 }
    const asked = open('/p/eligibility/population', {
      '/eligibility/schemes': { schemes: [{ name: 'persons.nursing', title: both('护理补贴'), basis: '' }] },
      '/eligibility/population/rows': {
        rows: [{ id: 'p1', title: '王示例', division: '990121100201', verdict: 'yes', receives: false }],
        next: 'p1',
      },
      '/eligibility/population?': { towns: [town] },
    })
    const counts = within(await screen.findByRole('table', { name: '按乡镇统计' }, patience))
    expect(counts.getByRole('row', { name: /石桥镇/ }).textContent).toContain('12')
    expect(counts.getByRole('row', { name: /合计/ }).textContent).toContain('3')
    const members = within(await screen.findByRole('table', { name: '应享未享' }, patience))
    expect(members.getByRole('link', { name: '王示例' }).getAttribute('href')).toBe('/m/persons/persons/p1')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /查看名单/ }), 'surplus')
    await screen.findByRole('table', { name: '已享不再符合' }, patience)
    expect(asked.some((path) => path.includes('part=surplus'))).toBe(true)
    expect(screen.getByRole('button', { name: '显示更多' })).toBeDefined()
  })
})

describe('the page of a draft', () => {
  it('tells what it would change, and shows its value in words', async () => {
    const simulation: Simulation = {
      scheme: 'persons.nursing',
      date: '2026-09-01',
      before: 30,
      after: 41,
      enter: 13,
      leave: 2,
      costBefore: 270_000,
      costAfter: null,
      towns: [{ town: '990121100', enter: 13, leave: 2 }],
    }
    open('/m/eligibility/parameters/x1', {
      '/eligibility/parameters/x1': row('x1', { name: 'persons.standard', value: 9_000, state: 'draft' }),
      '/eligibility/simulation/rows': { rows: [{ id: 'p7', title: '王小红', division: '990121100201' }], next: null },
      '/eligibility/simulation': { simulations: [simulation] },
    })
    const table = within(await screen.findByRole('table', { name: '调整测算' }, patience))
    const line = table.getByRole('row', { name: /护理补贴/ }).textContent
    for (const words of ['30', '41', '13', '2', '2,700.00', '—']) expect(line).toContain(words)
    expect((await screen.findAllByText('90.00 元', {}, patience)).length).toBeGreaterThan(0)
    const towns = within(await screen.findByRole('table', { name: '护理补贴：按乡镇（街道）' }, patience))
    expect(towns.getByRole('row', { name: /石桥镇/ }).textContent).toContain('13')
    const entering = within(await screen.findByRole('table', { name: '护理补贴：新增人员名单' }, patience))
    expect(entering.getByRole('link', { name: '王小红' }).getAttribute('href')).toBe('/m/persons/persons/p7')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '名单' }), 'leave')
    expect(await screen.findByRole('table', { name: '护理补贴：退出人员名单' }, patience)).toBeDefined()
  })
})

describe('the value of a parameter', () => {
  it('is told in words, and as it is where its declaration is gone', () => {
    const registry = { modules: [people, eligibilityModule] } as never
    const show = (name: string, value: unknown) =>
      valueWidget.show(value, 'zh-CN', { fields: { name: `persons.${name}` }, registry })
    expect(show('severe', [{ category: ['5', '6'], grade: ['3'] }])).toBe('智力残疾、精神残疾，三级')
    expect(show('sexes', ['1'])).toBe('男')
    expect(show('poorOnly', false)).toBe('否')
    expect(show('leastAge', 16)).toBe('16')
    expect(show('gone', [1])).toBe('[1]')
    expect(show('standard', 9_000)).toBe('90.00 元')
    expect(show('standard', { 1: 12_000, 2: 10_000 })).toBe('男 120.00，女 100.00 元')
  })

  it('is entered by the control of its kind', async () => {
    open('/m/eligibility/parameters/new', {})
    await screen.findByText('请先选择参数。', {}, patience)
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /^参数/ }), 'persons.sexes')
    expect(await screen.findByRole('checkbox', { name: '女' }, patience)).toBeDefined()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^参数/ }), 'persons.severe')
    await userEvent.click(await screen.findByRole('button', { name: '增加范围' }, patience))
    expect(screen.getByRole('group', { name: '范围 1' })).toBeDefined()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^参数/ }), 'persons.standard')
    expect(await screen.findByRole('textbox', { name: /标准/ }, patience)).toBeDefined()
    await userEvent.click(screen.getByRole('radio', { name: '按性别分别规定' }))
    // the section of the form is called so too
    const sums = within((await screen.findAllByRole('group', { name: '标准' }, patience)).at(-1) as HTMLElement)
    await userEvent.type(sums.getByRole('textbox', { name: /^男/ }), '120')
    await userEvent.type(sums.getByRole('textbox', { name: /^女/ }), '100.5')
    await userEvent.clear(sums.getByRole('textbox', { name: /^男/ }))
    await userEvent.type(sums.getByRole('textbox', { name: /^男/ }), '130')
    expect(sums.getByRole<HTMLInputElement>('textbox', { name: /^女/ }).value).toBe('100.5')
    await userEvent.click(screen.getByRole('radio', { name: '所有人相同' }))
    expect(await screen.findByRole<HTMLInputElement>('textbox', { name: /^标准/ }, patience)).toBeDefined()
  })
})
