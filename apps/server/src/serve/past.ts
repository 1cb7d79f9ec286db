import type { Platform } from '@opendpf/server'
import { addDays } from '@opendpf/standards'

/** A platform whose clock stands on the evening of some day of the past: what is written then was known from then on. */
export interface Traveller<P extends Platform = Platform> {
  readonly platform: P
  /** Puts the clock on to the evening of a day. */
  goTo(day: string): void
}

/** Lets a platform be in the past, beginning with a day; the one that is given stays in the present. */
export function travelTo<P extends Platform>(platform: P, day: string): Traveller<P> {
  const eveningOf = (on: string): number => Date.parse(`${on}T10:00:00Z`)
  let now = eveningOf(day)
  return {
    platform: { ...platform, clock: { now: () => new Date(now) } },
    goTo(next) {
      now = eveningOf(next)
    },
  }
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
