import { formatIsoDate, type IsoDate, isRealDate } from '../calendar/iso-date.js'
import { parseChineseDate } from '../chinese-text/chinese-date.js'
import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'

/**
 * Why a text is not a date: nothing written, a year or month only, a day that does not exist, or
 * a form that is not read (two-digit years and day-first forms would be guesses).
 */
export type DateTextReason = 'EMPTY' | 'INCOMPLETE' | 'DATE' | 'FORMAT'

/** A time of day was written after the date and left out. */
export type DateTextWarning = 'TIME_DROPPED'

const separated = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/
const incomplete = /^(?:\d{4}|\d{4}[-/.]\d{1,2}|\d{6}|\d{4}\s*年(?:\s*\d{1,2}\s*月)?)$/
const timeOfDay = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/**
 * Reads a date as people type it or spreadsheets export it: `2024-05-06`, `2024/5/6`, `2024.5.6`, `20240506`,
 * `2024年5月6日`, `二〇二四年五月六日`, with full-width digits or a time of day behind it. The year always comes first.
 */
export function parseDateText(input: unknown): Parsed<IsoDate, DateTextReason, DateTextWarning> {
  if (input === undefined || input === null || input === '') return refuse('EMPTY')
  const text = normaliseText(input)
  if (!text.ok) return refuse('FORMAT')
  if (text.value === '') return refuse('EMPTY')
  const dateOnly = text.value.replace(timeOfDay, '')
  const spelled = parseChineseDate(dateOnly)
  if (spelled.ok || spelled.reason === 'DATE') return spelled
  const numbers = readNumbers(dateOnly)
  if (!numbers) return refuse(incomplete.test(dateOnly) ? 'INCOMPLETE' : 'FORMAT')
  const [year, month, day] = numbers
  if (!isRealDate({ year, month, day })) return refuse('DATE')
  return accept(formatIsoDate({ year, month, day }), dateOnly === text.value ? [] : ['TIME_DROPPED'])
}

function readNumbers(text: string): readonly [number, number, number] | undefined {
  const match = compact.exec(text) ?? chinese.exec(text)
  if (match) return [Number(match[1]), Number(match[2]), Number(match[3])]
  const parts = separated.exec(text)
  return parts ? [Number(parts[1]), Number(parts[3]), Number(parts[4])] : undefined
}
