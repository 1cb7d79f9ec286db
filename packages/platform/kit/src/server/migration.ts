import type { Kysely } from 'kysely'

/** The columns of a record's table as a migration writes them down, in its own words: a migration never changes when the contract does. */
export type TableColumns = Readonly<Record<string, ColumnText>>

/**
 * `text`, `text?` (may be null), `flag`, `date`, `instant`, `whole`, `money`, `data` (JSON), `sealed` (encrypted), `exact` (encrypted, with
 * a blind index), each with `?`.
 */
export type ColumnText =
  `${'text' | 'flag' | 'date' | 'instant' | 'whole' | 'money' | 'data' | 'sealed' | 'exact'}${'' | '?'}`

export interface RecordTable {
  readonly scope: 'division' | 'global'
  readonly columns: TableColumns
  /** Columns that a list can be ordered by; each gets an index behind county, town and village. */
  readonly orders?: readonly string[]
  /** Columns that a list is narrowed by. They stand at the end of each order's index: rows that do not match are passed over unread. */
  readonly filters?: readonly string[]
  /** Columns that are looked up by value (references, states). */
  readonly indexes?: readonly string[]
  /** Sets of columns no two rows share. */
  readonly unique?: readonly (readonly string[])[]
  /** The record has name fields to search: a side table of grams. */
  readonly isSearched?: boolean
  /** What the contract declares to be public: these columns, of rows whose column holds one of the values, or of the one that holds the code asked with. */
  readonly publicly?: {
    readonly columns: readonly string[]
    readonly of: { readonly column: string; readonly values: readonly string[] } | { readonly code: string }
  }
}

/** What a migration works with. Everything that makes a table safe (history, row security, grants) comes with `createRecord`. */
export interface MigrationTools {
  // biome-ignore lint/suspicious/noExplicitAny: a migration sees the schema of its own day, which no present type describes
  readonly db: Kysely<any>
  createRecord(table: string, definition: RecordTable): Promise<void>
  addColumns(table: string, columns: TableColumns): Promise<void>
  addOrders(table: string, columns: readonly string[], filters?: readonly string[]): Promise<void>
}

/** Forward only, by name (`0001_init`), each in a transaction of its own. */
export type ModuleMigrations = Readonly<Record<string, (tools: MigrationTools) => Promise<void>>>
