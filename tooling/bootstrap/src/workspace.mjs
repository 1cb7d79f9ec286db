import { readdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/** The Node that comes with the project, of the version we test. */
export const PINNED_NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * @typedef {object} Manifest the parts of a package.json that are read here
 * @property {string} name
 * @property {string} [packageManager]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {string | Record<string, string>} [bin]
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

const GROUPS = [
  'packages/foundation',
  'packages/platform',
  'packages/domain',
  'packages/lines',
  'apps',
  'tooling',
  'tests',
]

/**
 * The folders of all workspace packages, in a stable order.
 * @param {string} root
 * @returns {string[]} absolute paths
 */
export function workspaceFolders(root) {
  const grouped = GROUPS.flatMap((group) => subfolders(join(root, group)))
  return [...grouped, join(root, 'packages', 'sdk')]
    .filter((folder) => fileNames(folder).includes('package.json'))
    .sort()
}

/**
 * What a tool is started with: the project's Node and tools first in the path, and nothing reported to anybody.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const path = [dirname(PINNED_NODE), join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
}

/**
 * The script behind a command of an installed package, to be run by {@link PINNED_NODE}.
 * @param {string} name the package, as the folder `from` sees it
 * @param {{ command?: string, from?: string }} [options]
 */
export function toolScript(name, { command = name, from = ROOT } = {}) {
  const folder = join(from, 'node_modules', name)
  const { bin } = readManifest(folder)
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (script === undefined) throw new Error(`${name} brings no command ${command}`)
  return join(folder, script)
}

/** @param {string} folder */
const subfolders = (folder) =>
  entries(folder).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []))

/** @param {string} folder */
const fileNames = (folder) => entries(folder).map((entry) => entry.name)

/** @param {string} folder */
function entries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
