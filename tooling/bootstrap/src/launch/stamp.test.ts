import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentStamp, readStamp, sourceStamp, writeStamp } from './stamp.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'opendpf-stamp-'))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src', 'a.ts'), 'one')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const sources = () => sourceStamp({ root, folders: [root] })

test('the stamp of untouched sources stays the same', () => {
  expect(sources()).toBe(sources())
})

test.each([
  ['a changed file', () => writeFileSync(join(root, 'src', 'a.ts'), 'other')],
  ['a file of the same size saved again', () => utimesSync(join(root, 'src', 'a.ts'), 1, 1)],
  ['a new file', () => writeFileSync(join(root, 'src', 'b.ts'), '')],
  ['a removed file', () => rmSync(join(root, 'src', 'a.ts'))],
])('%s changes the stamp of the sources', (_, change) => {
  const before = sources()
  change()
  expect(sources()).not.toBe(before)
})

test.each([['dist/a.js'], ['node_modules/x/index.js'], ['src/a.test.ts'], ['README.md']])(
  '%s does not, since nothing is built from it',
  (path) => {
    const before = sources()
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), 'new')
    expect(sources()).toBe(before)
  },
)

test('the content stamp follows contents, names and the texts given along', () => {
  const file = join(root, 'src', 'a.ts')
  const before = contentStamp({ files: [file], also: ['linux'] })
  expect(contentStamp({ files: [file], also: ['linux'] })).toBe(before)
  expect(contentStamp({ files: [file], also: ['darwin'] })).not.toBe(before)
  writeFileSync(file, 'two')
  expect(contentStamp({ files: [file], also: ['linux'] })).not.toBe(before)
})

test('a stamp that was never written reads as undefined, a written one as itself', () => {
  const file = join(root, 'deep', 'stamp')
  expect(readStamp(file)).toBeUndefined()
  writeStamp(file, 'abc')
  expect(readStamp(file)).toBe('abc')
})
