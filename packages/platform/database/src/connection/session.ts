import type { QueryResultRow } from 'pg'

/** A statement with a name is prepared once per connection: half the time for key reads, keyed lists and inserts. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** One connection, seeing what it may. */
export interface Session {
  query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]>
}
