import type { Session } from '@opendpf/database'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { writtenTable } from './written-table.js'

/**
 * Kysely over the connection of a running transaction: a module builds queries with it, cannot leave the transaction, and does not write
 * to the tables of records, which is the write path's to do.
 */
// biome-ignore lint/suspicious/noExplicitAny: each module sees its own tables
export function kyselyOn(session: Session, isRecordTable: (table: string) => boolean): Kysely<any> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
      const table = writtenTable(query)
      if (table !== undefined && isRecordTable(table)) throw new Error(`only the write path writes to ${table}`)
      const rows = await session.query({ text: sql, values: parameters })
      return { rows: rows as unknown as Row[] }
    },
    // biome-ignore lint/correctness/useYield: a transaction's rows are read whole; streaming belongs to exports
    async *streamQuery() {
      throw new Error('a query inside a transaction is not streamed')
    },
  }
  const refuse = async (): Promise<void> => {
    throw new Error('the write path owns the transaction')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => {},
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
