import { createHash } from 'node:crypto'
import type { Connection } from '@opendpf/database'
import { migrate, openConnections, valueTypes } from '@opendpf/database'
import { useTestDatabase as testDatabase } from '@opendpf/database/testing'
import { OpenDpfError, problemOf } from '@opendpf/errors'
import { Hono } from 'hono'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Authenticator } from '../server/authenticator/authenticator.js'
import { createAuthenticator } from '../server/authenticator/authenticator.js'
import type { AccessConfigInput } from '../server/config.js'
import type { OpenAccessDatabase } from '../server/database.js'
import { openAccessDatabase } from '../server/database.js'
import { init } from '../server/migrations/0001-init.js'
import { migrations } from '../server/migrations/index.js'
import type { Passwords } from '../server/sign-in/passwords.js'
import type { AccessKysely } from '../server/tables.js'
import { type Browser, openBrowser } from './browser.js'
import { type TestClock, testClock } from './clock.js'
import { testRegistry } from './modules.js'
import { quickPasswords } from './quick-passwords.js'

export interface DoorOptions {
  /** Read when the door opens, after earlier hooks of the file. */
  readonly config?: Partial<AccessConfigInput> | (() => Partial<AccessConfigInput>)
  readonly passwords?: Passwords
}

/** A running sign-in on a database of its own, for one test file. */
export interface Door {
  readonly db: AccessKysely
  readonly clock: TestClock
  readonly authenticator: Authenticator
  /** A browser at an address of its own. */
  browser(address?: string): Browser
  /** The application's connection. */
  readonly connection: Connection
  /** A connection whose driver makes text of instants, as the server's pool does. */
  textual(): AccessKysely
  /** Another process of the same deployment: it hears of no change. */
  elsewhere(db?: AccessKysely): Authenticator
}

const config = {
  secret: 'a secret of a test that protects nothing',
  publicUrl: 'http://dpf.example',
  trustedProxies: 1,
}

/** Opens the door before the first test of a file and empties its tables before each. */
export function testDoor(options: DoorOptions = {}): Door {
  const clock = testClock()
  const database = testDatabase({
    key: `access ${createHash('sha256').update(String(init)).digest('hex')}`,
    prepare: async ({ connection }) => {
      await migrate(connection, [{ module: 'access', migrations }])
    },
  })
  let open: OpenAccessDatabase | undefined
  let authenticator: Authenticator | undefined
  let app = new Hono()
  const make = (kysely: AccessKysely): Authenticator =>
    createAuthenticator({
      database: { kysely },
      clock,
      registry: testRegistry,
      config: { ...config, ...(typeof options.config === 'function' ? options.config() : options.config) },
      passwords: options.passwords ?? quickPasswords,
    })
  beforeAll(() => {
    open = openAccessDatabase(database.connectionFor('app'))
    authenticator = make(open.kysely)
    app = new Hono().route('/api/v1', authenticator.routes)
    app.onError((error, c) => {
      if (!(error instanceof OpenDpfError)) throw error
      return c.json(problemOf(error, 'zh-CN'), error.status)
    })
  })
  afterAll(async () => {
    authenticator?.close()
    await open?.close()
  })
  const found = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the door is open only inside hooks and tests')
    return value
  }
  const door: Door = {
    get db() {
      return found(open).kysely as AccessKysely
    },
    clock,
    get authenticator() {
      return found(authenticator)
    },
    browser: (address) => openBrowser(app, address),
    get connection() {
      return database.connectionFor('app')
    },
    textual: () => {
      const connection = database.connectionFor('app')
      const pool = openConnections({ ...connection, types: valueTypes, options: '-c role=opendpf_see_all' })
      return new Kysely({ dialect: new PostgresDialect({ pool }) })
    },
    elsewhere: (db) => make(db ?? (found(open).kysely as AccessKysely)),
  }
  beforeEach(async () => {
    for (const table of [
      'access_grant',
      'access_api_key',
      'access_user',
      'access_role',
      'auth_user',
      'auth_attempt',
      'auth_used_code',
      'auth_api_key',
    ] as const) {
      await door.db.deleteFrom(table).execute()
    }
  })
  return door
}
