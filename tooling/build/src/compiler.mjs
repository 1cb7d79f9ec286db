import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const here = (name) => dirname(require.resolve(`${name}/package.json`))

/** Runs a script with the Node that runs us and ends this process with its code when it fails. */
export function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

// by path: two packages bring a `tsc`, and which one wins in `.bin` depends on link order
export const tsc = join(here('typescript-7'), 'bin', 'tsc')
export const tsup = join(here('tsup'), 'dist', 'cli-default.js')
