import { setTimeout as sleep } from 'node:timers/promises'
import { isPostmasterOf } from './adopt.js'
import { OwnedServerError } from './errors.js'
import type { Layout } from './layout.js'

const pollMilliseconds = 10

/**
 * Ends a postmaster: open transactions are rolled back and everything is written (fast shutdown); one that does not end
 * in time is told to quit at once, after which the next start recovers from the log.
 * @throws OwnedServerError OWNED_STOP_FAILED when it does not even do that
 */
export async function stopPostmaster(options: {
  readonly pid: number
  readonly layout: Layout
  /** Milliseconds for each of the two ways. */
  readonly timeout: number
}): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!send(options.pid, signal)) return
    if (await isGone(options)) return
  }
  throw new OwnedServerError('OWNED_STOP_FAILED', {
    path: options.layout.cluster,
    pid: options.pid,
    seconds: Math.round((2 * options.timeout) / 1000),
  })
}

async function isGone(options: { readonly pid: number; readonly layout: Layout; readonly timeout: number }) {
  const deadline = performance.now() + options.timeout
  while (performance.now() < deadline) {
    if (!isPostmasterOf(options.pid, options.layout.cluster)) return true
    await sleep(pollMilliseconds)
  }
  return false
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
