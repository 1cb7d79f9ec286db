import { type Catalogue, figureUnitWord } from '@opendpf/figures'
import type { Registry } from '@opendpf/kit'
import { serviceLines } from '@opendpf/planning'
import { type PlanKind, type Standing, standingOf } from './plan-items.js'

const asks = { capability: '能力 / capability', rule: '规定 / rule', target: '指标 / target' } as const

const hows = {
  count: '计数 / counted',
  distinct: '去重计数 / each once',
  sum: '合计 / summed',
  share: '比率 / share',
  median: '中位数 / median',
  record: '台账 / on record',
} as const

const standings: Readonly<Record<Standing, string>> = {
  told: '可出数 / told',
  kept: '有台账 / on record',
  open: '尚无 / not yet',
}
const inOrder: readonly Standing[] = ['told', 'kept', 'open']

export interface PageAsked {
  readonly kinds: readonly PlanKind[]
  readonly registry: Registry
  readonly catalogue: Catalogue
}

/** The page that says what plans ask for and what of it is served (计划事项覆盖情况), as Markdown. */
export function coveragePage(asked: PageAsked): string {
  const lines = serviceLines.filter((line) => asked.kinds.some((kind) => kind.line === line))
  return [
    '# 计划事项覆盖情况 / What plans ask for, and what serves it',
    '',
    'Generated from `tests/integration/src/plan-coverage/plan-items.yaml` by a test that makes rows, takes their steps and asks for every figure named here; run it with `-u` to write this page anew.',
    '',
    'Items of annual and five-year plans are put together by what they ask of the product. A kind is **told** if figures or an answer of the interface say how far it is reached, **on record** if rows are kept that nobody counts yet, and **not yet** served otherwise. How to add a kind is told in [plans.md](plans.md#what-plans-ask-for).',
    '',
    ...summary(asked, lines),
    '',
    ...lines.flatMap((line) => section(asked, line)),
  ].join('\n')
}

function summary({ kinds, registry }: PageAsked, lines: readonly string[]): readonly string[] {
  const row = (title: string, among: readonly PlanKind[]) =>
    `| ${title} | ${among.length} | ${rowsOf(among)} | ${inOrder
      .map((standing) => rowsOf(among.filter((kind) => standingOf(kind) === standing)))
      .join(' | ')} |`
  return [
    `| 业务线 / line | 类 / kinds | 事项 / items | ${inOrder.map((standing) => standings[standing]).join(' | ')} |`,
    '|---|--:|--:|--:|--:|--:|',
    ...lines.map((line) =>
      row(
        lineTitle(registry, line),
        kinds.filter((kind) => kind.line === line),
      ),
    ),
    row('**合计 / all**', kinds),
  ]
}

const rowsOf = (kinds: readonly PlanKind[]): number => kinds.reduce((sum, { rows }) => sum + rows, 0)

const lineTitle = (registry: Registry, line: string): string =>
  bothWays((locale) => registry.text('planning', locale, `item.line.${line}`))

function section({ kinds, registry, catalogue }: PageAsked, line: string): readonly string[] {
  return [
    `## ${lineTitle(registry, line)}`,
    '',
    '| 要求 / what is asked | 事项 / items | 种类 / kind | 怎么量 / measured | 现状 / standing | 台账、流程、规则 / records, steps, rules | 指标 / figures |',
    '|---|--:|---|---|---|---|---|',
    ...kinds
      .filter((kind) => kind.line === line)
      .map((kind) => {
        const cells = [
          `${kind.zh} / ${kind.en}`,
          kind.rows,
          asks[kind.asks],
          measured(kind),
          standings[standingOf(kind)],
          servedBy(kind, registry),
          figuresOf(kind, catalogue),
        ]
        return `| ${cells.join(' | ')} |`
      }),
    '',
  ]
}

function measured({ unit, how, by = [] }: PlanKind): string {
  const dimensions = by.map((name) => `\`${name}\``).join(' ')
  return `${hows[how]}, ${bothWays((locale) => figureUnitWord(unit, locale))}${dimensions && `, 按 / by ${dimensions}`}`
}

function servedBy({ records = [], steps = [], programmes = [], routes = [] }: PlanKind, registry: Registry): string {
  return [
    ...records.map((ref) => {
      const { module, name } = registry.record(ref)
      return `${bothWays((locale) => registry.text(module, locale, name))} \`${ref}\``
    }),
    ...[...steps, ...programmes, ...routes].map((name) => `\`${name}\``),
  ].join('<br>')
}

function figuresOf({ figures = [] }: PlanKind, catalogue: Catalogue): string {
  return figures
    .map(({ indicator, filters = {} }) => {
      const title = catalogue.get(indicator)?.title
      const narrowed = Object.entries(filters).map(([name, codes]) => ` ${name}: ${codes.join(', ')}`)
      return `${title ? bothWays((locale) => title[locale]) : ''} \`${indicator}${narrowed.join('')}\``
    })
    .join('<br>')
}

const bothWays = (say: (locale: 'zh-CN' | 'en') => string): string => `${say('zh-CN')} / ${say('en')}`
