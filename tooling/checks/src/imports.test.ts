import { join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { describe, expect, test } from 'vitest'
import { runTool } from './planted/tool.js'
import { link, type PlantedFiles, plant } from './planted/workspace.js'

const nothing = 'export const nothing = undefined\n'
const imports = (what: string) => `import { nothing } from '${what}'\nexport const copy = nothing\n`
const importsType = (what: string) => `import type { nothing } from '${what}'\nexport type Copy = typeof nothing\n`

/** A tree with one file per room, none of which breaks a rule. */
const clean: PlantedFiles = {
  'package.json': { name: 'planted', private: true, type: 'module' },
  'packages/foundation/errors/src/index.ts': nothing,
  'packages/foundation/standards/src/index.ts': imports('@opendpf/errors'),
  'packages/foundation/errors/package.json': { name: '@opendpf/errors', exports: { '.': './src/index.ts' } },
  'packages/foundation/standards/package.json': {
    name: '@opendpf/standards',
    dependencies: { '@opendpf/errors': 'workspace:*' },
  },
  'packages/platform/kit/src/contract/index.ts': nothing,
  'packages/platform/database/src/index.ts': nothing,
  'packages/lines/rehab/src/contract/index.ts': nothing,
  'packages/lines/rehab/src/server/index.ts': imports('../contract/index.js'),
  'packages/lines/rehab/src/admin/index.ts': imports('../contract/index.js'),
  'packages/lines/rehab/src/client.ts': importsType('./server/index.js'),
  'packages/lines/care/src/contract/index.ts': nothing,
  'packages/domain/persons/src/server/index.ts': nothing,
  'apps/server/src/main.ts': nothing,
  'tests/fixtures/src/index.ts': nothing,
  'node_modules/react/package.json': { name: 'react', version: '19.0.0', main: 'index.js' },
  'node_modules/react/index.js': nothing,
}

/** Rule, the file that breaks it, and how. */
const violations: readonly (readonly [rule: string, file: string, source: string])[] = [
  [
    'foundation-imports-foundation',
    'packages/foundation/errors/src/up.ts',
    imports('../../../platform/kit/src/contract/index.js'),
  ],
  [
    'platform-knows-no-module',
    'packages/platform/kit/src/server/module.ts',
    imports('../../../../lines/rehab/src/contract/index.js'),
  ],
  ['kit-imports-foundation', 'packages/platform/kit/src/server/store.ts', imports('../../../database/src/index.js')],
  [
    'domain-imports-no-line',
    'packages/domain/persons/src/server/line.ts',
    imports('../../../../lines/rehab/src/contract/index.js'),
  ],
  ['lines-never-meet', 'packages/lines/care/src/server/other.ts', imports('../../../rehab/src/contract/index.js')],
  [
    'another-module-by-contract',
    'packages/lines/care/src/server/inside.ts',
    imports('../../../../domain/persons/src/server/index.js'),
  ],
  ['sdk-ships-no-server', 'packages/sdk/src/store.ts', imports('../../platform/database/src/index.js')],
  [
    'apps-are-imported-by-nobody',
    'packages/platform/server/src/app.ts',
    imports('../../../../apps/server/src/main.js'),
  ],
  ['apps-do-not-meet', 'apps/admin/src/server.ts', imports('../../server/src/main.js')],
  ['nothing-imports-tests', 'apps/server/src/fixture.ts', imports('../../../tests/fixtures/src/index.js')],
  ['contract-imports-no-sibling-room', 'packages/lines/rehab/src/contract/how.ts', importsType('../server/index.js')],
  [
    'contract-is-isomorphic',
    'packages/lines/rehab/src/contract/file.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  ],
  ['contract-names-no-runtime-library', 'packages/lines/rehab/src/contract/view.ts', imports('react')],
  ['admin-never-server', 'packages/lines/rehab/src/admin/rows.ts', importsType('../server/index.js')],
  ['server-never-admin', 'packages/lines/rehab/src/server/page.ts', imports('../admin/index.js')],
  ['client-takes-server-types-only', 'packages/lines/care/src/client.ts', imports('./server/index.js')],
  [
    'foundation-and-clients-need-no-node',
    'packages/foundation/errors/src/file.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  ],
  ['no-cycle', 'packages/domain/persons/src/server/about.ts', "export { around } from './round.js'\n"],
  ['nothing-unresolved', 'packages/domain/persons/src/server/lost.ts', imports('./nowhere.js')],
  ['declared-dependencies-only', 'packages/foundation/standards/src/view.ts', imports('react')],
  ['no-development-dependency-in-shipped-code', 'packages/foundation/errors/src/view.ts', imports('react')],
  ['no-file-of-another-package', 'packages/foundation/standards/src/path.ts', imports('../../errors/src/index.js')],
]

const broken: PlantedFiles = {
  ...clean,
  'packages/foundation/errors/package.json': {
    name: '@opendpf/errors',
    exports: { '.': './src/index.ts' },
    devDependencies: { react: '19.0.0' },
  },
  'packages/lines/care/src/server/index.ts': nothing,
  'packages/domain/persons/src/server/round.ts': "export { around } from './about.js'\n",
  ...Object.fromEntries(violations.map(([, file, source]) => [file, source])),
}

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

describe('dependency-cruiser with our rules', () => {
  test('passes a tree in which every arrow points the right way', () => {
    expect(cruise(clean)).toEqual([])
  })

  const found = cruiseOnce(broken)

  test.each(violations)('%s is reported for %s', (rule, file) => {
    expect(
      found()
        .filter(({ from }) => from === file)
        .map((violation) => violation.rule.name),
    ).toContain(rule)
  })

  test('each rule of the configuration is planted here', async () => {
    const { default: config } = await import(join(ROOT, '.dependency-cruiser.mjs'))
    const names = config.forbidden.map(({ name }: { readonly name: string }) => name)
    expect([...new Set(violations.map(([rule]) => rule))].sort()).toEqual([...names].sort())
  })
})

function cruiseOnce(files: PlantedFiles): () => readonly Violation[] {
  let result: readonly Violation[] | undefined
  return () => {
    result ??= cruise(files)
    return result
  }
}

function cruise(files: PlantedFiles): readonly Violation[] {
  const cwd = plant(files)
  link({ root: cwd, name: '@opendpf/errors', path: 'packages/foundation/errors' })
  const config = join(ROOT, '.dependency-cruiser.mjs')
  const args = ['--config', config, '--output-type', 'json', 'packages', 'apps', 'tests']
  const { output } = runTool({ name: 'dependency-cruiser', command: 'depcruise', args, cwd })
  return JSON.parse(output).summary.violations
}
