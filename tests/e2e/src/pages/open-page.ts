import type { PlacedRecord } from '@opendpf/kit'
import { allows, pathOf } from '@opendpf/kit'
import { expect, type Page, test } from '@playwright/test'
import type { TestedPage } from './pages.js'
import { followsFromWork } from './rows.js'

/** Opens a page of the app and waits until all of it is there. */
export async function openPage(page: Page, tested: TestedPage): Promise<void> {
  const id = tested.record ? await firstRow(page, tested.record) : ''
  await page.goto(tested.address(id))
  await expectLoaded(page)
}

/** Everything that was asked for has arrived. */
export async function expectLoaded(page: Page): Promise<void> {
  // asked with every frame: expectations ask again after up to a second
  await page.waitForFunction(
    () => document.querySelector('h1')?.checkVisibility() === true && document.querySelector('.loading') === null,
  )
}

/** The id of a row that the signed-in person may see. */
export async function firstRow(page: Page, record: PlacedRecord, query: object = {}): Promise<string> {
  const { division } = (await (await page.request.get('/api/v1/me')).json()) as { readonly division: string }
  const answer = await page.request.post(`/api/v1${pathOf(record)}/query`, {
    headers: { 'X-OpenDPF': '1' },
    data: { filters: {}, ...(record.scope === 'global' ? {} : { within: division }), limit: 1, ...query },
  })
  expect(answer.status(), `${record.ref}: ${await answer.text()}`).toBe(200)
  const { rows } = (await answer.json()) as { readonly rows: readonly { readonly id: string }[] }
  const [row] = rows
  // what only the platform writes may not have happened in the demo county
  const mayBeMissing = !allows(record, 'create') || followsFromWork.has(record.ref)
  test.skip(!row && mayBeMissing, `no row of ${record.ref}, and nobody enters one`)
  if (!row) throw new Error(`the demo county has no row of ${record.ref}: make one in samples.setup.ts`)
  return row.id
}
