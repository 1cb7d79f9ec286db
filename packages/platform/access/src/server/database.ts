import { openConnections } from '@opendpf/database'
import { Kysely, PostgresDialect } from 'kysely'
import type { PoolConfig } from 'pg'
import type { AccessKysely } from './tables.js'

/** What the authenticator works on: a connection that may write the `auth_` tables and read the `access_` tables of all divisions. */
export interface AccessDatabase {
  // biome-ignore lint/suspicious/noExplicitAny: whoever composes the server need not know these tables
  readonly kysely: Kysely<any>
}

/** An access database with connections of its own. */
export interface OpenAccessDatabase extends AccessDatabase {
  close(): Promise<void>
}

/**
 * Opens a few connections of its own for signing in, so that a busy server can always let people in and out. They see all divisions
 * and are used for nothing else.
 */
export function openAccessDatabase(connection: PoolConfig): OpenAccessDatabase {
  const pool = openConnections({ max: 4, idleTimeoutMillis: 0, ...connection, options: '-c role=opendpf_see_all' })
  const kysely: AccessKysely = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return { kysely, close: () => kysely.destroy() }
}
