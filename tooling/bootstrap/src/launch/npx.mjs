import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * How to start npx: by script with the Node that runs us where npm's folder is known, else by name.
 * @param {{ npmScript?: string | undefined, node?: string, isFile?: (path: string) => boolean }} [machine]
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npx({ npmScript = process.env.npm_execpath, node = process.execPath, isFile = existsSync } = {}) {
  const script = [
    npmScript !== undefined && basename(npmScript) === 'npm-cli.js' ? join(dirname(npmScript), 'npx-cli.js') : '',
    join(dirname(node), 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js'),
  ].find((candidate) => candidate !== '' && isFile(candidate))
  if (script !== undefined) return { command: node, args: [script], shell: false }
  return { command: 'npx', args: [], shell: process.platform === 'win32' }
}
