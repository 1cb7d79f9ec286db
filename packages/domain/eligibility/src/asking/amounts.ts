import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { type Book, isByCode, type ParameterValue, type Scheme } from '../contract/index.js'
import { byRegion } from './by-region.js'
import type { Joined } from './joined.js'
import type { ParameterTable } from './parameters.js'

/** The fact by which places may pay a scheme differently; undefined where it pays everybody of a place the same. */
export function paidBy(
  { amount }: Pick<Scheme, 'amount'>,
  { parameters }: Pick<Book, 'parameters'>,
): string | undefined {
  return amount === undefined ? undefined : parameters.get(amount)?.by
}

/** Whether some region has decided a sum for each code on the day, so that somebody's code has to be known. */
export function isPaidByCode({ amount }: Pick<Scheme, 'amount'>, table: ParameterTable): boolean {
  return amount !== undefined && (table.get(amount) ?? []).some(({ value }) => isByCode(value))
}

const none = sql<number | null>`null::bigint`

/** What a scheme pays each subject in fen, in the query: the same as `sumFor` says of one, and null where that is null. */
export function sumColumn(
  scheme: Pick<Scheme, 'amount'>,
  { joined, parameters, book }: { readonly joined: Joined; readonly parameters: ParameterTable; readonly book: Book },
): RawBuilder<number | null> {
  const by = paidBy(scheme, book)
  const entries = scheme.amount === undefined ? [] : (parameters.get(scheme.amount) ?? [])
  return byRegion(
    entries,
    joined.division,
    (value) => sumOf(value, by === undefined ? undefined : joined.fact(by)),
    none,
  )
}

function sumOf(value: ParameterValue, code: RawBuilder<unknown> | undefined): RawBuilder<number | null> {
  if (!isByCode(value)) return sql`${value}::bigint`
  if (code === undefined) return none
  const sums = Object.entries(value).map(([one, sum]) => sql`when ${one}::text then ${sum}::bigint`)
  return sql`(case ${code} ${sql.join(sums, sql` `)} else ${none} end)`
}
