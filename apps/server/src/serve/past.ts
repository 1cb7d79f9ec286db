import type { Platform } from '@opendpf/server'
import { addDays, fixedClock } from '@opendpf/standards'

/** The same platform on the evening of a day: what is written on it was known from then on. */
export function atEndOf<P extends Platform>(platform: P, day: string): P {
  return { ...platform, clock: fixedClock(`${day}T10:00:00Z`) }
}

/** The last days of stretches of time from a day to another: half months, and single weeks at the end, so that what is due is due on its day. */
export function stretchesBetween(from: string, until: string): readonly string[] {
  const weekly = addDays(until, -35)
  const days: string[] = []
  for (let day = from; day < until; ) {
    day = nextEnd(day, weekly)
    days.push(day < until ? day : until)
  }
  return days
}

function nextEnd(day: string, weekly: string): string {
  if (day >= weekly) return addDays(day, 7)
  const month = day.slice(0, 7)
  if (day < `${month}-15`) return `${month}-15`
  const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1)
  return day < last ? last : `${addDays(day, 1).slice(0, 7)}-15`
}
