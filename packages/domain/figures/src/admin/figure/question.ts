import { scopeOfDivision } from '@opendpf/kit'
import {
  firstDayOf,
  formatPeriod,
  isIsoDate,
  lastDayOf,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodOf,
  previousPeriod,
} from '@opendpf/standards'
import { type FigureAsked, type Indicator, periodKindsOf } from '../../contract/index.js'

/** A kind of period that a page offers, or days of one's own. */
export type SpanKind = Exclude<PeriodKind, 'plan-year'> | 'days'

/** What the form of a figure's page holds; days are as they were typed. */
export interface QuestionState {
  readonly kind: SpanKind
  /** As `formatPeriod` writes it; of no meaning for days. */
  readonly period: string
  readonly from: string
  readonly to: string
  /** 12 digits, or nothing for the whole territory. */
  readonly division: string
  readonly asOf: string
  readonly by: string
}

/** The kinds of periods that an indicator is told for, and days. */
export function spanKinds(indicator: Indicator): readonly SpanKind[] {
  const kinds = periodKindsOf(indicator).filter((kind) => kind !== 'plan-year')
  return [...(['year', 'half', 'quarter', 'month'] as const).filter((kind) => kinds.includes(kind)), 'days']
}

const offered: Readonly<Record<Exclude<SpanKind, 'days'>, number>> = { year: 10, half: 10, quarter: 12, month: 24 }

/** The periods of a kind that may be chosen, the present one first. */
export function periodsToChoose(kind: Exclude<SpanKind, 'days'>, today: string): readonly Period[] {
  const periods: Period[] = [periodOf(kind, today)]
  while (periods.length < offered[kind]) periods.push(previousPeriod(periods.at(-1) as Period))
  return periods
}

/** The question that a page begins with: what its address says, else this year in the whole territory. */
export function firstState(
  params: URLSearchParams,
  { indicator, today }: { indicator: Indicator; today: string },
): QuestionState {
  const [first = 'days'] = spanKinds(indicator)
  const given = parsePeriod(params.get('period') ?? '')
  const isDays = params.has('from') || params.has('to')
  const kind = given.ok && given.value.kind !== 'plan-year' ? given.value.kind : isDays ? 'days' : first
  const day = (name: string) => params.get(name) ?? ''
  return {
    kind,
    period: given.ok ? formatPeriod(given.value) : kind === 'days' ? '' : formatPeriod(periodOf(kind, today)),
    from: day('from'),
    to: day('to'),
    division: day('division'),
    asOf: day('asOf'),
    by: day('by'),
  }
}

/**
 * The question of a form, or undefined while it cannot be asked. A stock is told for the last day of a period, for today where that is yet
 * to come.
 */
export function askedBy(
  state: QuestionState,
  { name, indicator, today }: { readonly name: string; readonly indicator: Indicator; readonly today: string },
): FigureAsked | undefined {
  const days = daysOf(state, { indicator, today })
  if (!days || (state.asOf !== '' && !isIsoDate(state.asOf))) return undefined
  const { division, asOf, by } = state
  return {
    indicator: name,
    ...days,
    ...(division === '' ? {} : { division }),
    ...(by === '' || !canBreakDown(by, division) ? {} : { by }),
    // what was registered during the day was known at its end
    ...(asOf === '' || asOf >= today ? {} : { asOf: new Date(`${asOf}T23:59:59.999+08:00`).toISOString() }),
  }
}

/** A place is broken down by smaller places only. */
export function canBreakDown(by: string, division: string): boolean {
  if (division === '') return true
  const { level } = scopeOfDivision(division)
  return !(by === 'town' && level !== 'county') && !(by === 'village' && level === 'village')
}

function daysOf(
  state: QuestionState,
  { indicator, today }: { readonly indicator: Indicator; readonly today: string },
): { readonly from?: string; readonly to: string } | undefined {
  const isStock = indicator.kind === 'stock'
  if (state.kind === 'days') {
    const { from, to } = state
    if (!isIsoDate(to) || (!isStock && (!isIsoDate(from) || from > to))) return undefined
    return isStock ? { to } : { from, to }
  }
  const period = parsePeriod(state.period)
  if (!period.ok) return undefined
  const [from, last] = [firstDayOf(period.value), lastDayOf(period.value)]
  return isStock ? { to: last < today ? last : today } : { from, to: last }
}
