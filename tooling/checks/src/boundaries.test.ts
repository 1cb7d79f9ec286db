import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { expect, test } from 'vitest'
import { runTool } from './planted/tool.js'
import { type PlantedFiles, packageFiles, plant, workspaceFiles } from './planted/workspace.js'

const errors = packageFiles({ path: 'packages/foundation/errors', name: '@opendpf/errors', tag: 'foundation' })
const rehab = packageFiles({
  path: 'packages/lines/rehab',
  name: '@opendpf/rehab',
  tag: 'line',
  dependencies: { '@opendpf/errors': 'workspace:*' },
  source: "export * from '@opendpf/errors'\n",
})

test('arrows that point up the list of layers pass', () => {
  expect(boundaries({ ...errors, ...rehab })).toMatchObject({ ok: true })
})

test('a line that depends on another line is refused', () => {
  const care = packageFiles({
    path: 'packages/lines/care',
    name: '@opendpf/care',
    tag: 'line',
    dependencies: { '@opendpf/rehab': 'workspace:*' },
  })
  const { ok, output } = boundaries({ ...errors, ...rehab, ...care })
  expect(ok).toBe(false)
  expect(output).toContain('@opendpf/care')
  expect(output).toContain('@opendpf/rehab')
})

test('a foundation package that depends on a line is refused', () => {
  const upsideDown = packageFiles({
    path: 'packages/foundation/messages',
    name: '@opendpf/messages',
    tag: 'foundation',
    dependencies: { '@opendpf/rehab': 'workspace:*' },
  })
  expect(boundaries({ ...errors, ...rehab, ...upsideDown })).toMatchObject({ ok: false })
})

test('a package that depends on an app is refused', () => {
  const app = packageFiles({ path: 'apps/server', name: '@opendpf/app-server', tag: 'app' })
  const client = packageFiles({
    path: 'packages/platform/client',
    name: '@opendpf/client',
    tag: 'platform',
    dependencies: { '@opendpf/app-server': 'workspace:*' },
  })
  expect(boundaries({ ...app, ...client })).toMatchObject({ ok: false })
})

test('an import that the package does not declare is refused', () => {
  const silent = packageFiles({
    path: 'packages/platform/client',
    name: '@opendpf/client',
    tag: 'platform',
    source: "export * from '@opendpf/errors'\n",
  })
  const { ok, output } = boundaries({ ...errors, ...silent })
  expect(ok).toBe(false)
  expect(output).toContain('@opendpf/errors')
})

function boundaries(files: PlantedFiles) {
  const { tasks, boundaries: rules } = JSON.parse(readFileSync(join(ROOT, 'turbo.json'), 'utf8'))
  const cwd = plant({ ...workspaceFiles, 'turbo.json': { tasks, boundaries: rules }, ...files })
  return runTool({ name: 'turbo', args: ['boundaries'], cwd })
}
