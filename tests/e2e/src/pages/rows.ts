import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { samplePicture } from './sample-picture.js'

/** Rows that somebody enters about what only comes of work that takes days: what was paid too much was paid before. */
export const followsFromWork: ReadonlySet<string> = new Set(['payments.overpayment'])

/** The whole of the demo county. */
export const county = '990121000000'

/** Takes a step of a row; answers the status. */
export async function take(page: Page, record: PlacedRecord, { id, version }: Made, verb: string): Promise<number> {
  const answer = await page.request.post(`/api/v1${pathOf(record)}/${id}/do/${verb}`, {
    headers: { 'X-OpenDPF': '1', 'If-Match': `"${version}"` },
    data: {},
  })
  return answer.status()
}

/** Brings a picture for a field of attached files. */
export async function upload(page: Page, record: PlacedRecord, field: string): Promise<unknown> {
  const answer = await page.request.post(`/api/v1${pathOf(record)}/attachments/${field}`, {
    headers: { 'X-OpenDPF': '1', 'Content-Disposition': 'attachment; filename="scan.png"' },
    data: samplePicture,
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

/** A row as a change answers it. */
export interface Made {
  readonly id: string
  readonly version: number
}

/** A row as a list shows it. */
export interface Found {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Whether a record may be read, and whether it has a row. */
export async function countOf(
  request: APIRequestContext,
  record: PlacedRecord,
): Promise<{ readonly status: number; readonly count: number }> {
  const answer = await request.post(`/api/v1${pathOf(record)}/query`, {
    headers: { 'X-OpenDPF': '1' },
    data: { filters: {}, ...(record.scope === 'global' ? {} : { within: county }), limit: 1 },
  })
  const status = answer.status()
  return { status, count: status === 200 ? ((await answer.json()) as { rows: readonly unknown[] }).rows.length : 0 }
}

/** The first row of a record. */
export async function first(page: Page, record: PlacedRecord): Promise<Found> {
  const answer = await page.request.post(`/api/v1${pathOf(record)}/query`, {
    headers: { 'X-OpenDPF': '1' },
    data: { filters: {}, within: county, limit: 1 },
  })
  const { rows } = (await answer.json()) as { readonly rows: readonly Found[] }
  const [row] = rows
  if (!row) throw new Error(`the demo county has no row of ${record.ref}`)
  return row
}

/** Enters a row. */
export async function create(page: Page, record: PlacedRecord, fields: object): Promise<Made> {
  const answer = await page.request.post(`/api/v1${pathOf(record)}`, { headers: { 'X-OpenDPF': '1' }, data: fields })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as Made
}
