import { type CDPSession, expect, type Page } from '@playwright/test'
import { PNG } from 'pngjs'

/** How far outside an element its indicator may lie, in CSS pixels. */
const margin = 8
const leastRatio = 3

/** A tab stop and how much of its surroundings changes with the focus. */
export interface FocusRing {
  readonly what: string
  /** Pixels whose luminance changes by 3:1 or more. */
  readonly changed: number
  /** Pixels of a line of 1 px around what can be seen of the element (WCAG 2.4.13 asks for as much). */
  readonly needed: number
}

/** Tabs through at most `stops` controls from where the focus is; each must be seen to have the focus. */
export async function expectFocusRings(page: Page, stops: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const weak: string[] = []
  try {
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      const ring = await measureFocusRing(page, session)
      // the focus has left the page: its last control was the one before
      if (!ring) break
      if (ring.changed < ring.needed) weak.push(`${ring.what}: ${ring.changed} of ${ring.needed} px`)
    }
  } finally {
    await session.detach()
  }
  expect.soft(weak, 'focus indicators').toEqual([])
}

/** Compares the focused element with itself without its focus; undefined when nothing has the focus. */
export async function measureFocusRing(page: Page, session: CDPSession): Promise<FocusRing | undefined> {
  const place = await page.evaluate((around) => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const visible = (from: number, to: number, end: number) => Math.max(0, Math.min(to, end) - Math.max(from, 0))
    const width = visible(left, right, innerWidth)
    const height = visible(top, bottom, innerHeight)
    const horizontal = [top, bottom].filter((y) => y >= 0 && y <= innerHeight).length
    const vertical = [left, right].filter((x) => x >= 0 && x <= innerWidth).length
    const x = Math.max(0, left - around)
    const y = Math.max(0, top - around)
    return {
      what: `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? element.id).slice(0, 24)}"`,
      needed: Math.round(horizontal * width + vertical * height),
      clip: {
        x: x + scrollX,
        y: y + scrollY,
        width: Math.max(1, Math.min(innerWidth, right + around) - x),
        height: Math.max(1, Math.min(innerHeight, bottom + around) - y),
        scale: 1,
      },
    }
  }, margin)
  if (!place) return undefined
  const picture = async () => {
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: place.clip })
    return PNG.sync.read(Buffer.from(data, 'base64')).data
  }
  const focused = await picture()
  await page.evaluate(takeFocusAway)
  const plain = await picture()
  await page.evaluate(giveFocusBack)
  return { what: place.what, needed: place.needed, changed: countChanges(focused, plain) }
}

interface Kept {
  element: HTMLElement
  marks: [string, string][]
  hold: (event: Event) => void
}

/** Takes the focus without anybody hearing of it: a form that hears of it would say what is wrong with the field. */
function takeFocusAway(): void {
  const element = document.activeElement as HTMLElement
  const hold = (event: Event) => event.stopImmediatePropagation()
  for (const type of ['blur', 'focusout', 'focus', 'focusin']) addEventListener(type, hold, true)
  // marks that a component has put there on focus, for its style sheet
  const marks = ['data-focus-visible', 'data-focused'].flatMap((name): [string, string][] => {
    const value = element.getAttribute(name)
    element.removeAttribute(name)
    return value === null ? [] : [[name, value]]
  })
  ;(globalThis as { kept?: Kept }).kept = { element, marks, hold }
  element.blur()
}

function giveFocusBack(): void {
  const { kept } = globalThis as { kept?: Kept }
  if (!kept) return
  kept.element.focus({ preventScroll: true })
  for (const [name, value] of kept.marks) kept.element.setAttribute(name, value)
  for (const type of ['blur', 'focusout', 'focus', 'focusin']) removeEventListener(type, kept.hold, true)
}

function countChanges(one: Buffer, other: Buffer): number {
  let changed = 0
  for (let at = 0; at + 3 < Math.min(one.length, other.length); at += 4) {
    const [light, dark] = [luminance(one, at), luminance(other, at)].sort((a, b) => b - a) as [number, number]
    if ((light + 0.05) / (dark + 0.05) >= leastRatio) changed += 1
  }
  return changed
}

/** Relative luminance as WCAG defines it. */
function luminance(picture: Buffer, at: number): number {
  const part = (offset: number) => {
    const value = (picture[at + offset] ?? 0) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}
