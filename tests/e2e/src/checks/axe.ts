import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** axe as it lies in the page. */
interface Axe {
  run(context: Document, options: object): Promise<AxeResults>
}

/** Every fault of a page that axe can see. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  expect.soft(await findAxeFaults(page), 'axe').toEqual([])
}

/** What axe finds, one line for each rule with the first element that breaks it. The pages have no frames. */
export async function findAxeFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source)
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe }
    return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
  }, tags)
  return violations.map(({ id, impact, nodes }) => {
    const [first] = nodes
    const why = first?.failureSummary?.split('\n')[1]?.trim()
    return `${id} (${impact}) ×${nodes.length}: ${first?.html.slice(0, 200)} | ${why}`
  })
}
