import type { FigureGroup, FigureRead, FigureValue } from './answers.js'
import type { DimensionValue } from './dimensions.js'
import { additivityOf, type Indicator } from './indicator.js'

/** A row of a breakdown; a code of null is what has no value there. */
export interface BreakdownRow extends FigureValue {
  readonly code: string | null
  /** Null where it has no name: of what has no value, and of a code that is no longer in its list. */
  readonly label: string | null
}

/** A figure by one of its dimensions. */
export interface Breakdown {
  readonly rows: readonly BreakdownRow[]
  readonly total: FigureValue
  /** Whether the rows together are the total. Distinct persons, shares and medians are not. */
  readonly addsUp: boolean
}

/**
 * Puts the groups of a figure in the order of the dimension's values. A value of which nothing was counted is 0, which is known; of a share
 * or a median there is then nothing to tell.
 */
export function breakdownOf(
  indicator: Indicator,
  figure: FigureRead,
  values: readonly DimensionValue[],
): Breakdown | undefined {
  const { groups, value, unknownReason } = figure
  if (!groups) return undefined
  const found = new Map(groups.map((group) => [group.key, group]))
  const named = new Set(values.map(({ code }) => code))
  const counts = indicator.reading === 'count' || indicator.reading === 'distinct' || indicator.reading === 'sum'
  const rows = values.flatMap(({ code, label }): readonly BreakdownRow[] => {
    const group = found.get(code)
    if (group) return [rowOf(group, label)]
    return counts ? [{ code, label, value: 0, unknownReason: null }] : []
  })
  const others = groups.filter(({ key }) => key === null || !named.has(key)).map((group) => rowOf(group, null))
  return { rows: [...rows, ...others], total: { value, unknownReason }, addsUp: additivityOf(indicator).places }
}

function rowOf({ key, value, unknownReason }: FigureGroup, label: string | null): BreakdownRow {
  return { code: key, label, value, unknownReason }
}
