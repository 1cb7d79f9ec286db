import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { onOrphaned } from '../orphaned.mjs'

/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']

/**
 * Runs a program in our place: its terminal is ours, signals reach it, and its end is our end.
 * @param {{ command: string, args: readonly string[], env?: NodeJS.ProcessEnv }} program
 */
export function handOver({ command, args, env = process.env }) {
  const child = spawn(command, args, { env, stdio: 'inherit' })
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      // a terminal sends Ctrl+C to the whole group, so the child has it already
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  onOrphaned(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 1 : constants.signals[signal])))
}
