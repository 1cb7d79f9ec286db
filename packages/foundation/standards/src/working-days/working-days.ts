import { addDays, weekdayOf } from '../calendar/day-number.js'
import { type IsoDate, isIsoDate } from '../calendar/iso-date.js'
import { type Accepted, accept, type Refused, refuse } from '../result.js'
import type { WorkingCalendar } from './calendar-year.js'
import { stateCouncilCalendar } from './state-council-years.js'

/** A year on the way has no notice yet, so moved days may change the answer. */
export type WorkingDaysWarning = 'PROVISIONAL'

/** The calendar lacks a year that the answer depends on. */
export interface NoCalendar {
  readonly ok: false
  readonly reason: 'NO_CALENDAR'
  readonly year: number
}

/** What a question about working days answers; it never guesses a year. */
export type WorkingDays<T, Reason extends string = 'DATE'> =
  | Accepted<T, WorkingDaysWarning>
  | NoCalendar
  | Refused<Reason>

/** Whether people work on a date: Monday to Friday without holidays, and make-up days. */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar = stateCouncilCalendar): WorkingDays<boolean> {
  if (!isIsoDate(date)) return refuse('DATE')
  const walk = startWalk(calendar)
  return walk.enter(date) ?? walk.finish(isWorked(date, calendar))
}

/**
 * The date a number of working days after a date; the date itself (the day of the event) is not counted, so that
 * one working day after a Friday is the Monday. Zero days is the date itself, worked or not.
 * DAYS: not a whole number of 0 or more.
 */
export function addWorkingDays(
  date: IsoDate,
  days: number,
  calendar: WorkingCalendar = stateCouncilCalendar,
): WorkingDays<IsoDate, 'DATE' | 'DAYS'> {
  if (!isIsoDate(date)) return refuse('DATE')
  if (!Number.isSafeInteger(days) || days < 0) return refuse('DAYS')
  const walk = startWalk(calendar)
  let current = date
  for (let left = days; left > 0; ) {
    current = addDays(current, 1)
    const missing = walk.enter(current)
    if (missing) return missing
    if (isWorked(current, calendar)) left -= 1
  }
  return walk.finish(current)
}

/**
 * Working days after a date up to and with another: the inverse of {@link addWorkingDays}. 0 for the same day.
 * ORDER: the second date is earlier.
 */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkingCalendar = stateCouncilCalendar,
): WorkingDays<number, 'DATE' | 'ORDER'> {
  if (!isIsoDate(from) || !isIsoDate(to)) return refuse('DATE')
  if (to < from) return refuse('ORDER')
  const walk = startWalk(calendar)
  let count = 0
  for (let current = from; current < to; ) {
    current = addDays(current, 1)
    const missing = walk.enter(current)
    if (missing) return missing
    if (isWorked(current, calendar)) count += 1
  }
  return walk.finish(count)
}

/** The date itself when it is worked, else the next working day: where a limit in calendar days ends. */
export function rollToWorkingDay(
  date: IsoDate,
  calendar: WorkingCalendar = stateCouncilCalendar,
): WorkingDays<IsoDate> {
  if (!isIsoDate(date)) return refuse('DATE')
  const walk = startWalk(calendar)
  for (let current = date; ; current = addDays(current, 1)) {
    const missing = walk.enter(current)
    if (missing) return missing
    if (isWorked(current, calendar)) return walk.finish(current)
  }
}

function isWorked(date: IsoDate, calendar: WorkingCalendar): boolean {
  if (calendar.makeUpDays.has(date)) return true
  return weekdayOf(date) <= 5 && !calendar.holidays.has(date)
}

/** Remembers on the way whether a provisional year was crossed, and stops at a year that is missing. */
function startWalk(calendar: WorkingCalendar) {
  let isProvisional = false
  return {
    enter(date: IsoDate): NoCalendar | undefined {
      const number = Number(date.slice(0, 4))
      const year = calendar.years.get(number)
      if (!year) return { ok: false, reason: 'NO_CALENDAR', year: number }
      isProvisional ||= year.provisional
      return undefined
    },
    finish<T>(value: T): Accepted<T, WorkingDaysWarning> {
      return accept(value, isProvisional ? ['PROVISIONAL'] : [])
    },
  }
}
