import { expectNoAxeFindings } from '../checks/axe.js'
import { forbidMouse, keyboardOf } from '../keyboard/keyboard.js'
import { expectLoaded } from '../pages/open-page.js'
import { expect, test } from '../run/test.js'

test.use({ user: 'leader' })

test('长辈版 and high contrast, chosen by keyboard, are there after a reload', async ({ page }) => {
  await forbidMouse(page)
  const keyboard = keyboardOf(page)
  await page.goto('/')
  await expectLoaded(page)
  await keyboard.enter('button', '无障碍与长辈版')
  const panel = page.getByRole('dialog', { name: '无障碍与长辈版' })
  await expect(panel).toBeVisible()
  await keyboard.tabTo('radio', /标准/)
  await keyboard.press('ArrowDown', 'ArrowDown')
  await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('data-text', 'extra')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  await expectNoAxeFindings(page)
  await keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  expect((await keyboard.focused()).name).toBe('无障碍与长辈版')

  await page.reload()
  await expectLoaded(page)
  await expect(page.locator('html')).toHaveAttribute('data-text', 'extra')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(
    24,
  )
  const target = await page.getByRole('button', { name: '无障碍与长辈版' }).boundingBox()
  expect(target?.height).toBeGreaterThanOrEqual(60)
})
