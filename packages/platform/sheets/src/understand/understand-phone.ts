import type { Cell } from '../cell/cell.js'
import { tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

/** The phone numbers of one cell. */
export interface PhoneNumbers {
  /** Digits; a line with its area code is written `0931-1234567`. */
  readonly number: string
  readonly others: readonly string[]
}

const separators = /[,，;；、/\n|或]+|\s{1,}(?=1\d{2}|0\d{2})/u
const mobile = /^(?:\+?86|0086)?(1\d{10})$/
const line = /^(?:\+?86|0086)?(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})(?:(?:转|-|x|#)(\d{1,6}))?$/
const local = /^\d{7,8}$/
const service = /^400\d{7}$/

/** Reads phone numbers: mobiles, lines with area code, local numbers; several in one cell are all kept. */
export function understandPhone(cell: Cell): Reading<PhoneNumbers> {
  if (cell.kind === 'empty') return notUnderstood('EMPTY')
  if (cell.kind === 'error') return notUnderstood('FORMULA_ERROR')
  if (cell.kind === 'number' && Math.abs(cell.value) >= 1e15) return notUnderstood('SPOILED_BY_EXCEL')
  if (cell.kind !== 'text' && cell.kind !== 'number') return notUnderstood('PHONE_FORMAT')
  const text = String(cell.value).normalize('NFKC')
  if (tidied(text) === '') return notUnderstood('EMPTY')
  const parts = partsOf(text)
  const [number, ...others] = parts.map(phoneOf)
  if (number === undefined || others.includes(undefined)) return notUnderstood('PHONE_FORMAT')
  const warnings: ReadingWarning[] = others.length > 0 ? ['SEVERAL_PHONES'] : []
  const value = { number, others: others.filter((other) => other !== undefined) }
  return number === String(cell.value)
    ? understood(value, { warnings })
    : understood(value, { understoodAs: number, warnings })
}

// a number written in groups has blanks too, so the whole is tried first
function partsOf(text: string): readonly string[] {
  if (phoneOf(text) !== undefined) return [text]
  return text.split(separators).filter((part) => tidied(part) !== '')
}

function phoneOf(text: string): string | undefined {
  const compact = text.replace(/[\s'()\u200B-\u200F\uFEFF]/g, '').replace(/[–—－]/g, '-')
  const digits = compact.replace(/-(?=\d{3,})/g, '')
  const phone = mobile.exec(digits)
  if (phone) return phone[1]
  const fixed = line.exec(digits) ?? line.exec(compact.replace('-', ''))
  if (fixed) return `${fixed[1]}-${fixed[2]}${fixed[3] === undefined ? '' : `-${fixed[3]}`}`
  return local.test(digits) || service.test(digits) ? digits : undefined
}
