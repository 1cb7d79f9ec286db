import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '../run-tool.mjs'
import { ROOT, readManifest, toolScript, workspaceFolders } from '../workspace.mjs'
import { readStamp, sourceStamp, writeStamp } from './stamp.mjs'

const STAMP = join(ROOT, 'node_modules', '.opendpf-built')
const APPS = ['@opendpf/app-server', '@opendpf/app-admin']

/** Builds the server and its web app unless nothing has changed since; ends the process when that fails. */
export async function ensureBuilt() {
  const folders = foldersBehind(APPS)
  const outputs = folders.filter((folder) => readManifest(folder).scripts?.build !== undefined)
  const presets = ['build', 'tsconfig'].map((name) => join(ROOT, 'tooling', name))
  const stamp = sourceStamp({ root: ROOT, folders: [...folders, ...presets] })
  if (readStamp(STAMP) === stamp && outputs.every((folder) => existsSync(join(folder, 'dist')))) return
  console.error('正在构建（仅首次运行或源码变化时需要）… / Building (first run, or sources have changed)…')
  const filters = APPS.map((name) => `--filter=${name}`)
  const succeeded = await runTool({
    script: toolScript('turbo'),
    args: ['run', 'build', ...filters, '--output-logs=errors-only', '--ui=stream'],
    minutes: 30,
  })
  if (!succeeded) {
    console.error('\n构建失败，原因见上方输出。\nThe build failed; the output above says why.')
    process.exit(1)
  }
  writeStamp(STAMP, stamp)
}

/**
 * The folders of some workspace packages and of everything in the workspace that they depend on.
 * @param {readonly string[]} names
 * @returns {string[]}
 */
function foldersBehind(names) {
  const packages = new Map(
    workspaceFolders(ROOT).map((folder) => {
      const manifest = readManifest(folder)
      return [manifest.name, { folder, needs: Object.keys(manifest.dependencies ?? {}) }]
    }),
  )
  /** @type {Set<string>} */
  const found = new Set()
  const pending = [...names]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const entry = packages.get(name)
    if (entry === undefined || found.has(entry.folder)) continue
    found.add(entry.folder)
    pending.push(...entry.needs)
  }
  return [...found].sort()
}
