import { expect, type Page } from '@playwright/test'

const narrow = { width: 320, height: 640 }
/** Text twice as large, with the distances of WCAG 1.4.12. */
const largeText = `
  :root { font-size: 200% !important }
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`

/** Nothing is lost and nobody scrolls two ways: at 320 px, and with text twice as large and wider set. Leaves the page as it was. */
export async function expectReflow(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize(narrow)
  await expectNothingLost(page, 'at 320 px')
  if (size) await page.setViewportSize(size)
  const style = await page.addStyleTag({ content: largeText })
  await expectNothingLost(page, 'with text at 200 %')
  await style.evaluate((element: Element) => element.remove())
}

/** No sideways scrolling of the page, and no text cut off by its box. */
export async function expectNothingLost(page: Page, when: string): Promise<void> {
  expect.soft(await findLostContent(page), when).toEqual([])
}

/** What makes the page too wide, ends outside it, or is cut off. */
export function findLostContent(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const say = (element: Element, why: string) =>
      found.push(`${why}: ${element.outerHTML.slice(0, 120)} "${(element.textContent ?? '').slice(0, 20)}"`)
    const page = document.documentElement
    const isHiddenOnPurpose = (element: Element) => element.closest('.vh, .skip-link, [hidden], [inert]') !== null
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const inScrollArea = (element: Element): boolean =>
      element.parentElement !== null && (scrolls(element.parentElement) || inScrollArea(element.parentElement))
    if (page.scrollWidth > page.clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (element) =>
          element.getBoundingClientRect().right > page.clientWidth + 1 &&
          !inScrollArea(element) &&
          !isHiddenOnPurpose(element),
      )
      const causes = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)))
      for (const element of causes.slice(0, 3))
        say(element, `makes the page ${page.scrollWidth} px wide, not ${page.clientWidth}`)
      if (causes.length === 0) found.push(`the page is ${page.scrollWidth} px wide, not ${page.clientWidth}`)
    }
    for (const element of document.body.querySelectorAll(
      'a, button, input, select, textarea, h1, h2, h3, label, legend, p, dt, dd, li',
    )) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0 || isHiddenOnPurpose(element)) continue
      if (box.right > page.clientWidth + 1 && !inScrollArea(element))
        say(element, `ends at ${Math.round(box.right)} px`)
      const { overflowX, overflowY } = getComputedStyle(element)
      const isCut =
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
      // what is typed scrolls inside its own box
      if (isCut && !element.matches('input, select, textarea')) say(element, 'is cut off')
    }
    return found
  })
}
