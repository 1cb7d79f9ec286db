import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { OwnedServerError, startOwnedServer } from '@opendpf/database/owned'
import { expect, test } from 'vitest'
import { makeFolder, postmasterOf, stopAfterTest } from './support/data-folder.js'
import { readRows, withClient, writeRows } from './support/rows.js'
import { recordStates } from './support/states.js'

test('a killed postmaster is noticed and started again with every acknowledged row', async () => {
  const folder = makeFolder()
  const states = recordStates()
  const server = stopAfterTest(await startOwnedServer({ folder, onStateChange: states.onStateChange }))
  await writeRows(server, [1, 2, 3])

  const running = states.until('running')
  process.kill(postmasterOf(folder), 'SIGKILL')
  await running

  expect(states.seen).toEqual(['recovering', 'running'])
  expect(server.state).toBe('running')
  expect(await readRows(server)).toEqual([1, 2, 3])
  await writeRows(server, [4])
  expect(await readRows(server)).toEqual([1, 2, 3, 4])
})

test('all who use the server notice, and one of them starts it', async () => {
  const folder = makeFolder()
  const states = recordStates()
  const first = stopAfterTest(await startOwnedServer({ folder }))
  const second = stopAfterTest(await startOwnedServer({ folder, onStateChange: states.onStateChange }))
  await writeRows(first, [1])
  const running = states.until('running')
  process.kill(postmasterOf(folder), 'SIGKILL')
  await running
  expect(await readRows(second)).toEqual([1])
  expect(await readRows(first)).toEqual([1])
})

test('a child that computes on and does not see its postmaster die is told to quit', async () => {
  const folder = makeFolder()
  const states = recordStates()
  const server = stopAfterTest(await startOwnedServer({ folder, onStateChange: states.onStateChange }))
  await writeRows(server, [1])
  const running = states.until('running')
  const computing = withClient(server, async (client) => {
    // no wait in it at which a child would look after its postmaster
    const busy = client.query('do $$ begin loop perform 1; end loop; end $$')
    await withClient(server, async (other) => {
      for (;;) {
        const { rowCount } = await other.query(
          `select from pg_stat_activity where query like 'do %' and state = 'active'`,
        )
        if (rowCount === 1) break
      }
    })
    process.kill(postmasterOf(folder), 'SIGKILL')
    await busy
  })
  await expect(computing).rejects.toThrow()
  await running
  expect(await readRows(server)).toEqual([1])
})

test('after repeated failures it gives up, says why, and nothing is lost', async () => {
  const folder = makeFolder()
  const states = recordStates()
  const server = stopAfterTest(await startOwnedServer({ folder, onStateChange: states.onStateChange }))
  await writeRows(server, [1, 2, 3])
  const control = join(folder, 'postgres', 'global', 'pg_control')
  const failed = states.until('failed')
  renameSync(control, `${control}.away`)
  process.kill(postmasterOf(folder), 'SIGKILL')
  await failed

  expect(server.state).toBe('failed')
  const error = states.errors.at(-1)
  if (!(error instanceof OwnedServerError)) throw error
  expect(error.code).toBe('OWNED_GAVE_UP')
  expect(error.text('en')).toContain(`The database in ${join(folder, 'postgres')} kept ending abnormally; 5 restarts`)
  expect(error.text('zh-CN')).toContain('已重启 5 次仍未恢复')
  expect(error.text('zh-CN')).toContain('已保存的数据没有丢失')

  renameSync(`${control}.away`, control)
  const again = stopAfterTest(await startOwnedServer({ folder }))
  expect(await readRows(again)).toEqual([1, 2, 3])
})
