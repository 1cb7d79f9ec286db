import { startOwnedServer } from '@opendpf/database/owned'
import { expect, test } from 'vitest'
import { exists, makeFolder, stopAfterTest } from './support/data-folder.js'
import { startDeployment } from './support/deployment.js'
import { readRows, writeRows } from './support/rows.js'

test('a server left by a killed Node is adopted with everything in it, and stops with its adopter', async () => {
  const folder = makeFolder()
  const killed = await startDeployment(folder)
  if (!killed.report.started) throw new Error(killed.report.en)
  const { postmaster } = killed.report
  const beside = await startOwnedServer({ folder })
  await writeRows(beside, [1, 2, 3])
  await beside.stop()
  expect(exists(postmaster), 'the first user is still there').toBe(true)

  await killed.end('SIGKILL')
  expect(exists(postmaster), 'PostgreSQL outlives a killed Node').toBe(true)

  const server = stopAfterTest(await startOwnedServer({ folder }))
  expect(server.adopted).toBe(true)
  expect(await readRows(server)).toEqual([1, 2, 3])
  await server.stop()
  expect(server.state).toBe('stopped')
  expect(exists(postmaster)).toBe(false)
})

test('Node and PostgreSQL both killed: the next start recovers every acknowledged row', async () => {
  const folder = makeFolder()
  const killed = await startDeployment(folder)
  if (!killed.report.started) throw new Error(killed.report.en)
  const beside = await startOwnedServer({ folder })
  await writeRows(beside, [1, 2, 3])
  await killed.end('SIGKILL')
  const stopped = beside.stop()
  process.kill(killed.report.postmaster, 'SIGKILL')
  await stopped

  const server = stopAfterTest(await startOwnedServer({ folder }))
  expect(server.adopted).toBe(false)
  expect(await readRows(server)).toEqual([1, 2, 3])
})
