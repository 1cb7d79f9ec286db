import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const bootstrap = fileURLToPath(new URL('../..', import.meta.url))

/** What stands in for npx: notes that it ran, and installs a Node and a turbo that notes that it built. */
const npx = `
const { appendFileSync, copyFileSync, mkdirSync, symlinkSync, existsSync, writeFileSync } = require('node:fs')
appendFileSync('calls', 'install ')
if (process.env.PLANTED_FAILURE) { console.error(process.env.PLANTED_FAILURE); process.exit(1) }
mkdirSync('node_modules/node/bin', { recursive: true })
if (!existsSync('node_modules/node/bin/node')) symlinkSync(process.execPath, 'node_modules/node/bin/node')
mkdirSync('node_modules/turbo', { recursive: true })
writeFileSync('node_modules/turbo/package.json', JSON.stringify({ name: 'turbo', bin: { turbo: 'turbo.cjs' } }))
copyFileSync('turbo.cjs', 'node_modules/turbo/turbo.cjs')
`
const turbo = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('calls', 'build ')
for (const app of ['server', 'admin']) mkdirSync('apps/' + app + '/dist', { recursive: true })
writeFileSync('apps/server/dist/main.js', "console.log('serving', ...process.argv.slice(2))")
`

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'opendpf-launch-'))
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', packageManager: 'pnpm@12.4.2' }))
  write('pnpm-lock.yaml', 'lockfileVersion: 9')
  write('npm/npx-cli.js', npx)
  write('npm/package.json', '{}')
  write('turbo.cjs', turbo)
  for (const app of ['server', 'admin']) {
    write(`apps/${app}/package.json`, JSON.stringify({ name: `@opendpf/app-${app}`, scripts: { build: 'x' } }))
  }
  write('apps/server/src/main.ts', '')
  write('tooling/build/package.json', '{}')
  write('tooling/tsconfig/package.json', '{}')
  cpSync(join(bootstrap, 'src'), join(root, 'tooling/bootstrap/src'), { recursive: true })
  cpSync(join(bootstrap, 'start.mjs'), join(root, 'tooling/bootstrap/start.mjs'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('the first start installs, builds and serves', () => {
  expect(start('--port', '1')).toEqual({ code: 0, did: 'install build', said: 'serving serve --port 1' })
})

test('the second start only serves', () => {
  start()
  expect(start()).toMatchObject({ did: '', said: 'serving serve' })
})

test('a changed source is built, and nothing is installed', () => {
  start()
  write('apps/server/src/main.ts', '// changed')
  expect(start()).toMatchObject({ did: 'build' })
})

test('what was built is built again when it is gone', () => {
  start()
  rmSync(join(root, 'apps/admin/dist'), { recursive: true })
  expect(start()).toMatchObject({ did: 'build' })
})

test('changed dependencies are installed', () => {
  start()
  write('pnpm-lock.yaml', 'lockfileVersion: 9 # changed')
  expect(start()).toMatchObject({ did: 'install' })
})

test('an installation that fails is explained and tried again the next time', () => {
  const failed = startWith({ PLANTED_FAILURE: 'ENOSPC: no space left on device' })
  expect(failed).toMatchObject({ code: 1, did: 'install' })
  expect(failed.said).toContain('磁盘空间不足')
  expect(start()).toMatchObject({ code: 0, did: 'install build' })
})

function write(path: string, content: string) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

const start = (...args: readonly string[]) => startWith({}, args)

/** Starts, and tells what was done for it and what was said in the end. */
function startWith(env: NodeJS.ProcessEnv, args: readonly string[] = []) {
  write('calls', '')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tooling/bootstrap/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm', 'npm-cli.js'), ...env },
    encoding: 'utf8',
  })
  const did = readFileSync(join(root, 'calls'), 'utf8').trim()
  return { code: status, did, said: (status === 0 ? stdout : stderr).trim() }
}
