import { type PlacedRecord, snakeCase } from '@opendpf/kit'
import type { MigrationTools, RecordTable } from '@opendpf/kit/server'
import { expect, it } from 'vitest'
import { notices } from '../contract/index.js'
import { migrations } from './migrations.js'

/** What a contract declares to be public, in the words of a migration. */
function declared({ publicly }: PlacedRecord): RecordTable['publicly'] {
  if (!publicly) throw new Error('a record of notices is public in part')
  const { of, fields } = publicly
  return {
    columns: fields.map((field) => snakeCase(field)),
    of: 'code' in of ? { code: snakeCase(of.code) } : { column: snakeCase(of.field), values: of.while },
  }
}

it('the database shows anybody what the contract declares, and no more', async () => {
  const tables = new Map<string, RecordTable>()
  const tools = {
    createRecord: async (table: string, definition: RecordTable) => void tables.set(table, definition),
    addColumns: async () => {},
  }
  for (const migration of Object.values(migrations)) await migration(tools as unknown as MigrationTools)
  for (const record of Object.values(notices.records) as readonly PlacedRecord[])
    expect(tables.get(record.table)?.publicly, record.table).toEqual(declared(record))
})
