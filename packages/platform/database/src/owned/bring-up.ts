import type { ChildProcess } from 'node:child_process'
import { withClient } from '../connection/connections.js'
import { adoptOrFree, type RunningPostmaster } from './adopt.js'
import { connectionTo, readPassword } from './connections.js'
import { diskFull } from './failures.js'
import { initialiseCluster } from './initialise.js'
import { launchPostmaster } from './launch.js'
import type { Layout } from './layout.js'
import type { OwnedServerOptions } from './options.js'
import { checkOwner } from './ownership.js'
import type { Account } from './privileges.js'
import { ensureRolesAndDatabase } from './roles.js'
import { stopPostmaster } from './shutdown.js'
import { chooseBinaries, readDataVersion } from './versions.js'

/** A server that is up and holds the roles and the database. */
export interface BroughtUp {
  readonly running: RunningPostmaster
  readonly version: string
  readonly adopted: boolean
  readonly child?: ChildProcess
}

/** Adopts the running server of the folder, or makes the cluster if need be and starts one. Call it under the lock. */
export async function bringUp(options: {
  readonly layout: Layout
  readonly account: Account | undefined
  readonly start: OwnedServerOptions
  readonly timeout: number
}): Promise<BroughtUp> {
  const { layout, account, start, timeout } = options
  checkOwner(layout.cluster, account)
  const found = await adoptOrFree(layout, timeout)
  if (found !== undefined) return { running: found, adopted: true, version: await prepare(layout, found) }
  const binaries = await chooseBinaries({
    layout,
    choice: start.binaries ?? 'auto',
    ...(start.packagedFrom !== undefined && { packagedFrom: start.packagedFrom }),
  })
  const profile = start.profile ?? 'county'
  if (readDataVersion(layout.cluster) === undefined) {
    await initialiseCluster({ binaries, layout, account, profile })
  }
  const launched = await launchPostmaster({ binaries, layout, account, profile, settings: start.settings, timeout })
  try {
    return { running: launched, adopted: false, child: launched.child, version: await prepare(layout, launched) }
  } catch (error) {
    await stopPostmaster({ pid: launched.pid, layout, timeout })
    throw explainPreparation(error, layout)
  }
}

function explainPreparation(error: unknown, layout: Layout): unknown {
  const { code } = error as { readonly code?: string }
  return code === '53100' ? diskFull(layout.home, error) : error
}

async function prepare(layout: Layout, running: RunningPostmaster): Promise<string> {
  return withClient(connectionTo({ running, layout, role: 'owner', database: 'postgres' }), async (owner) => {
    await ensureRolesAndDatabase(owner, readPassword(layout))
    const { rows } = await owner.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version.split(' ')[0] ?? ''
  })
}
