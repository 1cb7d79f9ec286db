import type { PlanUnit } from '@opendpf/planning'
import type { ReportFigures } from '../records/report-figures.js'
import { type PublishedSum, suppress } from './suppress.js'

/** A cell of a published table: a number, hidden because it is of few people, or not known. */
export type PublishedCell =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' }

/** An item by towns as it may be published. */
export interface PublishedStatistic {
  readonly item: string
  readonly values: readonly PublishedCell[]
  readonly total: PublishedCell
}

/** What is counted in these is people, or a household of them. */
const ofPeople: ReadonlySet<PlanUnit> = new Set(['person', 'person-time', 'household', 'case'])

/** The figures of a report by towns, with everything hidden that would tell of few people. */
export function publishedStatistics({ items, statistics }: ReportFigures): readonly PublishedStatistic[] {
  const units = new Map(items.map(({ number, unit }) => [number, unit]))
  return statistics.map(({ item, values, total, addsUp }) => {
    const unit = units.get(item)
    const hidden = unit !== undefined && ofPeople.has(unit) ? hiddenOf({ values, total, addsUp }) : new Set<string>()
    const cellOf = (key: string, value: number | null): PublishedCell =>
      value === null ? { kind: 'unknown' } : hidden.has(key) ? { kind: 'hidden' } : { kind: 'value', value }
    return { item, values: values.map((value, index) => cellOf(`${index}`, value)), total: cellOf('total', total) }
  })
}

function hiddenOf(column: {
  readonly values: readonly (number | null)[]
  readonly total: number | null
  readonly addsUp: boolean
}): ReadonlySet<string> {
  const { values, total, addsUp } = column
  const cells = new Map<string, number>()
  for (const [index, value] of values.entries()) if (value !== null) cells.set(`${index}`, value)
  if (total !== null) cells.set('total', total)
  const parts = values.map((_, index) => `${index}`)
  const isSum = addsUp && values.reduce<number>((sum, one) => sum + (one ?? 0), 0) === total
  const sums: readonly PublishedSum[] = isSum ? [{ parts, total: 'total' }] : []
  return suppress(cells, sums)
}
