import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BackupError, createBackup } from '@opendpf/database/backup'
import { startOwnedServer } from '@opendpf/database/owned'
import { expect, test } from 'vitest'
import { makeFolder, stopAfterTest } from './support/data-folder.js'
import { readRows, withClient, writeRows } from './support/rows.js'
import { mountDisk } from './support/small-disk.js'

test('a backup onto a disk that becomes full says so, leaves no file and does the database no harm', async (context) => {
  const mount = mountDisk(context, 4)
  const server = stopAfterTest(await startOwnedServer({ folder: makeFolder() }))
  await writeRows(server, [1, 2, 3])
  await withClient(server, async (client) => {
    await client.query('create table filler (content text)')
    // random enough not to be compressed away
    await client.query(`insert into filler select md5(i::text) || md5((-i)::text) from generate_series(1, 200000) i`)
  })
  const file = join(mount, 'backup')
  const clock = { now: () => new Date('2026-11-24T08:00:00Z') }
  const connection = { ...server.connectionFor('owner') }
  const error = await createBackup({ connection, file, clock, version: '1.0.0' }).catch((reason: unknown) => reason)
  if (!(error instanceof BackupError)) throw error
  expect(error.code).toBe('BACKUP_DISK_FULL')
  expect(error.text('en')).toContain(`The disk became full before the backup file ${file} was complete`)
  expect(error.text('zh-CN')).toContain(`备份文件 ${file} 未能写完`)
  expect(readdirSync(mount)).toEqual([])
  expect(await readRows(server)).toEqual([1, 2, 3])
})
