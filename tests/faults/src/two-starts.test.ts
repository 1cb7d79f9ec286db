import { startOwnedServer } from '@opendpf/database/owned'
import { expect, test } from 'vitest'
import { exists, makeFolder, postmasterOf, stopAfterTest } from './support/data-folder.js'
import { startDeployment } from './support/deployment.js'
import { readRows, writeRows } from './support/rows.js'

test('of starts at once on an empty folder one makes the database and the others adopt it', async () => {
  const folder = makeFolder()
  const servers = await Promise.all([1, 2, 3].map(() => startOwnedServer({ folder })))
  for (const server of servers) stopAfterTest(server)
  expect(servers.map((server) => server.adopted).sort()).toEqual([false, true, true])
  const [first, second, third] = servers
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were started')
  await writeRows(first, [1])
  const postmaster = postmasterOf(folder)
  await Promise.all([first.stop(), second.stop()])
  expect(await readRows(third)).toEqual([1])
  await third.stop()
  expect(exists(postmaster)).toBe(false)
})

test('of two processes started at once one makes the database; the last one out stops it', async () => {
  const folder = makeFolder()
  const both = await Promise.all([startDeployment(folder), startDeployment(folder)])
  const reports = both.map(({ report }) => {
    if (!report.started) throw new Error(report.en)
    return report
  })
  expect(reports.map((report) => report.adopted).sort()).toEqual([false, true])
  expect(new Set(reports.map((report) => report.postmaster)).size).toBe(1)
  const postmaster = postmasterOf(folder)
  await both[0]?.end('SIGTERM')
  expect(exists(postmaster)).toBe(true)
  await both[1]?.end('SIGTERM')
  expect(exists(postmaster)).toBe(false)
})
