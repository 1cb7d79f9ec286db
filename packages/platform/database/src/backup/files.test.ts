import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '@opendpf/standards'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, run, sampleSchema } from '../testing/sample-database.js'
import type { OpenTestDatabase } from '../testing/test-database.js'
import type { BackupFile, FindFiles } from './backup-files.js'
import { createBackup } from './create.js'
import { type RestoreOptions, restoreBackup } from './restore.js'
import { verifyBackup } from './verify.js'

const clock = fixedClock('2026-11-24T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'opendpf-backup-'))
const file = join(folder, 'with-files')
/** One that fills several parts, one that fills none. */
const contents = new Map([
  ['990121/ab', Buffer.alloc(4_500_000, '影像')],
  ['990121/cd', Buffer.alloc(0)],
  ['990122/ab', Buffer.from('small')],
])
let source: OpenTestDatabase
let target: OpenTestDatabase

async function* pieces(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 700_000) yield content.subarray(at, at + 700_000)
}

/** Files of the rows that are backed up: those whose names the person table has. */
const find: FindFiles = async function* (session): AsyncGenerator<BackupFile> {
  const rows = await session.query<{ tags: string }>({ text: `select id from person where id = $1`, values: ['p1'] })
  expect(rows).toHaveLength(1)
  for (const [name, content] of contents) yield { name, content: pieces(content) }
}
const backUp = (name: string, files: FindFiles = find) =>
  createBackup({
    connection: { ...source.connectionFor('owner') },
    file: join(folder, name),
    clock,
    version: '1.0.0',
    files,
  })
const restore = (options: Partial<RestoreOptions>) =>
  restoreBackup({
    connection: { ...target.connectionFor('owner') },
    file,
    expectedSchema: () => sampleSchema,
    replace: true,
    ...options,
  })
const countOf = async (database: OpenTestDatabase): Promise<number> =>
  (await run<{ n: number }>(database, 'select count(*)::int as n from visit'))[0]?.n ?? 0

beforeAll(async () => {
  source = await openSample(undefined, 'rows')
  target = await openSample(undefined, 'empty')
  await backUp('with-files')
})
afterAll(async () => {
  await source.drop()
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('files come back as they were', async () => {
  const put = new Map<string, Buffer>()
  const manifest = await restore({
    async putFile(name, content) {
      const pieces: Uint8Array[] = []
      for await (const piece of content) pieces.push(piece)
      put.set(name, Buffer.concat(pieces))
    },
  })
  expect(put).toEqual(contents)
  expect(manifest.files).toMatchObject({ count: 3, bytes: 4_500_005 })
  expect(await countOf(target)).toBe(500)
})

test('each is a file of the archive that tar reads', () => {
  const content = execFileSync('tar', ['-xOf', file, 'files/990121/ab'], { maxBuffer: 20_000_000 })
  expect(content.equals(contents.get('990121/ab') ?? Buffer.alloc(0))).toBe(true)
})

test('one that was altered, and one that was taken out, are noticed before anything is touched', async () => {
  const bytes = readFileSync(file)
  const altered = join(folder, 'altered')
  bytes.write('SMALL', bytes.lastIndexOf('small'), 'latin1')
  writeFileSync(altered, bytes)
  await expect(verifyBackup(altered)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED', params: { part: 'files/' } })
  const fewer = join(folder, 'fewer')
  writeFileSync(fewer, readFileSync(file))
  execFileSync('tar', ['--delete', '-f', fewer, 'files/990122/ab/000001'])
  await expect(restore({ file: fewer, putFile: async () => undefined })).rejects.toMatchObject({
    code: expect.stringMatching(/^BACKUP_(DAMAGED|INCOMPLETE)$/),
  })
})

test('a restore that cannot put a file back changes nothing', async () => {
  await run(target, 'delete from visit where id > 10')
  await expect(
    restore({
      async putFile() {
        throw new Error('the store is full')
      },
    }),
  ).rejects.toThrow('the store is full')
  await expect(restore({})).rejects.toThrow('nobody said where they go')
  expect(await countOf(target)).toBe(10)
})

test('a backup without files needs no place for them', async () => {
  const name = 'none'
  const manifest = await backUp(name, async function* () {})
  expect(manifest.files).toMatchObject({ count: 0, bytes: 0 })
  await restore({ file: join(folder, name) })
  expect(await countOf(target)).toBe(500)
})

test('a name that leads elsewhere, or a file that cannot be read, leaves no backup', async () => {
  const one = (name: string, content: AsyncIterable<Uint8Array>): FindFiles =>
    async function* () {
      yield { name, content }
    }
  await expect(backUp('bad', one('../etc/passwd', pieces(Buffer.from('x'))))).rejects.toThrow('not a name of a file')
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('x')
    throw new Error('the disk has a hole')
  }
  await expect(backUp('bad', one('a', broken()))).rejects.toThrow('the disk has a hole')
  expect(() => readFileSync(join(folder, 'bad'))).toThrow('ENOENT')
})
