import { addDays, daysBetween, weekdayOf } from '@opendpf/standards'
import type { Random } from '../random.js'

/** The year before today's and today's. */
export function yearsOf(today: string): readonly [last: number, present: number] {
  const year = Number(today.slice(0, 4))
  return [year - 1, year]
}

/** The day on which the county begins to be told of: before the year before today's. */
export function rosterDayOf(today: string): string {
  return `${yearsOf(today)[0] - 1}-12-20`
}

/** How the work of a county lies over the year: little around the Spring Festival, most in late spring and autumn. */
const months: readonly (readonly [month: number, weight: number])[] = [
  [1, 4],
  [2, 4],
  [3, 9],
  [4, 10],
  [5, 11],
  [6, 10],
  [7, 8],
  [8, 8],
  [9, 10],
  [10, 10],
  [11, 10],
  [12, 6],
]

/** A day of work in a year, between two months. */
export function workdayIn(random: Random, year: number, [from, until]: readonly [number, number] = [1, 12]): string {
  const month = random.weighted(months.filter(([at]) => at >= from && at <= until))
  return workdayOn(`${year}-${String(month).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`)
}

/** The day itself, or the Monday after it. */
export function workdayOn(day: string): string {
  const weekday = weekdayOf(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}

/** A day of work so many days after another. */
export function workdayAfter(day: string, days: number): string {
  return workdayOn(addDays(day, days))
}

/** Whether something that began on a day may still be on its way: what began long ago has been seen to. */
export function isRecent(day: string, today: string): boolean {
  return daysBetween(day, today) < 75
}
