import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OwnedServerError } from './errors.js'
import type { Layout } from './layout.js'
import { readPostmasterFile } from './postmaster-file.js'
import { findProcess, findProcessesIn, worksInFolder } from './processes.js'

const pollMilliseconds = 10

/** A postmaster that accepts connections. */
export interface RunningPostmaster {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
}

/**
 * The postmaster that already runs on the cluster, waiting until it is ready or gone; undefined if there is none.
 * A pid file that names a process which is no postmaster of this cluster is cleared away. Call it under the lock.
 */
export async function findRunningPostmaster(layout: Layout, timeout: number): Promise<RunningPostmaster | undefined> {
  const deadline = performance.now() + timeout
  while (performance.now() < deadline) {
    const file = readPostmasterFile(layout.cluster)
    if (file === undefined) return undefined
    if (!isPostmasterOf(file.pid, layout.cluster)) {
      clearStaleFile(layout)
      return undefined
    }
    if (file.isReady) return { pid: file.pid, port: file.port, socketFolder: file.socketFolder }
    await sleep(pollMilliseconds)
  }
  throw new OwnedServerError('OWNED_START_TIMEOUT', {
    path: layout.cluster,
    seconds: Math.round(timeout / 1000),
    log: layout.log,
  })
}

/** Whether the process is alive and a server on this cluster. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  return findProcess(pid) !== undefined && worksInFolder(pid, cluster) !== false
}

/**
 * PostgreSQL clears a pid file of a dead process itself, but takes a number that another program got meanwhile for a
 * living server. We know better: no process works in the cluster.
 */
function clearStaleFile(layout: Layout): void {
  if (findProcessesIn(layout.cluster).length > 0) return
  rmSync(join(layout.cluster, 'postmaster.pid'), { force: true })
  for (const suffix of ['', '.lock']) rmSync(join(layout.socketFolder, `.s.PGSQL.5432${suffix}`), { force: true })
}
