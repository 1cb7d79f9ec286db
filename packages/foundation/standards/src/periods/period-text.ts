import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'
import type { Period } from './period.js'

/**
 * Writes a period so that {@link parsePeriod} reads it back: `2026-11`, `2026-Q4`, `2026-H2`, `2026`,
 * and for a plan year `2026-P01` (its first month behind the P).
 */
export function formatPeriod(period: Period): string {
  const year = String(period.year).padStart(4, '0')
  switch (period.kind) {
    case 'month':
      return `${year}-${twoDigits(period.month)}`
    case 'quarter':
      return `${year}-Q${period.quarter}`
    case 'half':
      return `${year}-H${period.half}`
    case 'year':
      return year
    case 'plan-year':
      return `${year}-P${twoDigits(period.startMonth)}`
  }
}

/** FORMAT: not the form of a period. VALUE: no such month, quarter or half, or year 0. */
export type PeriodReason = 'FORMAT' | 'VALUE'

const coded = /^(\d{4})(?:-(?:(\d{2})|Q(\d)|H(\d)|P(\d{2})))?$/
const chinese = /^(\d{4})年(?:度|(\d{1,2})月份?|第?([一二三四1-4])季度|([上下])半年)?$/
const quarterDigits = '一二三四'

/**
 * Reads a period in the form of {@link formatPeriod}, or as it is written in Chinese: `2026年11月`,
 * `2026年第四季度`, `2026年下半年`, `2026年`. No Chinese wording is taken for a plan year.
 */
export function parsePeriod(input: unknown): Parsed<Period, PeriodReason> {
  const text = normaliseText(input)
  if (!text.ok) return refuse('FORMAT')
  const match = coded.exec(text.value.toUpperCase()) ?? chinese.exec(text.value.replace(/\s/g, ''))
  if (!match) return refuse('FORMAT')
  const [, yearText, month, quarter, half, startMonth] = match
  const period = assemble({ year: Number(yearText), month, quarter, half, startMonth })
  return isReal(period) ? accept(period) : refuse('VALUE')
}

function assemble(parts: {
  readonly year: number
  readonly month: string | undefined
  readonly quarter: string | undefined
  readonly half: string | undefined
  readonly startMonth: string | undefined
}): Period {
  const { year, month, quarter, half, startMonth } = parts
  if (month !== undefined) return { kind: 'month', year, month: Number(month) }
  if (quarter !== undefined) {
    const position = quarterDigits.indexOf(quarter)
    return { kind: 'quarter', year, quarter: position < 0 ? Number(quarter) : position + 1 }
  }
  if (half !== undefined) return { kind: 'half', year, half: half === '上' ? 1 : half === '下' ? 2 : Number(half) }
  if (startMonth !== undefined) return { kind: 'plan-year', year, startMonth: Number(startMonth) }
  return { kind: 'year', year }
}

function isReal(period: Period): boolean {
  // a year on either side keeps the neighbouring periods within the calendar
  if (period.year < 2 || period.year > 9998) return false
  switch (period.kind) {
    case 'month':
      return isBetween(period.month, 12)
    case 'quarter':
      return isBetween(period.quarter, 4)
    case 'half':
      return isBetween(period.half, 2)
    case 'year':
      return true
    case 'plan-year':
      return isBetween(period.startMonth, 12)
  }
}

function isBetween(value: number, highest: number): boolean {
  return value >= 1 && value <= highest
}

/** Writes a period for people: `2026年第四季度`, `Q4 2026`. */
export function describePeriod(period: Period, locale: 'zh-CN' | 'en'): string {
  const isChinese = locale === 'zh-CN'
  switch (period.kind) {
    case 'month':
      return isChinese ? `${period.year}年${period.month}月` : `${period.year}-${twoDigits(period.month)}`
    case 'quarter':
      return isChinese
        ? `${period.year}年第${quarterDigits.charAt(period.quarter - 1)}季度`
        : `Q${period.quarter} ${period.year}`
    case 'half':
      return isChinese ? `${period.year}年${period.half === 1 ? '上' : '下'}半年` : `H${period.half} ${period.year}`
    case 'year':
      return isChinese ? `${period.year}年` : String(period.year)
    case 'plan-year':
      return isChinese ? `${period.year}年度` : `Plan year ${period.year}`
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
