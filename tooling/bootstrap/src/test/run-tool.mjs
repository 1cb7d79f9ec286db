import { spawn } from 'node:child_process'
import { onOrphaned } from '../orphaned.mjs'
import { PINNED_NODE, ROOT, toolEnvironment } from '../workspace.mjs'

const MINUTE = 60_000
const GRACE = 10_000

/** @type {Set<(signal: NodeJS.Signals) => void>} */
const running = new Set()
let isEnding = false

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
  isEnding = true
  for (const stop of running) stop(signal)
  process.exitCode = 1
  setTimeout(() => process.exit(1), GRACE).unref()
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stopAll)
onOrphaned(() => stopAll('SIGTERM'))

/**
 * Runs a script on the pinned Node in a process group of its own, and ends the group when it takes too long.
 * @param {object} tool
 * @param {string} tool.script
 * @param {readonly string[]} tool.args
 * @param {string} [tool.cwd]
 * @param {Record<string, string>} [tool.env]
 * @param {boolean} [tool.quiet] hold the output back and show it only when the tool fails
 * @param {number} [tool.minutes] after which the tool is ended
 * @returns {Promise<boolean>} whether it ended with code 0
 */
export function runTool({ script, args, cwd = ROOT, env = {}, quiet = false, minutes = 10 }) {
  if (isEnding) return Promise.resolve(false)
  return new Promise((resolve) => {
    const ownGroup = process.platform !== 'win32'
    const child = spawn(PINNED_NODE, [script, ...args], {
      cwd,
      env: { ...toolEnvironment(), ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: ownGroup,
    })
    /** @type {Buffer[]} */
    const held = []
    child.stdout?.on('data', (chunk) => held.push(chunk))
    child.stderr?.on('data', (chunk) => held.push(chunk))
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid === undefined) return
      try {
        process.kill(ownGroup ? -child.pid : child.pid, signal)
      } catch {
        // it has just ended by itself
      }
    }
    running.add(stop)
    const limit = setTimeout(() => {
      console.error(`\nstopped after ${minutes} minutes: ${script} ${args.join(' ')}`)
      stop('SIGTERM')
      setTimeout(stop, GRACE, 'SIGKILL').unref()
    }, minutes * MINUTE)
    const end = (/** @type {boolean} */ succeeded) => {
      clearTimeout(limit)
      running.delete(stop)
      if (!succeeded) for (const chunk of held) process.stdout.write(chunk)
      resolve(succeeded)
    }
    child.on('error', (error) => {
      held.push(Buffer.from(`${error.message}\n`))
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
