import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { expect, test } from 'vitest'
import { runTool } from './planted/tool.js'
import { type PlantedFiles, packageFiles, plant, workspaceFiles } from './planted/workspace.js'

const used = packageFiles({
  path: 'packages/foundation/errors',
  name: '@opendpf/errors',
  tag: 'foundation',
  source: "export { code } from './code.js'\n",
})
const code = { 'packages/foundation/errors/src/code.ts': "export const code = 'x'\n" }

test('a package that uses all it has passes', () => {
  expect(knip({ ...used, ...code })).toMatchObject({ ok: true })
})

test('a file that nothing reaches is reported', () => {
  const { ok, output } = knip({
    ...used,
    ...code,
    'packages/foundation/errors/src/stray.ts': 'export const stray = 1\n',
  })
  expect(ok).toBe(false)
  expect(output).toContain('stray.ts')
})

test('an export that nothing uses is reported', () => {
  const two = { 'packages/foundation/errors/src/code.ts': "export const code = 'x'\nexport const forgotten = 'y'\n" }
  const { ok, output } = knip({ ...used, ...two })
  expect(ok).toBe(false)
  expect(output).toContain('forgotten')
})

test('a dependency that nothing imports is reported', () => {
  const heavy = packageFiles({
    path: 'packages/foundation/errors',
    name: '@opendpf/errors',
    tag: 'foundation',
    dependencies: { zod: '4.6.7' },
  })
  const { ok, output } = knip(heavy)
  expect(ok).toBe(false)
  expect(output).toContain('zod')
})

function knip(files: PlantedFiles) {
  const { $schema: _, ...config } = JSON.parse(readFileSync(join(ROOT, '.knip.json'), 'utf8'))
  const cwd = plant({ ...workspaceFiles, '.knip.json': config, ...files })
  return runTool({ name: 'knip', args: ['--no-progress', '--no-config-hints'], cwd })
}
