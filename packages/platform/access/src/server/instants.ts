import type { Kysely, KyselyPlugin } from 'kysely'

/** Reads an instant as the driver hands it over. */
export function instantOf(value: Date | string): Date {
  return typeof value === 'string' ? new Date(value) : value
}

const instantColumn = /_at$|^locked_until$|^since$/

const plugin: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    return { ...result, rows: result.rows.map(withDates) }
  },
}

function withDates(row: Record<string, unknown>): Record<string, unknown> {
  const columns = Object.keys(row).filter((column) => typeof row[column] === 'string' && instantColumn.test(column))
  return columns.length === 0
    ? row
    : { ...row, ...Object.fromEntries(columns.map((column) => [column, new Date(row[column] as string)])) }
}

/** A connection whose instants are `Date`, whatever its driver was told: the sign-in library compares dates. */
export function withInstants<T>(kysely: Kysely<T>): Kysely<T> {
  return kysely.withPlugin(plugin)
}
