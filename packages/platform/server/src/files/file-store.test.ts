import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keysOf, makeKeyRing } from '@opendpf/database/crypto'
import { fixedClock } from '@opendpf/standards'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cryptoFromKeys } from '../platform/crypto-from-keys.js'
import { createFileStore, type FileStore } from './file-store.js'

let folder: string
let files: FileStore
const crypto = cryptoFromKeys(keysOf(makeKeyRing('aes-256-gcm', fixedClock('2026-06-15T02:00:00Z'))))
const name = 'import-0197a000-0000-7000-8000-000000000001'
const other = 'import-0197a000-0000-7000-8000-000000000002'

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'opendpf-files-')), 'files')
  files = createFileStore(folder, crypto)
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

test.each([0, 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])('%i bytes come back as they were', async (length) => {
  const content = Buffer.alloc(length, '身份证号')
  const pieces = [content.subarray(0, 7), content.subarray(7, 300_000), content.subarray(300_000)]
  const stored = await files.put(name, pieces)
  expect(stored.bytes).toBe(length)
  expect(Buffer.compare(await files.readAll(name), content)).toBe(0)
  expect(await files.list()).toEqual([name])
})

test('a file is for the owner alone and says nothing', async () => {
  await files.put(name, [Buffer.from('张三 990121198503070012')])
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await readFile(join(folder, name))).toString('latin1')).not.toContain('990121198503070012')
})

test('what was altered, cut off or put under another name does not open', async () => {
  await files.put(name, [Buffer.alloc(600_000, 1)])
  const bytes = await readFile(join(folder, name))
  const cutAt = 4 + bytes.readUInt32BE(0)
  for (const [target, content] of [
    [name, Buffer.concat([bytes.subarray(0, 50_000), Buffer.from([(bytes[50_000] ?? 0) ^ 1]), bytes.subarray(50_001)])],
    [name, bytes.subarray(0, cutAt)],
    [name, bytes.subarray(0, bytes.length - 5)],
    [name, Buffer.alloc(0)],
    [other, bytes],
  ] as const) {
    await writeFile(join(folder, target), content)
    await expect(files.readAll(target)).rejects.toMatchObject({ name: 'CryptoError' })
  }
})

test('content that fails half-way leaves nothing', async () => {
  const content = async function* () {
    yield Buffer.alloc(600_000)
    throw new Error('the line broke')
  }
  await expect(files.put(name, content())).rejects.toThrow('the line broke')
  expect(await readdir(folder)).toEqual([])
  await expect(files.readAll(name)).rejects.toMatchObject({ code: 'not-found' })
})

test('a name that is a path is refused', async () => {
  await expect(files.put('../keys.json', [])).rejects.toThrow('not the name of a stored file')
})
