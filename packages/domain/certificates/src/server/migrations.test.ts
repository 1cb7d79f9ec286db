import { columnsOf, type PlacedRecord, placeColumns, systemColumns } from '@opendpf/kit'
import type { MigrationTools, RecordTable } from '@opendpf/kit/server'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, it } from 'vitest'
import { certificates } from '../contract/index.js'
import { migrations } from './migrations.js'

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  boolean: 'flag',
  date: 'date',
  timestamptz: 'instant',
  integer: 'whole',
  bigint: 'money',
  jsonb: 'data',
}

/** The columns a contract asks for, in the words of a migration. */
function wanted(record: PlacedRecord): Readonly<Record<string, string>> {
  const columns = columnsOf(record)
  const own = columns.filter(({ name }) => ![...systemColumns, ...placeColumns].some((column) => column.name === name))
  return Object.fromEntries(
    own
      .filter(({ field }) => field !== undefined)
      .map(({ name, type, isNullable }) => {
        const isExact = columns.some((column) => column.name === `${name}_key` && column.field === undefined)
        const kind = type === 'bytea' ? (isExact ? 'exact' : 'sealed') : kinds[type]
        return [name, `${kind}${isNullable ? '?' : ''}`]
      }),
  )
}

/** A database that takes every statement: only what migrations say of tables is looked at. */
const nowhere = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

it('makes the tables that the contract declares', async () => {
  const tables = new Map<string, RecordTable>()
  const tools = {
    createRecord: async (table: string, definition: RecordTable) => void tables.set(table, definition),
    addColumns: async (table: string, columns: RecordTable['columns']) => {
      const known = tables.get(table)
      if (known) tables.set(table, { ...known, columns: { ...known.columns, ...columns } })
    },
    addOrders: async () => {},
    db: nowhere,
  }
  for (const migration of Object.values(migrations)) await migration(tools as unknown as MigrationTools)
  for (const record of Object.values(certificates.records) as readonly PlacedRecord[]) {
    const table = tables.get(record.table)
    expect(table?.columns, record.table).toEqual(wanted(record))
    expect(table?.orders?.length, record.table).toBe(record.list.orders.length)
    expect(table?.isSearched ?? false, record.table).toBe((record.search?.length ?? 0) > 0)
  }
  expect(tables.size).toBe(Object.keys(certificates.records).length)
})
