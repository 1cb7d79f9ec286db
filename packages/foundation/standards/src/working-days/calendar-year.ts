import { addDays, daysBetween } from '../calendar/day-number.js'
import { type IsoDate, isIsoDate } from '../calendar/iso-date.js'

/** A run of days off, weekends inside it included. */
export interface HolidayRun {
  readonly zh: string
  readonly en: string
  readonly first: IsoDate
  readonly last: IsoDate
}

/** The days off and make-up days of one year. */
export interface CalendarYear {
  readonly year: number
  /** Number of the notice by which the State Council office arranges the year, or the regulation when it is provisional. */
  readonly source: string
  /** Worked out from the regulation before the notice is out: right on the holidays, wrong on moved days. */
  readonly provisional: boolean
  readonly holidays: readonly HolidayRun[]
  /** Saturdays and Sundays worked in exchange (调休). */
  readonly makeUpDays: readonly IsoDate[]
}

/** Working calendars by year. A year that is not in it has no working days to count: never a guess. */
export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, CalendarYear>
  /** Days off that lie in the years above. */
  readonly holidays: ReadonlySet<IsoDate>
  readonly makeUpDays: ReadonlySet<IsoDate>
}

/**
 * Makes a calendar from years; a later year replaces an earlier one of the same number, so that a notice takes the
 * place of the provisional year: `createWorkingCalendar([...stateCouncilYears, noticeFor2027])`.
 *
 * @throws RangeError when a year holds a date of another year, a run that ends before it begins, or a make-up day
 * that is also a holiday
 */
export function createWorkingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const byYear = new Map(years.map((year) => [year.year, year]))
  const holidays = new Set<IsoDate>()
  const makeUpDays = new Set<IsoDate>()
  for (const year of byYear.values()) {
    for (const date of year.holidays.flatMap(datesOf)) holidays.add(inYear(year, date))
    for (const date of year.makeUpDays) makeUpDays.add(inYear(year, date))
  }
  for (const date of makeUpDays) if (holidays.has(date)) throw new RangeError(`${date} is both worked and off`)
  return { years: byYear, holidays, makeUpDays }
}

function datesOf({ first, last }: HolidayRun): readonly IsoDate[] {
  if (!isIsoDate(first) || !isIsoDate(last) || last < first)
    throw new RangeError(`${first} to ${last} is no run of days`)
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, offset) => addDays(first, offset))
}

function inYear({ year }: CalendarYear, date: IsoDate): IsoDate {
  if (!isIsoDate(date) || Number(date.slice(0, 4)) !== year) throw new RangeError(`${date} is no date of ${year}`)
  return date
}
