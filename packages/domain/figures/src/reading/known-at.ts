import type { PlacedRecord, Registry } from '@opendpf/kit'
import { columnsOf } from '@opendpf/kit'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** The tables of records that a statement names. A name too many costs nothing: what a statement does not read is not computed. */
export function tablesIn({ records }: Pick<Registry, 'records'>, text: string): readonly PlacedRecord[] {
  const words = new Set(text.match(/[a-z][a-z0-9_]*/g))
  return [...records.values()].filter(({ table }) => words.has(table))
}

/**
 * Common table expressions that shadow the tables a query names with their rows as they were known at an instant, versions of now and of
 * then together. The query itself stays as it is.
 */
export function knownAt(tables: readonly PlacedRecord[], asOf: string | undefined): readonly RawBuilder<unknown>[] {
  if (asOf === undefined) return []
  return tables.map((record) => sql`${sql.raw(record.table)} as not materialized ${rowsKnownAt(record, asOf)}`)
}

/**
 * What stands behind `from` for the rows of a record as they were known at an instant (ISO 8601): its table, where there is none. For
 * statements that ask of two instants at once. Row security holds for both halves.
 */
export function rowsKnownAt(record: PlacedRecord, asOf: string | undefined): RawBuilder<unknown> {
  const columns = columnsIn(record)
  const [table, history] = [sql.raw(record.table), sql.raw(`${record.table}_history`)]
  if (asOf === undefined) return table
  const at = sql`${asOf}::timestamptz`
  // the conditions around both halves: what the query asks of a table is asked of each, by its indexes
  return sql`(select ${columns} from (select ${columns}, null::timestamptz as superseded_at from ${table}
    union all select ${columns}, superseded_at from ${history}) as versions
    where recorded_at <= ${at} and (superseded_at is null or superseded_at > ${at}))`
}

/** The columns that a table and its history have in common. */
export function columnsIn(record: PlacedRecord): RawBuilder<unknown> {
  return sql.raw(
    columnsOf(record)
      .map(({ name }) => name)
      .join(', '),
  )
}
