import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OwnedServerError } from './errors.js'
import type { Layout } from './layout.js'
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.js'
import { findProcess, findServerProcesses, isServerIn } from './processes.js'

const pollMilliseconds = 10
// children of a killed postmaster see its end by themselves, unless they are busy computing
const patience = 2_000
const longestWait = 15_000

/** A postmaster that accepts connections. */
export interface RunningPostmaster {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
}

/**
 * The postmaster that already runs on the cluster, waiting until it is ready or gone; undefined if there is none.
 * Call it under the lock.
 * @throws OwnedServerError OWNED_START_TIMEOUT
 */
export async function findRunningPostmaster(layout: Layout, timeout: number): Promise<RunningPostmaster | undefined> {
  const deadline = performance.now() + timeout
  while (performance.now() < deadline) {
    const file = readPostmasterFile(layout.cluster)
    if (file === undefined) return undefined
    if (!(await isRunning(file, layout.cluster))) return undefined
    if (file.isReady) return { pid: file.pid, port: file.port, socketFolder: file.socketFolder }
    await sleep(pollMilliseconds)
  }
  const seconds = Math.round(timeout / 1000)
  throw new OwnedServerError('OWNED_START_TIMEOUT', { path: layout.cluster, seconds, log: layout.log })
}

/**
 * The postmaster that runs on the cluster, or undefined once the cluster is free to be started: without a postmaster,
 * and without children of a killed one, which are told to quit if they stay. Call it under the lock.
 * @throws OwnedServerError OWNED_STILL_IN_USE when they stay nevertheless
 */
export async function adoptOrFree(layout: Layout, timeout: number): Promise<RunningPostmaster | undefined> {
  const begin = performance.now()
  for (let told = false; ; ) {
    const running = await findRunningPostmaster(layout, timeout)
    if (running !== undefined) return running
    const left = findServerProcesses(layout.cluster)
    if (left.length === 0) {
      clearStaleFiles(layout)
      return undefined
    }
    const waited = performance.now() - begin
    if (waited > longestWait) {
      throw new OwnedServerError('OWNED_STILL_IN_USE', { path: layout.cluster, detail: `pid ${left.join(', ')}` })
    }
    if (waited > patience && !told) {
      for (const pid of left) quit(pid)
      told = true
    }
    await sleep(pollMilliseconds)
  }
}

/** Whether the process is alive and a server on this cluster. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  return findProcess(pid) !== undefined && isServerIn(pid, cluster) !== false
}

async function isRunning(file: PostmasterFile, cluster: string): Promise<boolean> {
  if (!isPostmasterOf(file.pid, cluster)) return false
  // where the system does not tell what a process is, a server that is ready must answer
  return isServerIn(file.pid, cluster) === true || !file.isReady || (await answers(file.port))
}

/**
 * PostgreSQL clears a pid file of a dead process itself, but takes a number that another program got meanwhile, or a
 * process whose parent has not noticed its death, for a living server, and an empty file for one that is starting. We know
 * better: no server works in the cluster.
 */
function clearStaleFiles(layout: Layout): void {
  rmSync(join(layout.cluster, 'postmaster.pid'), { force: true })
  for (const suffix of ['', '.lock']) rmSync(join(layout.socketFolder, `.s.PGSQL.5432${suffix}`), { force: true })
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const result = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  socket.destroy()
  return result
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // gone meanwhile, or not ours: the wait tells
  }
}
