import { type Cell, cellAt, ownText, type SheetRow, textOf } from '../cell/cell.js'
import type { ColumnSpec } from './column-spec.js'
import { headingLine } from './heading-text.js'
import { comparableHeading, scoreHeading } from './score-heading.js'

/** Where the headings stand, as positions in the rows looked at. */
export interface HeaderPlace {
  readonly from: number
  readonly to: number
  /** Enough headings were recognised to be sure. */
  readonly isCertain: boolean
}

const rowsLooked = 60
const longestHeading = 40
const goodScore = 0.6
const deepest = 3

/** Finds the heading row, or the rows that make one together. */
export function findHeader(rows: readonly SheetRow[], specs: readonly ColumnSpec[]): HeaderPlace | undefined {
  const scores = rows.slice(0, rowsLooked).map((row) => scoreRow(row, specs))
  const best = scores.reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0)
  const enough = Math.min(2, Math.max(1, specs.length))
  if ((scores[best] ?? 0) >= enough * goodScore) return { ...extended(rows, best), isCertain: true }
  const first = rows.findIndex((row, i) => looksLikeHeader(row, rows[i + 1]))
  return first < 0 ? undefined : { ...extended(rows, first), isCertain: false }
}

/** Whether a text could be a heading: short, no sentence, and not a number or a date. */
function isHeadingText(text: string): boolean {
  return text !== '' && text.length <= longestHeading && /\p{L}/u.test(text) && !/\d{4,}|[。！？]/.test(text)
}

// each cell counts for one field and each field once, so that a data row cannot win by repeating a word
function scoreRow(row: SheetRow, specs: readonly ColumnSpec[]): number {
  const best = new Map<string, number>()
  for (const cell of row.cells) {
    const text = headingLine(textOf(cell))
    if (!isHeadingText(text)) continue
    const { field, score } = bestField(text, specs)
    if (score >= goodScore && score > (best.get(field) ?? 0)) best.set(field, score)
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0)
}

function bestField(text: string, specs: readonly ColumnSpec[]): { readonly field: string; readonly score: number } {
  const heading = comparableHeading([text])
  return specs
    .map((spec) => ({ field: spec.field, score: scoreHeading(heading, spec).score }))
    .reduce((a, b) => (b.score > a.score ? b : a), { field: '', score: 0 })
}

function looksLikeHeader(row: SheetRow, next: SheetRow | undefined): boolean {
  const texts = row.cells.map(ownText).filter((text) => text !== '')
  if (next === undefined || texts.length < 3 || !texts.every(isHeadingText)) return false
  const below = next.cells.filter((cell) => ownText(cell) !== '')
  return below.length >= texts.length / 2 && below.some((cell) => cell.kind !== 'text' || !isHeadingText(cell.value))
}

function extended(rows: readonly SheetRow[], found: number): { from: number; to: number } {
  let from = found
  let to = found
  while (to - from + 1 < deepest && isGroupOver(rows[to], rows[to + 1])) to++
  while (to - from + 1 < deepest && isGroupOver(rows[from - 1], rows[from])) from--
  return { from, to }
}

/**
 * Whether the upper row groups the headings of the lower one: below a heading that stands for one column nothing new
 * may stand, and below a group something must. A title line above a header fails that, and so does a header above data.
 */
function isGroupOver(upper: SheetRow | undefined, lower: SheetRow | undefined): boolean {
  if (!upper || !lower || lower.number !== upper.number + 1) return false
  const width = Math.max(upper.cells.length, lower.cells.length)
  let single = 0
  const groups: string[] = []
  let loose = 0
  for (let column = 0; column < width; column++) {
    const above = cellAt(upper, column)
    const below = cellAt(lower, column)
    const own = ownText(below)
    const head = ownText(above)
    if (own !== '' && !isHeadingText(own)) return false
    if (head !== '' && (!isHeadingText(head) || /[:：]/.test(head))) return false
    if (head !== '' && own === '') single++
    if (own === '') continue
    if (head !== '' && !spansMore(upper, lower, column)) return false
    if (head !== '') groups.push(head)
    else if (groups.length === 0) return false
    else if (!above.merged) loose++
  }
  if (groups.length === 0) return false
  return single > 0 || (groups.length > 1 && loose === 0)
}

// a group reaches over the next column: merged, or left blank with a heading below
function spansMore(upper: SheetRow, lower: SheetRow, column: number): boolean {
  const next: Cell = cellAt(upper, column + 1)
  if (next.merged) return textOf(next) === textOf(cellAt(upper, column))
  return ownText(next) === '' && ownText(cellAt(lower, column + 1)) !== ''
}
