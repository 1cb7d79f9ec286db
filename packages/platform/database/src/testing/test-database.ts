import { afterAll, beforeAll } from 'vitest'
import { withClient } from '../connection/connections.js'
import type { BinariesChoice, DatabaseRole, OwnedConnection, OwnedServer } from '../owned/index.js'
import { findProcess } from '../owned/processes.js'
import { cloneTemplate, dropAbandonedClones, dropDatabase } from './template.js'
import { openTestServer } from './test-server.js'

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly database: string
  /** The migrating role's connection: it owns the schema. */
  readonly connection: OwnedConnection
  connectionFor(role: DatabaseRole): OwnedConnection
}

/** What the database of a test holds when the test begins; it is empty if nothing is given. */
export interface PreparedTemplate {
  /** Names what `prepare` makes, for example a hash of all migrations: it runs once per key, later tests clone the result. */
  readonly key: string
  /** Fills the template, for example by running migrations. It must close its connections. */
  readonly prepare: (template: TestDatabase) => Promise<void>
}

/** How to open a test database. */
export type TestDatabaseOptions = {
  /** Which PostgreSQL programs to use, instead of what `OPENDPF_TEST_POSTGRES` says. */
  readonly binaries?: BinariesChoice
} & (PreparedTemplate | { readonly key?: never; readonly prepare?: never })

/** A test database that its user drops. */
export interface OpenTestDatabase extends TestDatabase {
  drop(): Promise<void>
}

/** Opens a test database outside of a test file's hooks: a clone of the prepared template, or an empty one. */
export async function openTestDatabase(options?: TestDatabaseOptions): Promise<OpenTestDatabase> {
  const server = await openTestServer(options?.binaries)
  try {
    const owner = server.connectionFor('owner', 'postgres')
    const database = await withClient(owner, async (client) => {
      await dropAbandonedClones(client, (pid) => findProcess(pid) !== undefined)
      return cloneTemplate({
        owner: client,
        key: options?.key ?? 'empty',
        build: async (name) => options?.prepare?.(describe(server, name)),
      })
    })
    return {
      ...describe(server, database),
      drop: async () => {
        await withClient(owner, (client) => dropDatabase(client, database))
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Gives the test file a database of its own, from before its first test until after its last one. The values can be
 * read inside hooks and tests only.
 */
export function useTestDatabase(options?: TestDatabaseOptions): TestDatabase {
  let open: OpenTestDatabase | undefined
  beforeAll(async () => {
    open = await openTestDatabase(options)
  })
  afterAll(async () => {
    await open?.drop()
  })
  const current = (): OpenTestDatabase => {
    if (open === undefined) throw new Error('the test database is there only inside hooks and tests')
    return open
  }
  return {
    get database() {
      return current().database
    },
    get connection() {
      return current().connection
    },
    connectionFor: (role) => current().connectionFor(role),
  }
}

function describe(server: OwnedServer, database: string): TestDatabase {
  return {
    database,
    connection: server.connectionFor('migrator', database),
    connectionFor: (role) => server.connectionFor(role, database),
  }
}
