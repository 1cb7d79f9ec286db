import type { PoolConfig } from 'pg'
import { openConnections } from './connections.js'

/** Waits until everything that was committed before the call is on disk. */
export interface LogFlush {
  wait(): Promise<void>
  close(): Promise<void>
}

// an empty message in the log: the commit of the statement that writes it flushes the log up to there
const flush = { name: 'flush', text: `select pg_logical_emit_message(true, 'opendpf', '')`, values: [] }

/**
 * One flush of the database's log for all writers that ended meanwhile. A transaction that waited for the disk inside its commit would
 * hold the county's audit chain until then, and the writers of a county would go to disk one after the other.
 */
export function openLogFlush(config: PoolConfig): LogFlush {
  const pool = openConnections({ ...config, max: 1, idleTimeoutMillis: 0 })
  let running: Promise<void> | undefined
  let following: Promise<void> | undefined

  const start = (): Promise<void> => {
    running = pool.query(flush).then(
      () => {
        running = undefined
      },
      (error: unknown) => {
        running = undefined
        throw error
      },
    )
    return running
  }

  return {
    wait() {
      if (!running) return start()
      // the flush that runs may have passed our commit already: the next one has not
      following ??= running
        .catch(() => {})
        .then(() => {
          following = undefined
          return start()
        })
      return following
    },
    close: () => pool.end(),
  }
}
