import type { ChildProcess } from 'node:child_process'
import type { Jobs } from '@opendpf/server'

const lookEvery = 2000
const firstPause = 5000
const longestPause = 60_000

export interface WorkerOptions {
  readonly jobs: Pick<Jobs, 'hasWaiting'>
  /** Starts a process that does what waits and ends by itself when nothing has waited for a while; it sends a message for each job it ended. */
  readonly spawn: () => ChildProcess
  /** Called when a job has ended there: what this process remembers may be old. */
  readonly onEnded: () => void
  readonly onFailure: (error: unknown) => void
}

/** Sees that somebody works while there is work. */
export interface Worker {
  /** Looks now, because something was queued. */
  look(): void
  /** Asks the process to end, and waits until it has put back what it had begun. */
  stop(): Promise<void>
}

/**
 * Has jobs done in a process of its own, which is there only while there are any: what computes for minutes must neither hold up those who
 * ask for a page nor leave its memory behind.
 */
export function startWorker({ jobs, spawn, onEnded, onFailure }: WorkerOptions): Worker {
  let child: ChildProcess | undefined
  let isLooking = false
  let isStopped = false
  let pause = firstPause
  let notBefore = 0

  const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
    child = undefined
    onEnded()
    if (isStopped || code === 0) return
    onFailure(new Error(`the process that does jobs ended with ${signal ?? code}`))
    notBefore = performance.now() + pause
    pause = Math.min(pause * 2, longestPause)
  }

  const begin = (): void => {
    child = spawn()
    child.once('error', onFailure)
    child.once('exit', ended)
    child.on('message', () => {
      pause = firstPause
      onEnded()
    })
  }

  const look = async (): Promise<void> => {
    if (child || isLooking || isStopped || performance.now() < notBefore) return
    isLooking = true
    try {
      if ((await jobs.hasWaiting()) && !isStopped) begin()
    } catch (error) {
      onFailure(error)
    } finally {
      isLooking = false
    }
  }

  const timer = setInterval(() => void look(), lookEvery)
  return {
    look: () => void look(),
    async stop() {
      isStopped = true
      clearInterval(timer)
      const running = child
      if (running === undefined || running.exitCode !== null) return
      const gone = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGTERM')
      await gone
    },
  }
}
