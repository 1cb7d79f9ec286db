import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { expect, type Page } from '@playwright/test'
import { test } from '../run/test.js'
import { registry } from './pages.js'

/** What the demo county does not bring by itself; pages of one row need a row. */
const county = '990121000000'

test.describe(() => {
  test.use({ user: 'approver' })

  test('a rule of staffing', async ({ page }) => {
    await create(page, registry.record('organisations.staffingRule'), {
      division: county,
      kind: 'commissioner',
      level: 'village',
      holdersFrom: 1,
      seats: 1,
      allowance: 30_000,
      since: '2026-01-01',
      document: '示残联〔2026〕1号',
    })
  })

  test('an export that waits for approval', async ({ page }) => {
    const answer = await page.request.post('/api/v1/system/exports', {
      headers: { 'X-OpenDPF': '1' },
      data: {
        record: 'organisations.organisation',
        query: { filters: {} },
        format: 'xlsx',
        unmasked: true,
        reason: '核对组织名录',
      },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  })
})

test.describe(() => {
  test.use({ user: 'secadmin' })

  test('a key for another system', async ({ page }) => {
    const holders = await page.request.post('/api/v1/access/users/query', {
      headers: { 'X-OpenDPF': '1' },
      data: { filters: {}, limit: 50 },
    })
    const { rows } = (await holders.json()) as {
      readonly rows: readonly { readonly id: string; readonly fields: { readonly username: string } }[]
    }
    await create(page, registry.record('access.apiKey'), {
      name: '统计平台',
      holder: rows.find(({ fields }) => fields.username === 'approver')?.id,
      division: county,
      permissions: ['persons:person.read'],
      expiresOn: '2027-12-31',
    })
  })
})

async function create(page: Page, record: PlacedRecord, fields: object): Promise<void> {
  const answer = await page.request.post(`/api/v1${pathOf(record)}`, { headers: { 'X-OpenDPF': '1' }, data: fields })
  expect(answer.status(), await answer.text()).toBe(201)
}
