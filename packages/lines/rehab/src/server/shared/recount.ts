import type { PlacedRecord, RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

/** What is counted of a row: how many rows of a table name it by a column. */
interface Counting<R extends PlacedRecord> {
  readonly record: R
  /** The field that keeps the number. */
  readonly field: keyof RowOf<R> & string
  readonly of: { readonly table: string; readonly column: string }
}

/**
 * Counts anew what belongs to rows, and keeps the number with them. They are locked first, so that two desks that add something at once do not
 * overwrite each other's number.
 */
export async function recount<R extends PlacedRecord>(
  ids: Iterable<string>,
  { record, field, of }: Counting<R>,
  { db, write, read }: ModuleContext,
): Promise<void> {
  const all = [...new Set(ids)]
  if (all.length === 0) return
  // in one order, so that nobody waits crosswise
  await sql`select id from ${sql.table(record.table)} where id = any(${all}::text[]) order by id for update`.execute(db)
  const { rows } = await sql<{ readonly id: string; readonly found: number }>`
    select ${sql.ref(of.column)} as id, count(*)::int as found from ${sql.table(of.table)}
    where ${sql.ref(of.column)} = any(${all}::text[]) group by 1`.execute(db)
  const found = new Map(rows.map((row) => [row.id, row.found]))
  const parents = await read.many(record, { id: all } as never, { limit: all.length })
  await write.updateMany(
    record,
    parents.flatMap((row) => {
      const number = found.get(row.id) ?? 0
      return row[field] === number ? [] : [{ id: row.id, version: row.version, values: { [field]: number } as never }]
    }),
  )
}

/** The parents that changes of rows are about: of a row that was moved, both. */
export function parentsOf<Field extends string>(
  changes: readonly {
    readonly before: { readonly [Name in Field]: string | null } | undefined
    readonly row: { readonly [Name in Field]: string | null } | undefined
  }[],
  field: Field,
): readonly string[] {
  return changes.flatMap(({ before, row }) => [before?.[field], row?.[field]].filter((id) => typeof id === 'string'))
}
