import { residentIdCheckDigit } from '@opendpf/standards'
import type { Cell } from '../cell/cell.js'
import { hasInnerBlanks, squeezed } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

// a spreadsheet keeps 15 significant digits of a number; the rest becomes zeros
const firstSpoiled = 1e15
const scientific = /^\d(?:\.\d+)?E\+?\d{2}$/i
const zerosAfterFifteen = /^\d{15}0+$/

/**
 * Reads a number that is an identifier: citizen and certificate numbers, bank accounts, codes. Blanks, tabs,
 * apostrophes and full-width digits are cleaned away; letters become capitals. What Excel spoiled is lost and refused.
 */
export function understandLongNumber(cell: Cell): Reading<string> {
  switch (cell.kind) {
    case 'empty':
      return notUnderstood('EMPTY')
    case 'error':
      return notUnderstood('FORMULA_ERROR')
    case 'number':
      return fromNumber(cell.value)
    case 'text':
      return fromText(cell.value)
    default:
      return notUnderstood('LONG_NUMBER_FORMAT')
  }
}

function fromNumber(value: number): Reading<string> {
  if (Math.abs(value) >= firstSpoiled) return notUnderstood('SPOILED_BY_EXCEL')
  if (!Number.isSafeInteger(value) || value < 0) return notUnderstood('LONG_NUMBER_FORMAT')
  return understood(String(value), { warnings: ['STORED_AS_NUMBER'] })
}

function fromText(text: string): Reading<string> {
  const clean = squeezed(text)
  if (clean === '') return notUnderstood('EMPTY')
  if (scientific.test(clean)) return notUnderstood('SPOILED_BY_EXCEL')
  const joined = /^\d[\d-]*[\dXx]$/.test(clean) ? clean.replaceAll('-', '') : clean
  const value = joined.replace(/[a-z]/g, (letter) => letter.toUpperCase())
  if (!/^[0-9A-Z][0-9A-Z()/-]*$/.test(value) || !/\d/.test(value)) return notUnderstood('LONG_NUMBER_FORMAT')
  const warnings: ReadingWarning[] = []
  if (hasInnerBlanks(text)) warnings.push('SPACES_REMOVED')
  if (/[\uFF01-\uFF5E]/.test(text)) warnings.push('FULL_WIDTH_READ')
  if (zerosAfterFifteen.test(value) && !hasCheckDigit(value)) warnings.push('PERHAPS_SPOILED')
  return value === text ? understood(value, { warnings }) : understood(value, { understoodAs: value, warnings })
}

// a citizen number may end in zeros by itself
function hasCheckDigit(value: string): boolean {
  return value.length === 18 && residentIdCheckDigit(value.slice(0, 17)) === value.charAt(17)
}
