import { expectNoAxeFindings } from '../checks/axe.js'
import { expectEnglishNames } from '../checks/names.js'
import { expectNothingLost } from '../checks/reflow.js'
import { expect, test } from '../run/test.js'
import { openPage } from './open-page.js'
import { pages } from './pages.js'

/** What the browser keeps when somebody has chosen the largest text and yellow on black. */
const largest = JSON.stringify({ text: 'extra', contrast: 'high' })

for (const tested of pages.filter(({ isSheet }) => !isSheet)) {
  test.describe(() => {
    test.use({ user: tested.user })

    test(`长辈版, high contrast: ${tested.name} (${tested.user})`, async ({ page }) => {
      await page.addInitScript((kept) => localStorage.setItem('opendpf.accessibility', kept), largest)
      await openPage(page, tested)
      await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
      await expectNoAxeFindings(page)
      await expectNothingLost(page, 'in the largest text')
    })

    test(`English: ${tested.name} (${tested.user})`, async ({ page }) => {
      await page.addInitScript(() => localStorage.setItem('opendpf.language', 'en'))
      await openPage(page, tested)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expectNoAxeFindings(page)
      await expectEnglishNames(page)
    })
  })
}
