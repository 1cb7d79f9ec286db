import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { expect, test } from 'vitest'
import { runTool } from './planted/tool.js'
import { plant } from './planted/workspace.js'

const violations: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['noFloatingPromises', 'promise.ts', 'export async function run() {}\nexport function start() {\n  run()\n}\n'],
  [
    'noMisusedPromises',
    'condition.ts',
    'async function isReady() {\n  return true\n}\nexport function check() {\n  if (isReady()) return 1\n  return 0\n}\n',
  ],
  ['noImportCycles', 'a.ts', "import { b } from './b.js'\n\nexport const a = () => b\n"],
  ['noDefaultExport', 'default.ts', 'export default 1\n'],
  ['useFilenamingConvention', 'camelCase.ts', 'export const one = 1\n'],
  ['noExcessiveLinesPerFile', 'long.ts', `export const lines = [\n${'  1,\n'.repeat(300)}]\n`],
  ['useImportType', 'import-type.ts', "import { type Stats } from 'node:fs'\n\nexport type S = Stats\n"],
  ['noConsole', 'console.ts', "console.log('x')\n"],
  ['noExplicitAny', 'any.ts', 'export const any = (x: any) => x\n'],
  ['format', 'semicolon.ts', 'export const one = 1;\n'],
]

test.each(violations)('Biome reports %s', (rule, file, source) => {
  const { $schema: _, vcs: __, ...config } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'))
  const other = { 'b.ts': "import { a } from './a.js'\n\nexport const b = () => a\n" }
  const cwd = plant({ 'biome.json': config, 'package.json': { type: 'module' }, ...other, [file]: source })
  const { ok, output } = runTool({
    name: '@biomejs/biome',
    command: 'biome',
    args: ['check', '--error-on-warnings', file],
    cwd,
  })
  expect(ok).toBe(false)
  expect(output).toMatch(new RegExp(`${file}\\S* (lint/\\w+/)?${rule}\\b`))
})
