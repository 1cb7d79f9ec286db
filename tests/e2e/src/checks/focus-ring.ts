import { type CDPSession, expect, type Page } from '@playwright/test'
import type { Box, Picture, Side } from './ring-pixels.js'
import { changedPixels, coveredShare, readPicture } from './ring-pixels.js'

/** How far outside an element its indicator may lie, in CSS pixels. */
const margin = 8
/** Controls of one kind in one kind of place look alike: so many of them are measured on a page, and on all pages together. */
const mostOfAKind = { page: 2, all: 4 } as const
/** How much of each side the indicator has to run along; corners may be round. */
const leastShare = 0.9

/** A tab stop and how much of its surroundings changes with the focus. */
export interface FocusRing {
  readonly what: string
  /** Pixels whose luminance changes by 3:1 or more. */
  readonly changed: number
  /** Pixels of a line of 1 px around what can be seen of the element (WCAG 2.4.13 asks for as much). */
  readonly needed: number
  /** The share of the least marked side that can be seen, 0 to 1: an indicator in one place is not around the element. */
  readonly share: number
}

/** How often a kind of control was measured on any page. */
const seenAnywhere = new Map<string, number>()

/** What is looked at: the lines that the focused element consists of, within the part of the window around it. */
interface Place {
  readonly what: string
  readonly kind: string
  readonly lines: readonly Box[]
  readonly around: Box
  readonly window: { readonly width: number; readonly height: number }
  readonly scroll: { readonly x: number; readonly y: number }
}

/** Tabs through at most `stops` controls from where the focus is; each must be seen to have the focus. */
export async function expectFocusRings(page: Page, stops: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const weak: string[] = []
  const seen = new Map<string, number>()
  try {
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      const place = await findPlace(page)
      // the focus has left the page: its last control was the one before
      if (!place) break
      if (countUp(seen, place.kind) > mostOfAKind.page || countUp(seenAnywhere, place.kind) > mostOfAKind.all) continue
      const ring = await measure(page, session, place)
      if (!isRingSeen(ring))
        weak.push(`${ring.what}: ${ring.changed} of ${ring.needed} px, ${Math.round(ring.share * 100)} % of a side`)
    }
  } finally {
    await session.detach()
  }
  expect.soft(weak, 'focus indicators').toEqual([])
}

function countUp(times: Map<string, number>, kind: string): number {
  const counted = (times.get(kind) ?? 0) + 1
  times.set(kind, counted)
  return counted
}

/** Whether an indicator is large enough and runs along every side. */
export function isRingSeen({ changed, needed, share }: FocusRing): boolean {
  return changed >= needed && share >= leastShare
}

/** Compares the focused element with itself without its focus; undefined when nothing has the focus. */
export async function measureFocusRing(page: Page, session: CDPSession): Promise<FocusRing | undefined> {
  const place = await findPlace(page)
  return place && measure(page, session, place)
}

function findPlace(page: Page): Promise<Place | undefined> {
  return page.evaluate((distance) => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const kind: string[] = []
    for (let one: Element | null = element; one && one !== document.body; one = one.parentElement)
      kind.push(`${one.tagName}.${one.getAttribute('class') ?? ''}[${one.getAttribute('type') ?? ''}]`)
    return {
      what: `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? element.id).slice(0, 24)}"`,
      kind: kind.join(' < '),
      lines: [...element.getClientRects()].map(boxOf),
      around: {
        left: Math.max(0, Math.floor(left - distance)),
        top: Math.max(0, Math.floor(top - distance)),
        right: Math.max(1, Math.min(innerWidth, Math.ceil(right + distance))),
        bottom: Math.max(1, Math.min(innerHeight, Math.ceil(bottom + distance))),
      },
      window: { width: innerWidth, height: innerHeight },
      scroll: { x: scrollX, y: scrollY },
    }
  }, margin)
}

async function measure(page: Page, session: CDPSession, place: Place): Promise<FocusRing> {
  const { around, scroll, lines, window } = place
  const picture = async (): Promise<Picture> => {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip: {
        x: around.left + scroll.x,
        y: around.top + scroll.y,
        width: Math.max(1, around.right - around.left),
        height: Math.max(1, around.bottom - around.top),
        scale: 1,
      },
    })
    return readPicture(data)
  }
  const focused = await picture()
  await page.evaluate(takeFocusAway)
  const plain = await picture()
  await page.evaluate(giveFocusBack)
  const changes = changedPixels(focused, plain)
  const sides = sidesOf(lines, window)
  return {
    what: place.what,
    changed: changes.count,
    needed: Math.round(sides.reduce((sum, { from, to }) => sum + to - from, 0)),
    share: Math.min(1, ...sides.map((side) => coveredShare(changes, side, { around, margin }))),
  }
}

/** The outline of the element: a text that wraps has the top of its first line, the bottom of its last, and both ends of each. */
function sidesOf(lines: readonly Box[], { width, height }: Place['window']): readonly Side[] {
  return lines
    .flatMap(({ left, top, right, bottom }, index): readonly Side[] => {
      const flat = { along: 'x', from: Math.max(0, left), to: Math.min(width, right), depth: bottom - top } as const
      const upright = { along: 'y', from: Math.max(0, top), to: Math.min(height, bottom), depth: right - left } as const
      return [
        ...(index === 0 ? [{ ...flat, at: top, inside: 1 } as const] : []),
        ...(index === lines.length - 1 ? [{ ...flat, at: bottom, inside: -1 } as const] : []),
        { ...upright, at: left, inside: 1 },
        { ...upright, at: right, inside: -1 },
      ]
    })
    .filter(({ along, at, from, to }) => at >= 0 && at <= (along === 'x' ? height : width) && to - from >= 1)
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
