import { formatIsoDate, type IsoDate, partsOf } from './iso-date.js'

/**
 * Days since 1970-01-01 (negative before), in the proleptic Gregorian calendar.
 * Integer arithmetic throughout: no `Date`, so no zone can move a day.
 *
 * @throws RangeError when the date is not real
 */
export function dayNumberOf(date: IsoDate): number {
  const { year, month, day } = partsOf(date)
  // counting years from March puts the leap day last
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const firstDay = -719_162
const lastDay = 2_932_896

/**
 * The date of a {@link dayNumberOf}.
 *
 * @throws RangeError outside the years 0001 to 9999
 */
export function isoFromDayNumber(dayNumber: number): IsoDate {
  if (!Number.isInteger(dayNumber) || dayNumber < firstDay || dayNumber > lastDay) {
    throw new RangeError('the day lies outside the years 0001 to 9999')
  }
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return formatIsoDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

/** Moves a date by whole days, back when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoFromDayNumber(dayNumberOf(date) + days)
}

/** Days from one date to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** Day of the week, 1 = Monday to 7 = Sunday (ISO 8601). */
export function weekdayOf(date: IsoDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}
