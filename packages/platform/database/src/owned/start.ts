import { setTimeout as sleep } from 'node:timers/promises'
import { findRunningPostmaster } from './adopt.js'
import { type BroughtUp, bringUp } from './bring-up.js'
import { connectionTo } from './connections.js'
import { OwnedServerError } from './errors.js'
import { explainFileError } from './failures.js'
import { findLayout, type Layout } from './layout.js'
import { withLock } from './lock.js'
import type { OwnedServer, OwnedServerOptions, OwnedServerState } from './options.js'
import type { Account } from './privileges.js'
import { appRole, databaseName } from './roles.js'
import { stopPostmaster } from './shutdown.js'
import { countUsers, joinUsers, type ServerUse } from './users.js'
import { watchPostmaster } from './watch.js'

const defaultStartTimeout = 120_000
const defaultStopTimeout = 60_000
const restartsAllowed = 5
const restartWindow = 60_000
const restartPause = 200

/**
 * Starts the PostgreSQL that belongs to a data folder, or adopts it if it already runs; makes it on first use.
 * A server that ends abnormally is started again, up to five times a minute.
 * @throws OwnedServerError saying what is wrong, where, and what to do
 */
export async function startOwnedServer(options: OwnedServerOptions): Promise<OwnedServer> {
  const log = options.log ?? (() => undefined)
  const place = locate(options, log)
  const { layout } = place
  const first = await underLock(place, options, async () => {
    const up = await bringUp({ ...place, start: options, timeout: options.startTimeout ?? defaultStartTimeout })
    return { up, use: joinUsers(layout.users) }
  })
  return supervise({ place, options, up: first.up, use: first.use })
}

interface Place {
  readonly layout: Layout
  readonly account: Account | undefined
}

function locate(options: OwnedServerOptions, log: (text: string) => void): Place {
  try {
    const found = findLayout(options.folder, log)
    return { layout: found.layout, account: found.account }
  } catch (error) {
    throw explainFileError(error, options.folder)
  }
}

async function underLock<T>(place: Place, options: OwnedServerOptions, work: () => Promise<T>): Promise<T> {
  const { lock, cluster, home } = place.layout
  const timeout = (options.startTimeout ?? defaultStartTimeout) + (options.stopTimeout ?? defaultStopTimeout)
  try {
    return await withLock({ path: lock, folder: cluster, timeout }, work)
  } catch (error) {
    throw explainFileError(error, home)
  }
}

function supervise(begin: {
  readonly place: Place
  readonly options: OwnedServerOptions
  readonly up: BroughtUp
  readonly use: ServerUse
}): OwnedServer {
  const { place, options, use } = begin
  const { layout } = place
  let up = begin.up
  let state: OwnedServerState = 'running'
  let stopping: Promise<void> | undefined
  let unwatch = watch()
  const restarts: number[] = []

  function change(next: OwnedServerState, error?: unknown): void {
    state = next
    options.onStateChange?.(next, error)
  }

  function watch(): () => void {
    const { child, running } = up
    return watchPostmaster({
      pid: running.pid,
      cluster: layout.cluster,
      ...(child && { child }),
      onGone: () => void recover(),
    })
  }

  async function recover(cause?: unknown): Promise<void> {
    if (stopping !== undefined) return
    change('recovering', cause)
    const now = performance.now()
    restarts.push(now)
    if (restarts.filter((at) => now - at < restartWindow).length > restartsAllowed) {
      const detail = cause instanceof OwnedServerError ? cause.text('en') : 'it ended again soon after each restart'
      change(
        'failed',
        new OwnedServerError('OWNED_GAVE_UP', {
          path: layout.cluster,
          attempts: restartsAllowed,
          detail,
          log: layout.log,
        }),
      )
      return
    }
    try {
      up = await underLock(place, options, () =>
        bringUp({ ...place, start: options, timeout: options.startTimeout ?? defaultStartTimeout }),
      )
      if (stopping !== undefined) return
      unwatch = watch()
      change('running')
    } catch (error) {
      await sleep(restartPause, undefined, { ref: false })
      await recover(error)
    }
  }

  async function stop(): Promise<void> {
    unwatch()
    change('stopping')
    await underLock(place, options, async () => {
      use.leave()
      if (countUsers(layout.users) > 0) return
      const timeout = options.stopTimeout ?? defaultStopTimeout
      const running = await findRunningPostmaster(layout, timeout)
      if (running !== undefined) await stopPostmaster({ pid: running.pid, layout, timeout })
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
