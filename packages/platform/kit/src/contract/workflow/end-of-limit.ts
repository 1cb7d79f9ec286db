import type { IsoDate, WorkingCalendar } from '@opendpf/standards'
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  rollToWorkingDay,
  workingDaysBetween,
} from '@opendpf/standards'
import type { TimeLimit } from './workflow-clock.js'

/** The last day of a limit; null when the calendar of its year is missing. */
export interface LimitEnd {
  readonly on: IsoDate | null
  /** It depends on a year whose holidays are not announced yet. */
  readonly isProvisional: boolean
}

interface Past {
  readonly start: IsoDate
  readonly pauses: readonly { readonly from: IsoDate; readonly to: IsoDate }[]
  readonly calendar: WorkingCalendar
}

const unknown: LimitEnd = { on: null, isProvisional: true }

/** The last day of a limit from its start, with the pauses left out. A pause that begins after the end moves nothing: it came too late. */
export function endOfLimit(limit: TimeLimit, { start, pauses, calendar }: Past): LimitEnd {
  let extra = 0
  let end = shift(limit, start, extra, calendar)
  for (const { from, to } of pauses) {
    if (end.on === null || from > end.on) break
    const stood = 'workingDays' in limit ? workingDaysIn(from, to, calendar) : daysBetween(from, to)
    if (stood === undefined) return unknown
    extra += stood
    end = shift(limit, start, extra, calendar)
  }
  return end
}

function workingDaysIn(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number | undefined {
  const days = workingDaysBetween(from, to, calendar)
  return days.ok ? days.value : undefined
}

function shift(limit: TimeLimit, start: IsoDate, extra: number, calendar: WorkingCalendar): LimitEnd {
  const reached =
    'workingDays' in limit
      ? addWorkingDays(start, limit.workingDays + extra, calendar)
      : rollToWorkingDay(
          'days' in limit ? addDays(start, limit.days + extra) : addDays(addMonths(start, limit.months), extra),
          calendar,
        )
  return reached.ok ? { on: reached.value, isProvisional: reached.warnings.includes('PROVISIONAL') } : unknown
}
