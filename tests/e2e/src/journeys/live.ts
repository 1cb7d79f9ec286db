import type { Locator, Page } from '@playwright/test'

/** The region whose changes are spoken. */
export function liveRegion(page: Page): Locator {
  return page.getByRole('status')
}
