import { pathOf } from '@opendpf/kit'
import { expectLoaded, firstRow } from '../pages/open-page.js'
import { registry } from '../pages/pages.js'
import { expect, test } from '../run/test.js'

test.use({ user: 'approver' })

const person = registry.record('persons.person')

test('the sheet of a person is printed without what is for the screen', async ({ page }) => {
  const id = await firstRow(page, person)
  await page.goto(`/print${pathOf(person)}/${id}`)
  await expectLoaded(page)
  await expect(page.getByRole('button', { name: '打印本页' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印本页' })).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('打印人：县级审批人')
  const paper = await page.pdf({ format: 'A4', tagged: true })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.length).toBeGreaterThan(10_000)
})

test('a page of the app is printed without header and navigation', async ({ page }) => {
  const id = await firstRow(page, person)
  await page.goto(`/m${pathOf(person)}/${id}`)
  await expectLoaded(page)
  await expect(page.getByRole('banner')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
