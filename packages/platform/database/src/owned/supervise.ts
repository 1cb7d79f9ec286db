import { setTimeout as sleep } from 'node:timers/promises'
import { findRunningPostmaster } from './adopt.js'
import type { BroughtUp } from './bring-up.js'
import { connectionTo } from './connections.js'
import { OwnedServerError } from './errors.js'
import type { Layout } from './layout.js'
import type { OwnedServer, OwnedServerOptions, OwnedServerState } from './options.js'
import { appRole, databaseName } from './roles.js'
import { stopPostmaster } from './shutdown.js'
import { countUsers, type ServerUse } from './users.js'
import { watchPostmaster } from './watch.js'

const restartsAllowed = 5
const restartWindow = 60_000
const restartPause = 250
const fullDiskPause = 2_000

/** A server that is up, with what it takes to keep it up and to give it up. */
export interface Supervision {
  readonly layout: Layout
  readonly up: BroughtUp
  readonly use: ServerUse
  /** Adopts or starts the server again. */
  readonly restart: () => Promise<BroughtUp>
  readonly underLock: <T>(work: () => Promise<T>) => Promise<T>
  readonly stopTimeout: number
  readonly onStateChange: OwnedServerOptions['onStateChange']
}

/** Watches over a server until it is stopped: restarts it when it ends by itself, and says so. */
export function supervise(begin: Supervision): OwnedServer {
  const { layout } = begin
  let up = begin.up
  let state: OwnedServerState = 'running'
  let stopping: Promise<void> | undefined
  let restarts: readonly number[] = []
  let unwatch = watch()

  function change(next: OwnedServerState, error?: unknown): void {
    state = next
    begin.onStateChange?.(next, error)
  }

  function watch(): () => void {
    const { child, running } = up
    const onGone = () => void recover()
    return watchPostmaster({ pid: running.pid, cluster: layout.cluster, onGone, ...(child && { child }) })
  }

  async function recover(): Promise<void> {
    let cause: unknown
    while (stopping === undefined) {
      change('recovering', cause)
      if (!isFullDisk(cause) && !mayRestart()) {
        change('failed', giveUp(layout, cause))
        return
      }
      try {
        up = await begin.restart()
        if (stopping !== undefined) return
        unwatch = watch()
        change('running')
        return
      } catch (error) {
        cause = error
        // somebody has to free space first: that is no reason to give up
        await sleep(isFullDisk(error) ? fullDiskPause : restartPause, undefined, { ref: false })
      }
    }
  }

  function mayRestart(): boolean {
    const now = performance.now()
    restarts = [...restarts.filter((at) => now - at < restartWindow), now]
    return restarts.length <= restartsAllowed
  }

  async function stop(): Promise<void> {
    unwatch()
    change('stopping')
    await begin.underLock(async () => {
      unwatch()
      begin.use.leave()
      if (countUsers(layout.users) > 0) return
      const running = await findRunningPostmaster(layout, begin.stopTimeout)
      if (running !== undefined) await stopPostmaster({ pid: running.pid, layout, timeout: begin.stopTimeout })
    })
    change('stopped')
  }

  const connectionFor: OwnedServer['connectionFor'] = (role, database) =>
    connectionTo({ running: up.running, layout, role, ...(database !== undefined && { database }) })

  return {
    get socketFolder() {
      return up.running.socketFolder
    },
    get port() {
      return up.running.port
    },
    user: appRole,
    database: databaseName,
    get connection() {
      return connectionFor('app')
    },
    get version() {
      return up.version
    },
    adopted: begin.up.adopted,
    get state() {
      return state
    },
    connectionFor,
    stop: () => (stopping ??= stop()),
  }
}

function isFullDisk(error: unknown): boolean {
  return error instanceof OwnedServerError && error.code === 'OWNED_DISK_FULL'
}

function giveUp(layout: Layout, cause: unknown): OwnedServerError {
  const detail = cause instanceof Error ? cause.message : 'PostgreSQL ended again after every restart'
  return new OwnedServerError(
    'OWNED_GAVE_UP',
    { path: layout.cluster, attempts: restartsAllowed, detail, log: layout.log },
    { cause },
  )
}
