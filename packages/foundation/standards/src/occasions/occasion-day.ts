import { addDays, weekdayOf } from '../calendar/day-number.js'
import { formatIsoDate, type IsoDate } from '../calendar/iso-date.js'
import { type Occasion, occasions } from './occasions.js'
import { springFestivals } from './spring-festivals.js'

/** Month and day of each year, or the nth Sunday of a month. */
type Rule = { readonly month: number; readonly day: number } | { readonly month: number; readonly sunday: number }

const rules: Readonly<Record<Exclude<Occasion, 'spring-festival'>, Rule>> = {
  'new-year': { month: 1, day: 1 },
  'ear-day': { month: 3, day: 3 },
  'down-syndrome-day': { month: 3, day: 21 },
  'autism-day': { month: 4, day: 2 },
  'labour-day': { month: 5, day: 1 },
  // 残疾人保障法 第 14 条: the third Sunday of May
  'helping-day': { month: 5, sunday: 3 },
  'children-day': { month: 6, day: 1 },
  'eye-day': { month: 6, day: 6 },
  'special-olympics-day': { month: 7, day: 20 },
  'physical-day': { month: 8, day: 11 },
  // 残疾预防和残疾人康复条例, from 2017 on
  'prevention-day': { month: 8, day: 25 },
  'deaf-day': { month: 9, sunday: 4 },
  'mental-health-day': { month: 10, day: 10 },
  'white-cane-day': { month: 10, day: 15 },
  'disability-day': { month: 12, day: 3 },
  'constitution-day': { month: 12, day: 4 },
  'volunteer-day': { month: 12, day: 5 },
}

/**
 * The day of an occasion in a year, `undefined` for a Spring Festival outside of the years whose lunar calendar is kept here.
 *
 * @throws RangeError when the year is none of 1 to 9999
 */
export function occasionDay(occasion: Occasion, year: number): IsoDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw new RangeError('expected a year from 1 to 9999')
  if (occasion === 'spring-festival') return springFestivals[year]
  const rule = rules[occasion]
  if ('day' in rule) return formatIsoDate({ year, ...rule })
  const first = formatIsoDate({ year, month: rule.month, day: 1 })
  return addDays(first, ((7 - (weekdayOf(first) % 7)) % 7) + (rule.sunday - 1) * 7)
}

/** All occasions of a year with their days, the earliest first. */
export function occasionsOf(year: number): readonly { readonly occasion: Occasion; readonly day: IsoDate }[] {
  return occasions.codes
    .flatMap((occasion) => {
      const day = occasionDay(occasion, year)
      return day === undefined ? [] : [{ occasion, day }]
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}
