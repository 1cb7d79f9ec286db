import type { JobSchedule } from '@opendpf/kit/server'

const minute = 60_000
const day = 24 * 60 * minute
/** Asia/Shanghai has had one offset and no summer time since 1991. */
const offset = 8 * 60 * minute

/**
 * The first run after an instant.
 *
 * @throws Error when the schedule says no time: it stops the start of the server
 */
export function nextRun(schedule: JobSchedule, after: Date): Date {
  if ('everyMinutes' in schedule) {
    const { everyMinutes } = schedule
    if (!Number.isInteger(everyMinutes) || everyMinutes < 1)
      throw new Error(`no schedule: every ${everyMinutes} minutes`)
    return new Date(after.getTime() + everyMinutes * minute)
  }
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(schedule.dailyAt) ?? []
  if (hours === undefined) throw new Error(`no schedule: daily at "${schedule.dailyAt}"`)
  const midnight = Math.floor((after.getTime() + offset) / day) * day - offset
  const today = midnight + (Number(hours) * 60 + Number(minutes)) * minute
  return new Date(today > after.getTime() ? today : today + day)
}
