/** A calendar date without time or zone: `YYYY-MM-DD`, years 0001 to 9999. */
export type IsoDate = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The three numbers of a date; month and day count from 1. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether a year has a 29 February (Gregorian rule). */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1 to 12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  return monthLengths[month - 1] ?? 0
}

/** Whether the three numbers name a day that exists. */
export function isRealDate({ year, month, day }: DateParts): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

/** Writes a date as `YYYY-MM-DD`. The caller has made sure that it is real. */
export function formatIsoDate({ year, month, day }: DateParts): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The parts of a `YYYY-MM-DD` text, or undefined when it is not a real date written exactly so. */
export function readIsoDate(text: unknown): DateParts | undefined {
  if (typeof text !== 'string' || text.length !== 10) return undefined
  const match = pattern.exec(text)
  if (!match) return undefined
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isRealDate(parts) ? parts : undefined
}

/** Whether a value is a real date written exactly `YYYY-MM-DD`. */
export function isIsoDate(value: unknown): value is IsoDate {
  return readIsoDate(value) !== undefined
}

/**
 * The parts of a date that the caller has already checked.
 *
 * @throws RangeError when the date is not real, which is a mistake of the program and not of a user
 */
export function partsOf(date: IsoDate): DateParts {
  const parts = readIsoDate(date)
  if (!parts) throw new RangeError('expected a real date written YYYY-MM-DD')
  return parts
}
