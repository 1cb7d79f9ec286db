const pause = 1000

/** Passes on how far a job is, at most once a second; `flush` writes what was held back. */
export function throttleProgress(write: (done: number, total: number) => Promise<void>): {
  readonly note: (done: number, total: number) => Promise<void>
  readonly flush: () => Promise<void>
} {
  let held: readonly [number, number] | undefined
  let last = Number.NEGATIVE_INFINITY
  const flush = async (): Promise<void> => {
    if (held === undefined) return
    const [done, total] = held
    held = undefined
    last = performance.now()
    await write(done, total)
  }
  return {
    async note(done, total) {
      held = [done, total]
      // a pause on this machine, not a moment in time: the clock of the platform may stand still
      if (performance.now() - last >= pause) await flush()
    },
    flush,
  }
}
