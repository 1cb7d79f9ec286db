import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PINNED_NODE, ROOT, readManifest, workspaceFolders } from '../workspace.mjs'
import { explainInstallFailure } from './install-failure.mjs'
import { npx } from './npx.mjs'
import { contentStamp, readStamp, writeStamp } from './stamp.mjs'

const STAMP = join(ROOT, 'node_modules', '.opendpf-installed')
const LAST_LINES = 20_000

/** Retries once and within seconds: without a network both package managers would otherwise wait for minutes. */
const PATIENCE = Object.fromEntries(
  ['npm_config', 'pnpm_config'].flatMap((tool) => [
    [`${tool}_fetch_retries`, '1'],
    [`${tool}_fetch_retry_mintimeout`, '1000'],
    [`${tool}_fetch_retry_maxtimeout`, '5000'],
  ]),
)

/** Installs the locked packages unless exactly these are installed; ends the process when that fails. */
export async function ensureInstalled() {
  const stamp = installationStamp()
  if (readStamp(STAMP) === stamp && existsSync(PINNED_NODE)) return
  console.error(
    '正在安装依赖包（仅首次运行或依赖变化时需要）… / Installing packages (first run, or they have changed)…',
  )
  const { code, output } = await runInstall()
  if (code !== 0 || !existsSync(PINNED_NODE)) {
    const { zh, en } = explainInstallFailure(output)
    console.error(`\n${zh}\n${en}`)
    process.exit(1)
  }
  writeStamp(STAMP, stamp)
}

function installationStamp() {
  const manifests = [ROOT, ...workspaceFolders(ROOT)].map((folder) => join(folder, 'package.json'))
  return contentStamp({
    files: [join(ROOT, 'pnpm-lock.yaml'), join(ROOT, 'pnpm-workspace.yaml'), ...manifests],
    also: [process.platform, process.arch],
  })
}

/** @returns {Promise<{ code: number, output: string }>} */
function runInstall() {
  const packageManager = readManifest(ROOT).packageManager ?? 'pnpm'
  const { command, args, shell } = npx()
  const install = ['install', '--frozen-lockfile', '--prefer-offline', '--config.confirm-modules-purge=false']
  return new Promise((resolve) => {
    const child = spawn(command, [...args, '--yes', '--prefer-offline', packageManager, ...install], {
      cwd: ROOT,
      env: { ...PATIENCE, ...process.env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const show = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString('utf8')).slice(-LAST_LINES)
      process.stderr.write(chunk)
    }
    child.stdout.on('data', show)
    child.stderr.on('data', show)
    child.on('error', (error) => resolve({ code: 1, output: `${error.message} npx: not found` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
