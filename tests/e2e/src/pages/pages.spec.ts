import type { Page } from '@playwright/test'
import { expectNoAxeFindings } from '../checks/axe.js'
import { expectFocusRings } from '../checks/focus-ring.js'
import { expectChineseNames, expectEnglishNames } from '../checks/names.js'
import { expectNothingLost, expectReflow } from '../checks/reflow.js'
import { expectStructure } from '../checks/structure.js'
import { expect, test } from '../run/test.js'
import type { Username } from '../sign-in/accounts.js'
import { usernames } from '../sign-in/accounts.js'
import { expectLoaded, openPage } from './open-page.js'
import type { TestedPage } from './pages.js'
import { pages } from './pages.js'
import { sharedPage } from './shared-page.js'

const tabStops = 30
/** So many pages of one person are looked at in one window. */
const pagesInAWindow = 5

for (const { user, part } of windows()) {
  test.describe(() => {
    test.describe.configure({ mode: 'default' })
    const shared = sharedPage(user)
    for (const tested of part) test(`${tested.name}, as ${user}`, () => lookAt(shared(), tested))
  })
}

/** The pages by who looks at them, in parts that two workers can share. */
function windows(): readonly { readonly user: Username; readonly part: readonly TestedPage[] }[] {
  return usernames.flatMap((user) => {
    const own = pages.filter((tested) => tested.user === user)
    return Array.from({ length: Math.ceil(own.length / pagesInAWindow) }, (_, index) => ({
      user,
      part: own.slice(index * pagesInAWindow, (index + 1) * pagesInAWindow),
    }))
  })
}

async function lookAt(page: Page, tested: TestedPage): Promise<void> {
  await test.step('open', () => openPage(page, tested))
  await test.step('standard: axe', () => expectNoAxeFindings(page))
  await test.step('standard: names', () => expectChineseNames(page))
  if (!tested.isSheet) await test.step('standard: structure', () => expectStructure(page))
  await test.step('standard: reflow', () => expectReflow(page))
  if (tested.isLike) return
  await test.step('standard: focus', () => expectFocusRings(page, tabStops))
  if (tested.isSheet) return

  await test.step('长辈版, high contrast', async () => {
    await chooseLargest(page)
    await expectNoAxeFindings(page)
    await expectNothingLost(page, 'in the largest text')
    await chooseStandard(page)
  })
  await test.step('English', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectLoaded(page)
    await expectNoAxeFindings(page)
    await expectEnglishNames(page)
  })
}

// how the page looks hangs on these two attributes alone; that the panel sets and keeps them is a test of its own
async function chooseLargest(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { text: 'extra', contrast: 'high' }))
}

async function chooseStandard(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.text
    delete document.documentElement.dataset.contrast
  })
}
