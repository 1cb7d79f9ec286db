import { spawn } from 'node:child_process'
import { onOrphaned } from './orphaned.mjs'
import { PINNED_NODE, ROOT, toolEnvironment } from './workspace.mjs'

const MINUTE = 60_000
const GRACE = 10_000

/** @type {readonly NodeJS.Signals[]} */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP']

let isEnding = false

/**
 * Runs a script on the pinned Node in a process group of its own. The group is ended when it takes too long, when we are
 * told to end, and when npm is gone; after the latter two no other tool is started.
 * @param {object} tool
 * @param {string} tool.script
 * @param {readonly string[]} tool.args
 * @param {string} [tool.cwd]
 * @param {Record<string, string>} [tool.env]
 * @param {boolean} [tool.quiet] hold the output back and show it only when the tool fails
 * @param {number} [tool.minutes] after which the tool is ended
 * @returns {Promise<boolean>} whether it ended with code 0
 */
export function runTool({ script, args, cwd = ROOT, env = {}, quiet = false, minutes = 15 }) {
  if (isEnding) return Promise.resolve(false)
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

  const signalGroup = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined) return
    try {
      process.kill(ownGroup ? -child.pid : child.pid, signal)
    } catch {
      // it has just ended by itself
    }
  }
  let wasStopped = false
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    wasStopped = true
    signalGroup(signal)
    setTimeout(signalGroup, GRACE, 'SIGKILL').unref()
  }
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    isEnding = true
    process.exitCode = 1
    stop(signal)
  }
  for (const signal of ENDING) process.on(signal, end)
  const forget = onOrphaned(() => end('SIGTERM'))
  const limit = setTimeout(() => {
    console.error(`\nstopped after ${minutes} minutes: ${script} ${args.join(' ')}`)
    stop('SIGTERM')
  }, minutes * MINUTE)

  return new Promise((resolve) => {
    const finish = (/** @type {boolean} */ succeeded) => {
      clearTimeout(limit)
      forget()
      for (const signal of ENDING) process.off(signal, end)
      if (!succeeded) for (const chunk of held) process.stdout.write(chunk)
      resolve(succeeded)
    }
    child.on('error', (error) => {
      held.push(Buffer.from(`${error.message}\n`))
      finish(false)
    })
    // some tools call it a success to have been told to stop
    child.on('close', (code) => finish(code === 0 && !wasStopped))
  })
}
