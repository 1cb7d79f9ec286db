import { isoFromDayNumber } from './calendar/day-number.js'
import type { IsoDate } from './calendar/iso-date.js'

/** The only source of the present time. Everything that needs "now" takes one of these. */
export interface Clock {
  now(): Date
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/**
 * A clock that stands still, for tests and for replaying the past.
 *
 * @param iso an instant, such as `2026-11-24T09:00:00+08:00`
 * @throws RangeError when it is not an instant
 */
export function fixedClock(iso: string): Clock {
  const instant = new Date(iso).getTime()
  if (Number.isNaN(instant)) throw new RangeError('fixedClock needs an ISO 8601 instant')
  return { now: () => new Date(instant) }
}

const shanghaiOffset = 8 * 3_600_000
const millisecondsPerDay = 86_400_000

/**
 * The business date of an instant, in Asia/Shanghai.
 *
 * China has kept UTC+08:00 without summer time since September 1991, so the offset is fixed here;
 * instants before that may fall on the neighbouring day and are no business dates.
 */
export function businessDateOf(instant: Date): IsoDate {
  return isoFromDayNumber(Math.floor((instant.getTime() + shanghaiOffset) / millisecondsPerDay))
}

/** Today's business date (`YYYY-MM-DD`, Asia/Shanghai). */
export function todayIn(clock: Clock): IsoDate {
  return businessDateOf(clock.now())
}
