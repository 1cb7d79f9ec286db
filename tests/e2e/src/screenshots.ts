import { fileURLToPath } from 'node:url'
import { expectLoaded } from './pages/open-page.js'
import { expect, test } from './run/test.js'

const images = fileURLToPath(new URL('../../../apps/docs/images/', import.meta.url))

test.use({ user: 'approver', viewport: { width: 1280, height: 800 } })

test('persons.png: the list of persons after a search', async ({ page }) => {
  await page.goto('/m/persons/persons')
  await expectLoaded(page)
  await page.getByRole('textbox', { name: /^姓名/ }).fill('王')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.screenshot({ path: `${images}persons.png`, animations: 'disabled' })
})
