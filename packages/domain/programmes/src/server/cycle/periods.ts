import { addMonthsTo, type CycleKind, monthsBetween, type Pause } from '../../contract/index.js'

/** One period that is due: what tells it apart from the others of its enrolment, and the month whose standard holds. */
export interface DuePeriod {
  readonly period: string
  readonly month: string
}

/** What decides which periods of an enrolment are due. */
export interface Span {
  readonly fromMonth: string
  readonly lastMonth: string | null
  /** The latest period that was granted already; null where none was. Periods are granted in their order. */
  readonly settled: string | null
  readonly pauses: readonly Pause[]
}

/**
 * The periods that an enrolment is due up to and with a month: each month, each calendar year, or once. What was granted before is not due again,
 * and what lies before the month is arrears (补发). A pause that is paid afterwards takes nothing away.
 */
export function periodsDue(kind: CycleKind, span: Span, month: string): readonly DuePeriod[] {
  const last = span.lastMonth !== null && span.lastMonth < month ? span.lastMonth : month
  if (last < span.fromMonth) return []
  if (kind === 'once') return span.settled === null ? [{ period: 'once', month: span.fromMonth }] : []
  if (kind === 'yearly') return yearsDue(span, last)
  const first = span.settled === null ? span.fromMonth : later(span.fromMonth, addMonthsTo(span.settled, 1))
  return monthsBetween(first, last)
    .filter((at) => !isPaused(at, span.pauses))
    .map((at) => ({ period: at, month: at }))
}

/** A year is due with its first month in it that is not paused. */
function yearsDue({ fromMonth, settled, pauses }: Span, last: string): readonly DuePeriod[] {
  const due = new Map<string, DuePeriod>()
  for (const at of monthsBetween(fromMonth, last)) {
    const period = at.slice(0, 4)
    if ((settled === null || period > settled) && !due.has(period) && !isPaused(at, pauses))
      due.set(period, { period, month: at })
  }
  return [...due.values()]
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** Whether nothing is granted for a month: it lies in a pause, and that is not paid afterwards. */
function isPaused(month: string, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, until, isPaid }) => from <= month && (until === null ? true : month < until && !isPaid))
}
