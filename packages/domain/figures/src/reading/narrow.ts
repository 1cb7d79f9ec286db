import { scopeOfDivision } from '@opendpf/kit'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { CountedIndicator, Reading } from '../contract/index.js'

/** About what a figure is told. */
export interface Narrowing {
  readonly from: string | undefined
  readonly to: string
  /** 12 digits; undefined for everything that is in sight. */
  readonly division: string | undefined
  /** The same where rows in sight may lie elsewhere; undefined for the whole territory. */
  readonly place: string | undefined
  readonly filters: Readonly<Record<string, readonly string[]>>
}

const m = (column: string) => sql.ref(`m.${column}`)

/** What a row of a measure has to meet to be counted. */
export function narrow({ kind }: Pick<CountedIndicator, 'kind'>, about: Narrowing): RawBuilder<boolean> {
  const { place, filters } = about
  const conditions: RawBuilder<unknown>[] = []
  if (kind === 'flow') conditions.push(spanCondition(about))
  if (place !== undefined) conditions.push(placeCondition(place))
  for (const [dimension, codes] of Object.entries(filters)) conditions.push(codeCondition(dimension, codes))
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

/** Whether the day of a row is one of those that a question is about. */
export function spanCondition({ from, to }: Pick<Narrowing, 'from' | 'to'>): RawBuilder<unknown> {
  return sql`${m('date')} between ${from}::date and ${to}::date`
}

/** Whether a row lies in a place. */
export function placeCondition(division: string): RawBuilder<unknown> {
  const { level, code } = scopeOfDivision(division)
  return level === 'village'
    ? sql`${m('division')} = ${code}`
    : sql`left(${m('division')}, ${code.length}::int) = ${code}`
}

/** Whether a row has one of the codes in a dimension. */
export function codeCondition(dimension: string, codes: readonly string[]): RawBuilder<unknown> {
  return sql`${m(dimension)}::text = any(${codes}::text[])`
}

/** What a figure is broken down by, where these are not places. */
export function groupedBy(by: string): RawBuilder<string | null> {
  return sql`${m(by)}::text`
}

/** The order statistics, as the share of the rows that lie below. */
const shares: Partial<Record<Reading, number>> = { median: 0.5, p90: 0.9 }

/** The value that a share of the rows lies below, of those that meet a condition. */
export function shareBelow(reading: Reading, condition: RawBuilder<unknown>, value: RawBuilder<unknown>) {
  return sql`percentile_cont(${sql.lit(shares[reading] ?? 0)}) within group (order by ${value}) filter (where ${condition})`
}

/** The number that rows become. */
export function aggregate(reading: Reading, unit: string): RawBuilder<unknown> {
  if (reading === 'count') return sql`count(*)`
  if (reading === 'distinct') return sql`count(distinct ${m(unit)})`
  return reading === 'sum' ? sql`coalesce(sum(${m('value')}), 0)::float8` : shareBelow(reading, sql`true`, m('value'))
}

/** How many of the rows that are counted have no value, where values are what counts. */
export function missingValues(reading: Reading): RawBuilder<unknown> {
  return isOfValues(reading) ? sql`count(*) filter (where ${m('value')} is null)` : sql`0`
}

/** Whether values are what counts. */
export function isOfValues(reading: Reading): boolean {
  return reading !== 'count' && reading !== 'distinct'
}
