import { daysInMonth, formatIsoDate, type IsoDate, partsOf } from './iso-date.js'

/**
 * Moves a date by whole months, back when negative. A day that the target month lacks becomes its
 * last day: 31 January plus one month is 28 or 29 February (Civil Code, article 202).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  if (target.year < 1 || target.year > 9999) throw new RangeError('the day lies outside the years 0001 to 9999')
  return formatIsoDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** Moves a date by whole years; 29 February becomes 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12)
}
