import { allows } from '@opendpf/kit'
import { expect } from '@playwright/test'
import { runState } from '../run/run-state.js'
import { test } from '../run/test.js'
import type { Username } from '../sign-in/accounts.js'
import { sessionFile } from '../sign-in/accounts.js'
import { fill } from './fill.js'
import { pages } from './pages.js'
import { countOf, followsFromWork } from './rows.js'

test('a row of everything else that somebody enters', async ({ browser }) => {
  test.setTimeout(120_000)
  const open = (user: Username) => browser.newContext({ storageState: sessionFile(user), baseURL: runState.address() })
  const [approver, clerk] = [await open('approver'), await open('clerk')]
  const failed: string[] = []
  for (const record of new Set(pages.flatMap(({ record }) => record ?? []))) {
    if (!allows(record, 'create') || followsFromWork.has(record.ref)) continue
    const { status, count } = await countOf(approver.request, record)
    if (status !== 200 || count > 0) continue
    const people = { maker: clerk.request, second: approver.request }
    await fill(record, people).catch((error: Error) => failed.push(`${record.ref}: ${error.message}`))
  }
  await Promise.all([approver.close(), clerk.close()])
  expect(failed).toEqual([])
})
