import { snakeCase } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import type { CountedIndicator } from '../contract/index.js'
import { rowsOf } from './measured-rows.js'

/**
 * Whether the fields that are said to be the day and the place of its rows are these, and whether an index leads to the days of what a period
 * brought, unless it is declared to be counted in full. Each problem is a sentence.
 */
export async function leadProblems(
  context: ModuleContext,
  name: string,
  { kind, lists, dateField, isPlacedAsListed, isCountedInFull }: CountedIndicator,
): Promise<readonly string[]> {
  const { table, fields } = context.registry.record(lists)
  if (dateField !== undefined) {
    if (!Object.hasOwn(fields, dateField)) return [`${name}: there is no field ${dateField}`]
    if (await isOtherwise(context, { name, table, column: 'date', field: snakeCase(dateField) }))
      return [`${name}: its date is not ${dateField}`]
  }
  if (isPlacedAsListed && (await isOtherwise(context, { name, table, column: 'division', field: 'division' })))
    return [`${name}: lies elsewhere than the rows of ${lists}`]
  if (kind === 'stock') return isCountedInFull ? [`${name}: has no days that an index could lead to`] : []
  const isLed = dateField !== undefined && (await hasIndex(context, table, snakeCase(dateField)))
  if (isLed && isCountedInFull) return [`${name}: an index leads to ${dateField}, it is not counted in full`]
  return isLed || isCountedInFull
    ? []
    : [`${name}: no index leads to its days, and it is not declared to be counted in full`]
}

interface Compared {
  readonly name: string
  readonly table: string
  /** The column of the measure. */
  readonly column: string
  /** The column of the table that is said to be the same. */
  readonly field: string
}

/** Whether a row says something else than the field of the listed record. */
async function isOtherwise(context: ModuleContext, { name, table, column, field }: Compared): Promise<boolean> {
  const { rows } = rowsOf(context, { name, to: context.today })
  const found = await sql`
    select true as found from (${rows}) as m join ${sql.table(table)} l on l.id = m.row
    where ${sql.ref(`m.${column}`)}::text is distinct from ${sql.ref(`l.${field}`)}::text limit 1`.execute(context.db)
  return found.rows.length > 0
}

/** Whether an index begins with a column, or with the county and it, as those of filters and orders do. */
async function hasIndex({ db }: ModuleContext, table: string, column: string): Promise<boolean> {
  const { rows } = await sql`
    select true as found from pg_index i join pg_class t on t.oid = i.indrelid
      join pg_attribute first on first.attrelid = t.oid and first.attnum = i.indkey[0]
      left join pg_attribute second on second.attrelid = t.oid and second.attnum = i.indkey[1]
    where t.relnamespace = current_schema()::regnamespace and t.relname = ${table}
      and ${column} = case when first.attname = 'county' then second.attname else first.attname end limit 1`.execute(db)
  return rows.length > 0
}
