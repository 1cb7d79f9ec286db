// @vitest-environment jsdom
import { AdminProvider, createAdmin } from '@opendpf/admin'
import { adminAt } from '@opendpf/admin/page-testing'
import { eligibilityAdmin } from '@opendpf/eligibility/admin'
import { funds } from '@opendpf/funds'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { grants } from '../testing/grants.js'
import { programmesAdmin } from './programmes-admin.js'
import { SurveyInput } from './widgets/survey-input.js'
import { surveyWidget } from './widgets/widgets.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const row = (id: string, fields: object) => ({
  id,
  version: 1,
  division: '990121000000',
  fields,
  masked: [],
  labels: {},
  recordedAt: '2026-06-15T02:00:00Z',
  recordedBy: 'tester',
})
const list = (...rows: readonly object[]) => ({ rows, total: { count: rows.length, isExact: true }, next: null })
const contributions = [
  personsAdmin,
  organisationsAdmin,
  contributeAdmin(funds),
  eligibilityAdmin,
  contributeAdmin(grants),
  programmesAdmin,
]

/** Opens a page on answers made up for it. */
const open = (address: string, answers: Readonly<Record<string, unknown>>, asked: string[] = []) =>
  render(
    adminAt(address, {
      contributions,
      answer: (path) => {
        asked.push(path)
        const [, found] = Object.entries(answers).find(([start]) => path.startsWith(start)) ?? []
        return Response.json(found ?? { rows: [], steps: [], entries: [], deadlines: [] })
      },
    }),
  )

const clauseWords = {
  basis: '演示办法',
  failed: { 'zh-CN': '家庭不在低保范围内', en: 'No low allowance' },
}
const applied = { personName: '示例', state: 'review', applicant: 'self', channel: 'counter' }

const summary = {
  differences: [
    { kind: 'death', state: 'open', count: 2 },
    { kind: 'moved-out', state: 'kept', count: 1 },
  ],
  changes: [
    { change: 'same', standing: 'pays', count: 120, amount: 1_200_000 },
    { change: 'new', standing: 'held', count: 2, amount: 20_000 },
  ],
}

