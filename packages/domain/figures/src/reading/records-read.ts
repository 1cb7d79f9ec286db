import type { Registry } from '@opendpf/kit'
import { sql } from 'kysely'
import { tablesIn } from './known-at.js'
import type { Context } from './measured-rows.js'

/** What makes the same statement answer differently although no row has changed. */
const unsteady =
  /\b(now|current_date|current_time|current_timestamp|localtime|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|current_setting|current_user|session_user)\b/

const relations = new WeakMap<Registry, ReadonlySet<string>>()

/**
 * The records that a statement reads, as `<module>.<record>`; undefined where it may read something else than the tables of records, whose
 * changes nobody tells of, or may answer differently by itself. A record too many costs a count too many; none is left out.
 */
export function recordsIn(registry: Registry, text: string, known: ReadonlySet<string>): readonly string[] | undefined {
  if (unsteady.test(text)) return undefined
  const records = tablesIn(registry, text)
  const tables = new Set(records.flatMap(({ table }) => [table, `${table}_history`]))
  const words = new Set(text.match(/[a-z_][a-z0-9_]*/g))
  const others = [...known].filter((name) => words.has(name) && !tables.has(name))
  return records.length === 0 || others.length > 0 ? undefined : records.map(({ ref }) => ref)
}

/** Names of everything in the database that a statement could read rows from: tables, views and functions of this deployment. */
export async function readableNames({ db, registry }: Pick<Context, 'db' | 'registry'>): Promise<ReadonlySet<string>> {
  const known = relations.get(registry)
  if (known) return known
  const { rows } = await sql<{ readonly name: string }>`
    select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')
    union select proname::text from pg_proc where pronamespace = current_schema()::regnamespace`.execute(db)
  const names = new Set(rows.map(({ name }) => name))
  relations.set(registry, names)
  return names
}
