import type { ChildProcess } from 'node:child_process'
import { isPostmasterOf } from './adopt.js'

const pollMilliseconds = 250

/** Calls `onGone` once when the postmaster ends; the returned function stops watching. It keeps no process alive. */
export function watchPostmaster(options: {
  readonly pid: number
  readonly cluster: string
  /** Given when this process started it: its end is then known at once. */
  readonly child?: ChildProcess
  readonly onGone: () => void
}): () => void {
  let watching = true
  const report = () => {
    if (!watching) return
    stop()
    options.onGone()
  }
  const timer = setInterval(() => {
    if (!isPostmasterOf(options.pid, options.cluster)) report()
  }, pollMilliseconds).unref()
  options.child?.once('exit', report)
  const stop = () => {
    watching = false
    clearInterval(timer)
    options.child?.off('exit', report)
  }
  return stop
}