describe('the workbench of cycles', () => {
  it('shows what stands between a cycle and its approval', async () => {
    const cycle = row('c1', { programme: 'grants.allowance', month: '2026-06', state: 'computed', members: 120 })
    const { container } = open('/p/programmes/cycles', {
      '/programmes/cycle-summaries/c1': summary,
      '/programmes/cycles': list(cycle),
    })
    const differences = within(await screen.findByRole('table', { name: '差异' }, patience))
    expect(differences.getByRole('row', { name: /死亡 待处理 2/ })).toBeDefined()
    const changes = within(screen.getByRole('table', { name: '与上期相比' }))
    expect(changes.getByRole('row', { name: /不变 发放 120 12,000.00/ })).toBeDefined()
    expect(screen.getByRole('link', { name: '处理差异' }).getAttribute('href')).toContain('/d/programmes/differences')
    expect(screen.getByRole('option', { name: /生活补助（演示） · 2026-06 · 待核查/ })).toBeDefined()
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('says that there is none', async () => {
    open('/p/programmes/cycles', { '/programmes/cycles': list() })
    expect(await screen.findByText(/还没有发放周期/, {}, patience)).toBeDefined()
  })
})

describe('the page of gaps', () => {
  it('tells of each programme who is missing, and leads to the list', async () => {
    const gap = { programme: 'grants.allowance', scheme: 'grants.allowance', qualifying: 30, missing: 4 }
    open('/p/programmes/gaps', {
      '/programmes/gaps': {
        gaps: [{ ...gap, surplus: 1, doubtful: 0 }],
        offers: [
          {
            id: 'o1',
            programme: 'grants.allowance',
            region: '990121000000',
            recipients: 26,
            quota: 40,
            budget: { amount: 900_000, reserved: 100_000, spent: 250_000 },
          },
          { id: 'o2', programme: 'grants.relief', region: '990121000000', recipients: 0, quota: null, budget: null },
        ],
      },
    })
    const table = within(await screen.findByRole('table', { name: '各项目应享未享' }, patience))
    expect(table.getByRole('row', { name: /生活补助（演示） 30 4 1 0/ })).toBeDefined()
    const link = table.getByRole('link', { name: '查看名单：生活补助（演示）' })
    expect(link.getAttribute('href')).toContain('scheme=grants.allowance')
    const money = within(screen.getByRole('table', { name: '本年度项目的指标与预算' }))
    expect(
      money.getByRole('row', { name: /生活补助（演示） .* 26 40 9,000.00 1,000.00 2,500.00 5,500.00/ }),
    ).toBeDefined()
    expect(money.getByRole('row', { name: /临时救助（演示） .* 0 — — — — —/ })).toBeDefined()
  })
})

describe('the page of an application', () => {
  it('tells whoever reviews it what the rules say today, of whom the programme is for', async () => {
    const both = (text: string) => ({ 'zh-CN': text, en: text })
    const parts = [
      { verdict: 'no', test: 'is', parts: [], says: { ...clauseWords, title: both('家庭经济状况在范围内') } },
    ]
    const asked: string[] = []
    open(
      '/m/programmes/applications/a1',
      {
        '/programmes/applications/a1': row('a1', { ...applied, programme: 'grants.allowance', person: 'p1' }),
        '/eligibility/explain': {
          explanations: [
            {
              scheme: 'grants.allowance',
              title: both('生活补助'),
              basis: '演示办法',
              subject: 'p1',
              date: '2026-06-15',
              verdict: 'no',
              finding: { verdict: 'no', test: 'all', parts },
              asks: [],
              notes: [],
              ruleVersion: '0',
            },
          ],
        },
      },
      asked,
    )
    const panel = within(await screen.findByRole('region', { name: '资格认定' }, patience))
    const answer = within(await panel.findByRole('region', { name: '生活补助' }, patience))
    expect(answer.getByRole('heading', { name: /生活补助 不符合/ })).toBeDefined()
    const [clause] = answer.getAllByRole('listitem', { hidden: true })
    expect(clause?.textContent).toContain('家庭不在低保范围内')
    expect(asked).toContain('/eligibility/explain?subject=p1&scheme=grants.allowance')
  })
})

describe('the page of a person', () => {
  it('tells what he receives since when, and what was granted lately', async () => {
    open('/m/persons/persons/p1', {
      '/persons/persons/p1': row('p1', { name: '示例', division: '990121100201' }),
      '/eligibility/explain': { explanations: [] },
      '/programmes/enrolments': list(
        row('e1', { programme: 'grants.allowance', fromMonth: '2026-03', state: 'active', personName: '示例' }),
      ),
      '/programmes/entitlements': list(
        row('t1', { programme: 'grants.allowance', month: '2026-06', kind: 'regular', amount: 10_000 }),
      ),
    })
    const panel = within(await screen.findByRole('region', { name: '正在享受的项目' }, patience))
    expect((await panel.findByRole('listitem', {}, patience)).textContent).toContain('生活补助（演示） 在册 2026-03 起')
    expect(panel.getByRole('row', { name: /2026-06 生活补助（演示） 当期 100.00/ })).toBeDefined()
  })
})

describe('a home survey', () => {
  it('is entered question by question, and shown in words', () => {
    const changed = vi.fn()
    const props = { id: 's', isInvalid: false, onChange: changed, fields: { programme: 'grants.allowance' } }
    render(
      <AdminProvider parts={createAdmin({ contributions, locale: 'zh-CN' })}>
        <SurveyInput {...props} value={{ rooms: 2 }} />
      </AdminProvider>,
    )
    const rooms = screen.getByLabelText(/住房间数/)
    fireEvent.change(rooms, { target: { value: '3' } })
    expect(changed).toHaveBeenLastCalledWith({ rooms: 3 })
    fireEvent.click(screen.getByLabelText('井水'))
    expect(changed).toHaveBeenLastCalledWith({ rooms: 2, water: 'well' })
    const about = { fields: props.fields, registry: createAdmin({ contributions, locale: 'zh-CN' }).admin.registry }
    const shown = surveyWidget.show({ rooms: 2, livesAlone: true, water: 'well' }, 'zh-CN', about)
    expect(shown).toBe('住房间数：2；是否独居：是；用水：井水；其他情况：—')
  })
})
