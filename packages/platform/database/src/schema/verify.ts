import type { PlacedRecord } from '@opendpf/kit'
import { columnsOf } from '@opendpf/kit'
import type { Session } from '../connection/session.js'

/** One way in which the schema is not what the contracts say. */
export interface SchemaFinding {
  readonly table: string
  readonly column: string
  readonly expected: string
  readonly found: string
}

const nameOf: Readonly<Record<string, string>> = { 'timestamp with time zone': 'timestamptz' }

/** Compares every record's table and history with its contract, column by column, both ways. Empty when they agree. */
export async function verifySchema(
  session: Session,
  records: Iterable<PlacedRecord>,
): Promise<readonly SchemaFinding[]> {
  const rows = await session.query<{ table_name: string; column_name: string; data_type: string; is_nullable: string }>(
    {
      text: `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'`,
      values: [],
    },
  )
  const found = new Map<string, string>()
  for (const row of rows)
    found.set(
      `${row.table_name}.${row.column_name}`,
      `${nameOf[row.data_type] ?? row.data_type}${row.is_nullable === 'YES' ? '?' : ''}`,
    )
  const findings: SchemaFinding[] = []
  for (const record of records) {
    const expected = new Map(
      columnsOf(record).map(({ name, type, isNullable }) => [name, `${type}${isNullable ? '?' : ''}`]),
    )
    for (const [table, extra] of [
      [record.table, []],
      [`${record.table}_history`, ['superseded_at']],
    ] as const) {
      for (const [column, type] of expected) {
        const actual = found.get(`${table}.${column}`) ?? 'missing'
        if (actual !== type) findings.push({ table, column, expected: type, found: actual })
      }
      const columns = [...found.keys()]
        .filter((key) => key.startsWith(`${table}.`))
        .map((key) => key.slice(table.length + 1))
      for (const column of columns) {
        if (!expected.has(column) && !(extra as readonly string[]).includes(column))
          findings.push({ table, column, expected: 'missing', found: found.get(`${table}.${column}`) ?? '' })
      }
    }
  }
  return findings
}
