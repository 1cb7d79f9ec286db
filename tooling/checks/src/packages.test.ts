import { expect, test } from 'vitest'
import { packageProblems } from './package-problems.mjs'
import { type PlantedFiles, plant } from './planted/workspace.js'
import { publishablePackages } from './publishable.mjs'

const manifest = {
  name: '@opendpf/planted',
  version: '1.0.0',
  license: 'Apache-2.0',
  type: 'module',
  files: ['dist'],
  exports: {
    '.': { 'opendpf-source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    './package.json': './package.json',
  },
}
const built: PlantedFiles = {
  'package.json': manifest,
  'dist/index.js': 'export const one = 1\n',
  'dist/index.d.ts': 'export declare const one = 1\n',
}

test('a package that is built and complete has no problem', async () => {
  expect(await packageProblems({ folder: plant(built), manifest })).toEqual([])
})

test('a file that is exported but not published is named', async () => {
  const { exports: all, ...rest } = manifest
  const wrong = { ...rest, exports: { ...all, './extra': './src/extra.js' } }
  const folder = plant({ ...built, 'package.json': wrong, 'src/extra.js': 'export const two = 2\n' })
  expect((await packageProblems({ folder, manifest: wrong })).join('\n')).toContain('publint')
})

test('an entry point without declarations is named', async () => {
  const { exports: all, ...rest } = manifest
  const wrong = { ...rest, exports: { ...all, './bare': './dist/bare.js' } }
  const folder = plant({ ...built, 'package.json': wrong, 'dist/bare.js': 'export const two = 2\n' })
  expect((await packageProblems({ folder, manifest: wrong })).join('\n')).toContain('attw')
})

test('declarations that import a file which is not there are named', async () => {
  const folder = plant({ ...built, 'dist/index.d.ts': "export { one } from './one.js'\n" })
  expect((await packageProblems({ folder, manifest })).join('\n')).toContain('attw')
})

test('private packages are left out', () => {
  const root = plant({
    'packages/foundation/a/package.json': manifest,
    'packages/foundation/b/package.json': { ...manifest, name: '@opendpf/b', private: true },
  })
  expect(publishablePackages(root).map((pkg) => pkg.manifest.name)).toEqual(['@opendpf/planted'])
})
