import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Contents by path; an object is written as JSON. */
export type PlantedFiles = Readonly<Record<string, string | object>>

/** A folder with these files, gone when the test ends. */
export function plant(files: PlantedFiles): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'opendpf-planted-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
  return root
}

/** What makes a folder a workspace of the same shape as ours. */
export const workspaceFiles: PlantedFiles = {
  'package.json': { name: 'planted', private: true, packageManager: 'pnpm@12.4.2' },
  'pnpm-workspace.yaml': 'packages:\n  - packages/*/*\n  - apps/*\n  - tests/*\n',
}

/** A workspace package of two files, under a path such as `packages/foundation/errors`. */
export function packageFiles(options: {
  readonly path: string
  readonly name: string
  readonly tag: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly source?: string
}): PlantedFiles {
  const { path, name, tag, dependencies = {}, source = 'export const ready = true\n' } = options
  return {
    [`${path}/package.json`]: {
      name,
      version: '1.0.0',
      type: 'module',
      exports: { '.': './src/index.ts' },
      dependencies,
    },
    [`${path}/turbo.json`]: { extends: ['//'], tags: [tag] },
    [`${path}/src/index.ts`]: source,
  }
}

/** Makes a package of the workspace importable by its name, as an installation does. */
export function link(options: { readonly root: string; readonly name: string; readonly path: string }): void {
  const place = join(options.root, 'node_modules', options.name)
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(options.root, options.path), place, 'junction')
}
