import type { Cell } from '../cell/cell.js'
import { tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'

/** The text of a cell, trimmed, line breaks kept; numbers as their digits, dates as ISO. */
export function understandText(cell: Cell): Reading<string> {
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  const text = cell.kind === 'text' ? cell.value.trim() : cell.kind === 'empty' ? '' : String(cell.value)
  if (tidied(text) === '') return notUnderstood('EMPTY')
  return understood(text, { warnings: cell.formula ? ['FROM_FORMULA'] : [] })
}
