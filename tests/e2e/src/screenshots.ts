import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expectLoaded } from './pages/open-page.js'
import { expect, test } from './run/test.js'

const images = fileURLToPath(new URL('../../../apps/docs/images/', import.meta.url))

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.screenshot({ path: `${images}${name}.png`, animations: 'disabled' })
}

test.use({ viewport: { width: 1280, height: 800 } })

test.describe(() => {
  test.use({ user: 'approver' })

  test('persons.png: the list of persons after a search', async ({ page }) => {
    await page.goto('/m/persons/persons')
    await expectLoaded(page)
    await page.getByRole('textbox', { name: /^姓名/ }).fill('王')
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await take(page, 'persons')
  })
})

test.describe(() => {
  test.use({ user: 'leader' })

  test('plan.png: how far the plan of the year is', async ({ page }) => {
    await page.goto('/p/planning/board')
    await expectLoaded(page)
    await expect(page.getByRole('table').first()).toBeVisible()
    await take(page, 'plan')
  })
})
