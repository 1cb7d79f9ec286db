import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startOwnedServer } from '@opendpf/database/owned'
import { expect, test } from 'vitest'
import { stopAfterTest } from './support/data-folder.js'
import { expectRefusal } from './support/expect-error.js'
import { readRows, withClient, writeRows } from './support/rows.js'
import { fill, mountDisk, resize } from './support/small-disk.js'
import { recordStates } from './support/states.js'

// little log kept, so that a small disk holds a whole database
const settings = { max_wal_size: '32MB', min_wal_size: '32MB' }

test('the first start on a disk that is too small says so and leaves nothing half-made', async (context) => {
  const mount = mountDisk(context, 20)
  const folder = join(mount, 'data')
  await expectRefusal(startOwnedServer({ folder, settings }), {
    code: 'OWNED_DISK_FULL',
    en: ['The disk is full', `is left where ${folder} is`, 'Free some space and start again'],
    zh: ['磁盘空间不足', folder, '请清理磁盘空间后重新启动'],
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('postgres.making') || name === 'postgres')).toEqual([])

  resize(mount, 200)
  const server = stopAfterTest(await startOwnedServer({ folder, settings }))
  await writeRows(server, [1])
  expect(await readRows(server)).toEqual([1])
})

test('a start on a disk that became full says so, and goes on with every row when there is space again', async (context) => {
  const mount = mountDisk(context, 200)
  const folder = join(mount, 'data')
  mkdirSync(folder)
  const first = await startOwnedServer({ folder, settings })
  await writeRows(first, [1, 2, 3])
  await first.stop()

  const free = fill(mount)
  await expectRefusal(startOwnedServer({ folder, settings }), {
    code: 'OWNED_DISK_FULL',
    en: ['The disk is full: only 0 KB is left', 'What was saved is not lost'],
    zh: ['仅剩 0 KB', '已保存的数据没有丢失'],
  })
  free()
  const server = stopAfterTest(await startOwnedServer({ folder, settings }))
  expect(await readRows(server)).toEqual([1, 2, 3])
})

test('on a disk that becomes full at work a write fails, and the database goes on when there is space again', async (context) => {
  const mount = mountDisk(context, 200)
  const folder = join(mount, 'data')
  const states = recordStates()
  const server = stopAfterTest(await startOwnedServer({ folder, settings, onStateChange: states.onStateChange }))
  await writeRows(server, [1, 2, 3])
  const free = fill(mount)
  let acknowledged = 0
  const writing = withClient(server, async (client) => {
    await client.query('create table filler (line integer, content text)')
    for (let line = 1; ; line += 1) {
      await client.query(`insert into filler select $1, repeat('x', 200) from generate_series(1, 1000)`, [line])
      acknowledged = line
    }
  })
  await expect(writing).rejects.toThrow()
  free()
  if (server.state !== 'running') await states.until('running')
  await expect.poll(() => readRows(server).catch(() => []), { timeout: 20_000 }).toEqual([1, 2, 3])
  const lines = await withClient(server, (client) =>
    client.query('select count(distinct line)::int as n from filler').then(
      (result) => result.rows[0]?.n,
      () => 0,
    ),
  )
  expect(lines).toBe(acknowledged)
  await writeRows(server, [4])
  expect(await readRows(server)).toEqual([1, 2, 3, 4])
})

test('a server that cannot recover for want of space waits for it', async (context) => {
  const mount = mountDisk(context, 200)
  const folder = join(mount, 'data')
  const states = recordStates()
  const server = stopAfterTest(await startOwnedServer({ folder, settings, onStateChange: states.onStateChange }))
  await writeRows(server, [1, 2, 3])
  const free = fill(mount)
  const { rows } = await withClient(server, (client) => client.query<{ pid: number }>('select pg_backend_pid() as pid'))
  expect(rows).toHaveLength(1)
  const [line] = execFileSync('head', ['-1', join(folder, 'postgres', 'postmaster.pid')], { encoding: 'utf8' }).split(
    '\n',
  )
  process.kill(Number(line), 'SIGKILL')
  await expect.poll(() => states.errors.length, { timeout: 20_000 }).toBeGreaterThan(0)
  await expectRefusal(Promise.reject(states.errors[0]), {
    code: 'OWNED_DISK_FULL',
    en: ['The disk is full'],
    zh: ['磁盘空间不足'],
  })
  const running = states.until('running')
  free()
  await running
  expect(await readRows(server)).toEqual([1, 2, 3])
})

test('a server can be stopped on a full disk', async (context) => {
  const mount = mountDisk(context, 200)
  const folder = join(mount, 'data')
  const first = await startOwnedServer({ folder, settings })
  await writeRows(first, [1])
  const free = fill(mount)
  await first.stop()
  expect(first.state).toBe('stopped')
  free()
  const server = stopAfterTest(await startOwnedServer({ folder, settings }))
  expect(await readRows(server)).toEqual([1])
})
