import type { Connection } from '@opendpf/database'
import { missingMigrations, openPool, verifySchema } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Registry } from '@opendpf/kit'
import { createRegistry } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import { inspectModule } from '@opendpf/kit/server'
import type { Clock } from '@opendpf/standards'
import { createAccessLog } from '../platform/access-log.js'
import type { Crypto } from '../platform/crypto.js'
import { createDivisions } from '../platform/divisions.js'
import type { Platform } from '../platform/platform.js'
import { createLargeTotals } from '../read/large-totals.js'
import { systemServer } from '../system/server/index.js'

export interface OpenPlatformOptions {
  /** The modules of this deployment, without `system`, which always is. */
  readonly modules: readonly ModuleServer[]
  /** The application's connection. */
  readonly connection: Connection
  /** The migrating role's, used once to see that nothing is missing. */
  readonly migrator: Connection
  readonly crypto: Crypto
  readonly clock: Clock
  /** Skips the comparison of the whole schema with the contracts and the inspection of workflows, which a second start on the same version need not repeat. */
  readonly trustSchema?: boolean
}

export interface OpenPlatform extends Platform {
  close(): Promise<void>
}

/** All modules of a deployment in the order their migrations run. */
export function withSystem(modules: readonly ModuleServer[]): readonly ModuleServer[] {
  return [systemServer as unknown as ModuleServer, ...modules]
}

/** The migrations of a deployment. */
export function migrationsOf(modules: readonly ModuleServer[]) {
  return withSystem(modules).map(({ module, migrations }) => ({ module: module.id, migrations }))
}

/**
 * Opens what every request needs. It refuses to open on a database that lacks migrations, was made by a newer version, or whose
 * tables are not what the contracts say, and on modules whose workflows or declarations are not sound: half a schema must not serve, and no case may wait
 * for nobody.
 */
export async function openPlatform(options: OpenPlatformOptions): Promise<OpenPlatform> {
  const servers = withSystem(options.modules)
  const registry = createRegistry(servers.map(({ module }) => module))
  if (options.trustSchema !== true) refuseUnsound(servers, registry)
  const missing = await missingMigrations(options.migrator, migrationsOf(options.modules))
  if (missing.length > 0)
    throw new OpenDpfError('unavailable', {
      cause: new Error(`migrations are missing, run “opendpf migrate”: ${missing.join(', ')}`),
    })
  const pool = openPool(options.connection)
  if (options.trustSchema !== true) {
    const findings = await pool.use({ level: 'all' }, (session) => verifySchema(session, registry.records.values()))
    if (findings.length > 0) {
      await pool.close()
      throw new OpenDpfError('unavailable', {
        cause: new Error(
          `the schema is not what this version needs: ${findings.map(({ table, column, expected, found }) => `${table}.${column} is ${found}, not ${expected}`).join('; ')}`,
        ),
      })
    }
  }
  const accessLog = createAccessLog(pool, options.clock)
  return {
    registry,
    servers: new Map(servers.map((server) => [server.module.id, server])),
    pool,
    crypto: options.crypto,
    clock: options.clock,
    divisions: createDivisions(pool, () => options.clock.now().getTime()),
    accessLog,
    largeTotals: createLargeTotals(options.clock),
    async close() {
      await accessLog.close()
      await pool.close()
    },
  }
}

function refuseUnsound(servers: readonly ModuleServer[], registry: Registry): void {
  const findings = servers.flatMap(inspectModule)
  if (findings.length > 0)
    throw new OpenDpfError('unavailable', { cause: new Error(`workflows are not sound: ${findings.join('; ')}`) })
  const declared = servers.flatMap((server) => server.inspect?.(registry) ?? [])
  if (declared.length > 0)
    throw new OpenDpfError('unavailable', { cause: new Error(`declarations are not sound: ${declared.join('; ')}`) })
}
