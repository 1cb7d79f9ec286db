import type { QueryResultRow } from 'pg'

/**
 * A statement. One whose way through the database does not depend on its values is planned once per connection: half the time for key
 * reads, keyed lists and inserts. That is so for every statement with a name and for every one that compares by equality alone; others
 * are planned for their values each time, unless they say that the order they walk in settles it.
 */
export interface Statement {
  readonly name?: string
  readonly isSettled?: boolean
  readonly text: string
  readonly values: readonly unknown[]
}

/** Whatever can be asked. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]>
}

/** One connection, seeing what it may. */
export interface Session extends Queryable {
  /**
   * Runs a statement that answers nothing and does not wait for it: the next rows are made while the database takes these. Statements
   * keep their order. A failure, as `explain` puts it, is thrown by the next query, and at the latest by the commit. Inside a transaction only.
   */
  send(statement: Statement, explain?: (error: unknown) => unknown): void
  /** Waits until what was sent is done, and throws what failed of it. */
  settle(): Promise<void>
  /**
   * Lets the database choose its plans for what work asks about a whole register. Otherwise connections never scan a table and keep the first
   * plan they made, which is right for rows and pages and wrong for everybody at once. Inside a transaction only.
   */
  planFreely<T>(work: () => Promise<T>): Promise<T>
  /** Runs work once everybody can see what was written; never when it was taken back. Inside a transaction only. */
  afterCommit(work: () => void): void
}
