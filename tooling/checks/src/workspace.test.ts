import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT, workspaceFolders } from '@opendpf/bootstrap/workspace'
import { describe, expect, test } from 'vitest'

const TAGS: readonly (readonly [folder: RegExp, tag: string])[] = [
  [/^packages\/foundation\//, 'foundation'],
  [/^packages\/platform\//, 'platform'],
  [/^packages\/domain\//, 'domain'],
  [/^packages\/lines\//, 'line'],
  [/^packages\/sdk$/, 'sdk'],
  [/^apps\//, 'app'],
  [/^tests\//, 'test'],
  [/^tooling\/(build|tsconfig|vitest)$/, 'preset'],
  [/^tooling\//, 'tooling'],
]

const folders = workspaceFolders(ROOT).map((folder) => relative(ROOT, folder).replaceAll('\\', '/'))
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

describe.each(folders)('%s', (folder) => {
  const manifest = json(`${folder}/package.json`)

  test('has a README that says what it is for', () => {
    const readme = join(ROOT, folder, 'README.md')
    expect(existsSync(readme), `${folder}/README.md`).toBe(true)
    expect(readFileSync(readme, 'utf8').length).toBeGreaterThan(200)
  })

  test('carries the tag of its folder', () => {
    const tag = TAGS.find(([pattern]) => pattern.test(folder))?.[1]
    expect(json(`${folder}/turbo.json`).tags).toEqual([tag])
  })

  test('is named, licensed and versioned like the others', () => {
    expect(manifest.name).toMatch(/^@opendpf\/[a-z][a-z0-9-]*$/)
    expect(manifest).toMatchObject({ version: json('package.json').version, license: 'Apache-2.0' })
  })

  test.runIf(manifest.private !== true)('can be published', () => {
    expect(manifest).toMatchObject({
      type: 'module',
      files: expect.arrayContaining(['dist']),
      engines: { node: '>=22' },
      publishConfig: { access: 'public' },
    })
    expect(manifest.description).toMatch(/^[A-Z].*\.$/)
  })
})

test('the pinned package manager is also the one that tools find in the path', () => {
  const { packageManager, devDependencies } = json('package.json')
  expect(packageManager).toBe(`pnpm@${devDependencies.pnpm}`)
})

// without git, turbo reads "everything" by following the links in node_modules, which takes for ever
test('every task names what it reads, so that a copy without git can be built', () => {
  for (const [name, task] of Object.entries<{ readonly inputs?: readonly string[] }>(json('turbo.json').tasks)) {
    expect(task.inputs, name).toBeDefined()
    expect(task.inputs, name).not.toContain('$TURBO_DEFAULT$')
    expect(
      task.inputs?.filter((input) => input.startsWith('**')),
      name,
    ).toEqual([])
  }
})
