import type { Cell } from '../cell/cell.js'
import { squeezed } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

const figure = /^[¥]?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(元|人|户|岁|次|件|个|名)?$/

/** Reads a quantity: thousands separators and a plain unit are left out; 万元 and % change the figure and are refused. */
export function understandNumber(cell: Cell): Reading<number> {
  const warnings: ReadingWarning[] = cell.formula ? ['FROM_FORMULA'] : []
  switch (cell.kind) {
    case 'empty':
      return notUnderstood('EMPTY')
    case 'error':
      return notUnderstood('FORMULA_ERROR')
    case 'number':
      return understood(cell.value, { warnings })
    case 'text': {
      const clean = squeezed(cell.value)
      if (clean === '') return notUnderstood('EMPTY')
      const match = figure.exec(clean)
      if (!match?.[1]) return notUnderstood('NUMBER_FORMAT')
      if (match[2]) warnings.push('UNIT_DROPPED')
      return understood(Number(match[1].replaceAll(',', '')), { warnings })
    }
    default:
      return notUnderstood('NUMBER_FORMAT')
  }
}
