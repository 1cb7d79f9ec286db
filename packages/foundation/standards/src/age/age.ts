import { formatIsoDate, type IsoDate, isRealDate, partsOf } from '../calendar/iso-date.js'

/**
 * The day on which a person completes an age in years (周岁): the birthday itself, and 1 March in a common year
 * for someone born on 29 February.
 *
 * Civil law counts from the birthday; that an age is complete only the day after it (法释〔2006〕1号) holds in
 * criminal law alone.
 *
 * @param years whole years, 0 or more
 * @throws RangeError when the birth date is not real or the day lies beyond the year 9999
 */
export function dateOfAge(birthDate: IsoDate, years: number): IsoDate {
  const { year, month, day } = partsOf(birthDate)
  if (!Number.isInteger(years) || years < 0 || year + years > 9999) throw new RangeError('an age is whole years')
  const birthday = { year: year + years, month, day }
  return isRealDate(birthday) ? formatIsoDate(birthday) : formatIsoDate({ year: birthday.year, month: 3, day: 1 })
}

/**
 * Completed years (周岁) on a date, by {@link dateOfAge}; undefined before birth.
 *
 * @throws RangeError when a date is not real
 */
export function ageOn(birthDate: IsoDate, date: IsoDate): number | undefined {
  const years = partsOf(date).year - partsOf(birthDate).year
  if (date < birthDate) return undefined
  return dateOfAge(birthDate, years) <= date ? years : years - 1
}

/**
 * Whether an age is reached on a date, the birthday included; false before birth.
 *
 * @throws RangeError when a date is not real
 */
export function hasReachedAge(birthDate: IsoDate, years: number, date: IsoDate): boolean {
  const age = ageOn(birthDate, date)
  return age !== undefined && age >= years
}

/**
 * Whether a person is a minor on a date: under 18 years (Civil Code, article 17); true before birth.
 *
 * @throws RangeError when a date is not real
 */
export function isMinor(birthDate: IsoDate, date: IsoDate): boolean {
  return !hasReachedAge(birthDate, 18, date)
}
