import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '@opendpf/standards'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from '../connection/connections.js'
import { dump, openSample, run, sampleSchema } from '../testing/sample-database.js'
import type { OpenTestDatabase } from '../testing/test-database.js'
import { createBackup } from './create.js'
import { BackupError } from './errors.js'
import type { BackupErrorCode } from './messages.js'
import { type RestoreOptions, restoreBackup } from './restore.js'

const clock = fixedClock('2026-11-24T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'opendpf-backup-'))
const file = join(folder, 'good')
let target: OpenTestDatabase
let before: unknown

beforeAll(async () => {
  const source = await openSample(undefined, 'rows')
  await createBackup({ connection: { ...source.connectionFor('owner') }, file, clock, version: '1.2.3' })
  await source.drop()
  target = await openSample(undefined, 'empty')
})
beforeEach(async () => {
  before = await dump(target)
})
afterAll(async () => {
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

function restore(options: Partial<RestoreOptions> = {}) {
  const connection = { ...target.connectionFor('owner') }
  return restoreBackup({ connection, file, expectedSchema: () => sampleSchema, ...options })
}

async function expectRefusal(
  work: Promise<unknown>,
  code: BackupErrorCode,
  ...parts: readonly string[]
): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof BackupError)) throw error ?? new Error(`${code} was expected`)
  expect(error.code).toBe(code)
  for (const part of parts) {
    expect(error.text('en')).toContain(part)
    expect(error.text('zh-CN')).toContain(part)
  }
  expect(error.text('en') + error.text('zh-CN')).not.toMatch(/\{\w+\}/)
  expect(await dump(target), 'the database is as it was').toEqual(before)
}

test('a backup whose schema the program does not know is refused', async () => {
  const expectedSchema = () => ['platform/0001_init@aa', 'care/0002_more@cc']
  await expectRefusal(
    restore({ expectedSchema }),
    'BACKUP_OTHER_VERSION',
    'care/0001_init@bb',
    'care/0002_more@cc',
    '1.2.3',
  )
})

test('a migration that was changed after it was applied is noticed by its checksum', async () => {
  const expectedSchema = () => ['platform/0001_init@aa', 'care/0001_init@changed']
  await expectRefusal(restore({ expectedSchema }), 'BACKUP_OTHER_VERSION', 'care/0001_init@bb')
})

test('names are enough where one side has no checksums', async () => {
  const undo = new Error('undo')
  const verify = () => Promise.reject(undo)
  await expect(restore({ expectedSchema: () => ['care/0001_init', 'platform/0001_init'], verify })).rejects.toBe(undo)
  expect(await dump(target)).toEqual(before)
})

test('a database with another schema is refused', async () => {
  await run(target, `insert into opendpf_migration values ('care', '0002_more', now(), 'cc')`)
  await expectRefusal(restore(), 'BACKUP_OTHER_SCHEMA', 'care/0002_more@cc', target.database)
  await run(target, `delete from opendpf_migration where name = '0002_more'`)
  await run(target, 'alter table nothing_yet add column more text')
  await expectRefusal(restore(), 'BACKUP_OTHER_SCHEMA', 'nothing_yet(id)', 'nothing_yet(id, more)')
  await run(target, 'alter table nothing_yet drop column more')
})

test('a database that holds rows is refused unless they may be replaced', async () => {
  await run(target, `insert into nothing_yet values (7)`)
  before = await dump(target)
  await expectRefusal(restore(), 'BACKUP_NOT_EMPTY', 'nothing_yet', target.database)
  const undo = new Error('undo')
  const counts: unknown[] = []
  const verify: RestoreOptions['verify'] = async (session) => {
    counts.push(await session.query({ text: 'select count(*) as n from nothing_yet', values: [] }))
    throw undo
  }
  await expect(restore({ replace: true, verify })).rejects.toBe(undo)
  expect(counts, 'the row is replaced by none').toEqual([[{ n: 0 }]])
  expect(await dump(target), 'and is there again when the proof fails').toEqual(before)
  await run(target, 'delete from nothing_yet')
})

test('rows that do not arrive are noticed', async () => {
  await run(target, `create function swallow() returns trigger language plpgsql as $$ begin return null; end $$`)
  await run(target, 'create trigger swallow before insert on visit for each row execute function swallow()')
  await run(target, 'alter table visit enable always trigger swallow')
  await expectRefusal(restore(), 'BACKUP_COUNT_MISMATCH', 'visit', '500')
  await run(target, 'drop trigger swallow on visit')
})

test('a database in use is refused', async () => {
  await withClient(target.connection, async (other) => {
    await other.query('begin; lock table person in share mode')
    await expectRefusal(restore({ lockTimeout: 200 }), 'BACKUP_BUSY', target.database)
  })
})

test('a role that may not set triggers aside is refused', async () => {
  await expectRefusal(restore({ connection: { ...target.connection } }), 'BACKUP_NEEDS_OWNER', 'opendpf_migrator')
})

test('a file that is missing, or something else, is refused', async () => {
  const missing = join(folder, 'missing')
  await expectRefusal(restore({ file: missing }), 'BACKUP_FILE_MISSING', missing, 'ENOENT')
  const letter = join(folder, 'letter')
  writeFileSync(letter, 'a letter'.repeat(1000))
  await expectRefusal(restore({ file: letter }), 'BACKUP_NOT_A_BACKUP', letter)
  writeFileSync(letter, '')
  await expectRefusal(restore({ file: letter }), 'BACKUP_NOT_A_BACKUP', letter)
})

test('a file that was cut off is refused, wherever it was cut', async () => {
  const whole = readFileSync(file)
  const cut = join(folder, 'cut')
  for (const length of [600, 5000, whole.length - 3000, whole.length - 1024, whole.length - 1]) {
    writeFileSync(cut, whole.subarray(0, length))
    await expectRefusal(restore({ file: cut }), 'BACKUP_INCOMPLETE', cut)
  }
})

test('a backup does not overwrite a file, and leaves none behind when it fails', async () => {
  const connection = { ...target.connectionFor('owner') }
  await expectRefusal(createBackup({ connection, file, clock, version: '1' }), 'BACKUP_FILE_EXISTS', file)
  const nowhere = join(folder, 'no', 'such', 'folder')
  await expectRefusal(
    createBackup({ connection, file: nowhere, clock, version: '1' }),
    'BACKUP_NOT_WRITABLE',
    nowhere,
    'ENOENT',
  )
  const names = readdirSync(folder)
  const failing = { connection, file: join(folder, 'failed'), clock, version: '1' }
  await expect(createBackup({ ...failing, onProgress: () => Promise.reject(new Error('stop')) })).rejects.toThrow(
    'stop',
  )
  await expect(createBackup({ ...failing, connection: { ...connection, user: 'nobody' } })).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(names)
})

test('large objects are not left out in silence', async () => {
  const connection = { ...target.connectionFor('owner') }
  const [object] = await run<{ id: number }>(target, `select lo_from_bytea(0, 'x') as id`)
  const work = createBackup({ connection, file: join(folder, 'objects'), clock, version: '1' })
  await expectRefusal(work, 'BACKUP_LARGE_OBJECTS', target.database)
  await run(target, 'select lo_unlink($1)', [object?.id])
})
