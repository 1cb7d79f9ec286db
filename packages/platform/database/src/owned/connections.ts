import { readFileSync } from 'node:fs'
import type { RunningPostmaster } from './adopt.js'
import type { Layout } from './layout.js'
import { type DatabaseRole, databaseName, roleName } from './roles.js'

/** How to connect; fits `PoolConfig` and `ClientConfig` of pg. */
export interface OwnedConnection {
  /** Folder of the unix socket, or the loopback address. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  /** Only where there are no unix sockets. */
  readonly password?: string
}

/** The connection of a role to a running server. */
export function connectionTo(options: {
  readonly running: RunningPostmaster
  readonly layout: Layout
  readonly role: DatabaseRole
  readonly database?: string
}): OwnedConnection {
  const password = readPassword(options.layout)
  return {
    host: options.running.socketFolder || '127.0.0.1',
    port: options.running.port,
    user: roleName(options.role),
    database: options.database ?? databaseName,
    ...(password !== undefined && { password }),
  }
}

/** The password all roles share where there are no unix sockets, else undefined. */
export function readPassword(layout: Layout): string | undefined {
  return process.platform === 'win32' ? readFileSync(layout.password, 'utf8').trim() : undefined
}
