import { expect, type Page } from '@playwright/test'

/** One heading that the title repeats, the three landmarks, the language, and a skip link that works. Leaves the focus on the heading. */
export async function expectStructure(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveCount(1)
  expect(await page.title()).toContain(((await heading.textContent()) ?? '').trim())
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  for (const role of ['banner', 'navigation'] as const) await expect(page.getByRole(role).first()).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  await expectSkipLink(page)
}

/** The first stop of the page leads past header and navigation. */
async function expectSkipLink(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('跳到主要内容')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}
