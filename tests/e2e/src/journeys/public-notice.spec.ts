import { pathOf } from '@opendpf/kit'
import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../checks/axe.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'
import { createPerson } from './persons.js'

test.use({ user: 'approver' })

const seen = (version: number) => ({ 'X-OpenDPF': '1', 'If-Match': `"${version}"` })

/** Takes steps of a row one after the other, each with what it asks for. */
async function take(page: Page, address: string, steps: readonly (readonly [string, object])[]): Promise<void> {
  for (const [verb, data] of steps) {
    const { version } = (await (await page.request.get(address)).json()) as { readonly version: number }
    const answer = await page.request.post(`${address}/do/${verb}`, { headers: seen(version), data })
    expect(answer.status(), `${verb}: ${await answer.text()}`).toBe(200)
  }
}

/** Has the finding of somebody posted, and answers the notice. */
async function postFinding(page: Page, name: string): Promise<string> {
  const cases = `/api/v1${pathOf(registry.record('certificates.case'))}`
  const made = await page.request.post(cases, {
    headers: { 'X-OpenDPF': '1' },
    data: {
      person: await createPerson(page, { name }),
      item: 'new',
      channel: 'counter',
      applicant: 'self',
      appliedOn: '2026-06-01',
      claimedCategory: '4',
      hasIdCard: true,
      hasHouseholdBook: true,
      hasPhotos: true,
    },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { readonly id: string }
  const finding = {
    components: [{ category: '4', grade: '2' }],
    criterion: 'GB/T 26341-2010 5.5.3',
    findings: '检查所见',
  }
  await take(page, `${cases}/${id}`, [
    ['submit', {}],
    ['accept', {}],
    ['referForAssessment', { institution: '县人民医院' }],
    ['findEligible', { assessedOn: '2026-06-01', doctors: '评定医师甲', ...finding }],
    ['startNotice', { noticePlace: '村务公开栏' }],
  ])
  const lines = await page.request.get(`/api/v1/notices/lines?subject=${id}`)
  const { rows } = (await lines.json()) as {
    readonly rows: readonly { readonly fields: { readonly notice: string } }[]
  }
  const notice = rows[0]?.fields.notice ?? ''
  await take(page, `/api/v1/notices/notices/${notice}`, [['publish', { objectionPhone: '0900-1234' }]])
  return notice
}

test('somebody without an account reads a notice and objects, with a browser that runs no script', async ({
  page,
  browser,
  baseURL,
}) => {
  const notice = await postFinding(page, '欧阳示明')
  const address = { ...(baseURL ? { baseURL } : {}) }
  const anybody = await browser.newContext(address)
  const reading = await anybody.newPage()
  await reading.goto('/notices')
  await expectNoAxeFindings(reading)
  await reading.goto(`/notices/${notice}`)
  await expect(reading.getByRole('table')).toContainText('欧阳*明')
  await expect(reading.getByRole('main')).not.toContainText('欧阳示明')
  await expectNoAxeFindings(reading)
  await reading.emulateMedia({ media: 'print' })
  await expect(reading.getByRole('button')).toHaveCount(0)
  await anybody.close()

  const scriptless = await browser.newContext({ ...address, javaScriptEnabled: false })
  const objecting = await scriptless.newPage()
  await objecting.goto(`/notices/${notice}`)
  await objecting.getByRole('button', { name: '提交异议' }).click()
  await expect(objecting.getByRole('alert')).toContainText('请填写异议内容和理由')
  await objecting.getByLabel('针对').selectOption({ index: 1 })
  await objecting.getByLabel('异议内容和理由').fill('可以独立行走，请核查')
  await objecting.getByRole('button', { name: '提交异议' }).click()
  await expect(objecting.getByRole('heading', { level: 1 })).toHaveText('异议已收到')
  await expect(objecting.getByRole('main')).toContainText(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)
  await objecting.goto(`/notices/${notice}`)
  await expect(objecting.getByRole('table')).toContainText('有异议，正在核查')
  await scriptless.close()

  await page.goto('/p/notices/board')
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/m/notices/notices/${notice}"]`) })
  await expect(row).toContainText('未登记')
})
