import { expectNoAxeFindings } from '../checks/axe.js'
import { expectFocusRings } from '../checks/focus-ring.js'
import { expectChineseNames } from '../checks/names.js'
import { expectReflow } from '../checks/reflow.js'
import { expectStructure } from '../checks/structure.js'
import { test } from '../run/test.js'
import { openPage } from './open-page.js'
import { pages } from './pages.js'

const tabStops = 24

for (const tested of pages) {
  test.describe(() => {
    test.use({ user: tested.user })
    test(`standard: ${tested.name} (${tested.user})`, async ({ page }) => {
      await openPage(page, tested)
      await test.step('axe', () => expectNoAxeFindings(page))
      await test.step('names', () => expectChineseNames(page))
      if (!tested.isSheet) await test.step('structure', () => expectStructure(page))
      await test.step('focus', () => expectFocusRings(page, tabStops))
      await test.step('reflow', () => expectReflow(page))
    })
  })
}
