import { formatIsoDate, type IsoDate, isRealDate, partsOf } from '../calendar/iso-date.js'
import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'
import { formatChineseDigits, formatChineseNumber, parseChineseNumber } from './chinese-number.js'

/**
 * Writes a date for a document: `arabic` is 2026年11月24日 (as official documents date, GB/T 9704), `chinese`
 * is 二〇二六年十一月二十四日.
 *
 * @throws RangeError when the date is not real
 */
export function formatChineseDate(date: IsoDate, numerals: 'arabic' | 'chinese' = 'arabic'): string {
  const { year, month, day } = partsOf(date)
  if (numerals === 'arabic') return `${year}年${month}月${day}日`
  const fourDigits = String(year).padStart(4, '0')
  return `${formatChineseDigits(fourDigits)}年${formatChineseNumber(month)}月${formatChineseNumber(day)}日`
}

const written = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/

/** Reads a date in Chinese numerals: 二〇二六年十一月二十四日. DATE: no such day. */
export function parseChineseDate(input: unknown): Parsed<IsoDate, 'FORMAT' | 'DATE'> {
  const text = normaliseText(input)
  const match = text.ok ? written.exec(text.value) : null
  if (!match) return refuse('FORMAT')
  const numbers = match.slice(1).map((part) => parseChineseNumber(part))
  const [year, month, day] = numbers.map((number) => (number.ok ? number.value : undefined))
  if (year === undefined || month === undefined || day === undefined) return refuse('FORMAT')
  return isRealDate({ year, month, day }) ? accept(formatIsoDate({ year, month, day })) : refuse('DATE')
}
