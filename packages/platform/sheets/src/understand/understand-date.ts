import { fromExcelSerial, parseDateText } from '@opendpf/standards'
import type { Cell } from '../cell/cell.js'
import { squeezed, tidied } from './plain-text.js'
import { notUnderstood, type Reading, understood } from './reading.js'
import type { ReadingWarning } from './reading-texts.js'

// serial numbers of 1920-01-01 and 2099-12-31; outside, a bare number is no date anybody meant
const firstSerial = 7306
const lastSerial = 73_050
const openEnds = new Set(['长期', '永久', '终身', '长期有效', '永久有效', '无固定期限'])

const reasons = { EMPTY: 'EMPTY', INCOMPLETE: 'DATE_INCOMPLETE', DATE: 'DATE_NOT_REAL', FORMAT: 'DATE_FORMAT' } as const

/** Reads a date (`YYYY-MM-DD`) from a date cell, a bare serial number, or any of the usual ways to write one. */
export function understandDate(cell: Cell): Reading<string> {
  switch (cell.kind) {
    case 'empty':
      return notUnderstood('EMPTY')
    case 'error':
      return notUnderstood('FORMULA_ERROR')
    case 'boolean':
      return notUnderstood('DATE_FORMAT')
    case 'date': {
      const warnings: ReadingWarning[] = []
      if (cell.value.length > 10) warnings.push('TIME_DROPPED')
      if (cell.shows === 'month' && cell.value.slice(8, 10) === '01') warnings.push('MONTH_ONLY_SHOWN')
      return understood(cell.value.slice(0, 10), { warnings })
    }
    case 'number':
      return fromText(cell.raw)
    case 'text':
      return fromText(cell.value)
  }
}

function fromText(text: string): Reading<string> {
  const clean = tidied(text).normalize('NFKC')
  if (clean === '') return notUnderstood('EMPTY')
  if (openEnds.has(clean)) return notUnderstood('DATE_OPEN_END')
  const days = /^\d{4,5}(?:\.\d+)?$/.test(clean) ? Number(clean) : 0
  if (days >= firstSerial && days <= lastSerial) {
    const date = fromExcelSerial(days)
    if (date.ok) return understood(date.value, { understoodAs: date.value, warnings: ['SERIAL_READ_AS_DATE'] })
  }
  // a time needs its blank; a date written with blanks does not
  const parsed = firstGood(parseDateText(clean), () => parseDateText(squeezed(clean).replace(/[。,、]/g, '.')))
  if (!parsed.ok) return notUnderstood(reasons[parsed.reason])
  const warnings: ReadingWarning[] = parsed.warnings.includes('TIME_DROPPED') ? ['TIME_DROPPED'] : []
  return understood(parsed.value, { understoodAs: parsed.value, warnings })
}

function firstGood<T extends { readonly ok: boolean }>(first: T, second: () => T): T {
  if (first.ok) return first
  const other = second()
  return other.ok ? other : first
}
