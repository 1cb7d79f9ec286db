import { daysInMonth, formatIsoDate, type IsoDate, isIsoDate, partsOf } from '../calendar/iso-date.js'
import { monthSpanOf, type Period, type PeriodKind, periodStartingAt } from './period.js'

/** First day of a period. */
export function firstDayOf(period: Period): IsoDate {
  const { first } = monthSpanOf(period)
  return formatIsoDate({ ...monthAt(first), day: 1 })
}

/** Last day of a period; it belongs to the period. */
export function lastDayOf(period: Period): IsoDate {
  const { first, count } = monthSpanOf(period)
  const { year, month } = monthAt(first + count - 1)
  return formatIsoDate({ year, month, day: daysInMonth(year, month) })
}

function monthAt(index: number): { readonly year: number; readonly month: number } {
  const year = Math.floor(index / 12)
  return { year, month: index - year * 12 + 1 }
}

/** The period of the same kind that follows without a gap. */
export function nextPeriod(period: Period): Period {
  const { first, count } = monthSpanOf(period)
  return periodStartingAt(period.kind, first + count)
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  const { first, count } = monthSpanOf(period)
  return periodStartingAt(period.kind, first - count)
}

/** Whether a date falls in a period, both ends included; false for anything that is no date. */
export function periodContains(period: Period, date: IsoDate): boolean {
  return isIsoDate(date) && date >= firstDayOf(period) && date <= lastDayOf(period)
}

/**
 * The period of a kind that a date falls in.
 *
 * @param startMonth first month of a plan year, 1 when left out; no other kind has one
 * @throws RangeError when the date is not real
 */
export function periodOf(kind: PeriodKind, date: IsoDate, startMonth = 1): Period {
  const { year, month } = partsOf(date)
  const index = year * 12 + month - 1
  if (kind !== 'plan-year') return periodStartingAt(kind, index - ((month - 1) % monthsIn(kind)))
  return periodStartingAt(kind, index - ((month - startMonth + 12) % 12))
}

function monthsIn(kind: Exclude<PeriodKind, 'plan-year'>): number {
  return { month: 1, quarter: 3, half: 6, year: 12 }[kind]
}

/** The months of a period, in order. */
export function monthsOf(period: Period): readonly Period[] {
  const { first, count } = monthSpanOf(period)
  return Array.from({ length: count }, (_, offset) => periodStartingAt('month', first + offset))
}
