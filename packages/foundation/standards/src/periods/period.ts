/** Kinds of period that figures and plans are made for. */
export const periodKinds = ['month', 'quarter', 'half', 'year', 'plan-year'] as const

/** One of {@link periodKinds}. */
export type PeriodKind = (typeof periodKinds)[number]

/**
 * A stretch of whole months.
 *
 * A plan year is twelve months that end in the year it is named after; `startMonth` 1 is the calendar year,
 * 12 runs from December of the year before to November.
 */
export type Period =
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'plan-year'; readonly year: number; readonly startMonth: number }

/** First month of a period as months since year 0 (January of year 0 is 0), and how many it has. */
export function monthSpanOf(period: Period): { readonly first: number; readonly count: number } {
  const january = period.year * 12
  switch (period.kind) {
    case 'month':
      return { first: january + period.month - 1, count: 1 }
    case 'quarter':
      return { first: january + (period.quarter - 1) * 3, count: 3 }
    case 'half':
      return { first: january + (period.half - 1) * 6, count: 6 }
    case 'year':
      return { first: january, count: 12 }
    case 'plan-year':
      return { first: january - (period.startMonth === 1 ? 0 : 13 - period.startMonth), count: 12 }
  }
}

/** The period of a kind whose first month is given, counted as in {@link monthSpanOf}. */
export function periodStartingAt(kind: PeriodKind, first: number): Period {
  const year = Math.floor(first / 12)
  const month = first - year * 12
  switch (kind) {
    case 'month':
      return { kind, year, month: month + 1 }
    case 'quarter':
      return { kind, year, quarter: Math.floor(month / 3) + 1 }
    case 'half':
      return { kind, year, half: Math.floor(month / 6) + 1 }
    case 'year':
      return { kind, year }
    case 'plan-year':
      return { kind, year: month === 0 ? year : year + 1, startMonth: month + 1 }
  }
}
