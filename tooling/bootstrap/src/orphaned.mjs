const LOOK_EVERY = 500

/**
 * Calls back once when npm, which started us, is gone: it starts scripts through a shell that dies of a signal without
 * passing it on. Started by anything else, nothing is watched, so that a program may outlive its terminal.
 * @param {() => void} end
 * @returns {() => void} stops watching
 */
export function onOrphaned(end) {
  if (process.env.npm_lifecycle_event === undefined) return () => {}
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    end()
  }, LOOK_EVERY)
  look.unref()
  return () => clearInterval(look)
}
