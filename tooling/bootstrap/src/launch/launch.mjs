import { join } from 'node:path'
import { PINNED_NODE, ROOT } from '../workspace.mjs'
import { ensureBuilt } from './build.mjs'
import { handOver } from './hand-over.mjs'
import { ensureInstalled } from './install.mjs'

/** Installs and builds what has changed. */
export async function prepare() {
  await ensureInstalled()
  await ensureBuilt()
}

/**
 * Runs the `opendpf` command of this checkout on the pinned Node, after installing and building what has changed.
 * @param {readonly string[]} args
 */
export async function launch(args) {
  await prepare()
  handOver({ command: PINNED_NODE, args: [join(ROOT, 'apps', 'server', 'dist', 'main.js'), ...args] })
}
