import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every fault of a page that axe can see. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  expect.soft(await findAxeFaults(page), 'axe').toEqual([])
}

/** What axe finds, one line for each rule with the first element that breaks it. */
export async function findAxeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: tags, resultTypes: ['violations'] })
    // the pages have no frames, and the other way opens a second page for each run
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, impact, nodes }) => {
    const [first] = nodes
    const why = first?.failureSummary?.split('\n')[1]?.trim()
    return `${id} (${impact}) ×${nodes.length}: ${first?.html.slice(0, 200)} | ${why}`
  })
}
