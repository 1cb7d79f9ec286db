import { type Client, escapeIdentifier } from 'pg'
import type { SequenceManifest } from './manifest.js'

/** The table in which migrations are noted; it is compared, never restored. */
const ledgerTable = 'opendpf_migration'

/** A table whose rows are to be kept; partitions belong to their table. */
export interface CatalogueTable {
  readonly schema: string
  readonly name: string
  readonly isPartitioned: boolean
  /** Columns that hold values of their own, in order. */
  readonly columns: readonly string[]
}

/** The tables of the schemas, in a stable order, without the ledger and without those of extensions. */
export async function listTables(client: Client, schemas: readonly string[]): Promise<readonly CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(
    `select n.nspname as schema, c.relname as name, c.relkind = 'p' as "isPartitioned",
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}') as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $2
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by 1, 2, 3 order by 1, 2`,
    [schemas, ledgerTable],
  )
  return rows
}

/** The sequences of the schemas with their values. */
export async function readSequences(client: Client, schemas: readonly string[]): Promise<readonly SequenceManifest[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'S' order by 1, 2`,
    [schemas],
  )
  const sequences: SequenceManifest[] = []
  for (const { schema, name } of rows) {
    const { rows: values } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoteName({ schema, name })}`,
    )
    for (const value of values) sequences.push({ schema, name, ...value })
  }
  return sequences
}

/** The applied migrations as `module/name`, with `@checksum` where the ledger has one, sorted; none without a ledger. */
export async function readLedger(client: Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ ledger: string | null }>(`select to_regclass($1)::text as ledger`, [
    `public.${ledgerTable}`,
  ])
  if (!found[0]?.ledger) return []
  const { rows } = await client.query<{ entry: string }>(
    `select module || '/' || name || coalesce('@' || (to_jsonb(l) ->> 'checksum'), '') as entry from public.${ledgerTable} l`,
  )
  return rows.map((row) => row.entry).sort()
}

/** A name with its schema, quoted for SQL. */
export function quoteName(table: { readonly schema: string; readonly name: string }): string {
  return `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`
}

/** A list of column names, quoted for SQL. */
export function quoteColumns(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ')
}
