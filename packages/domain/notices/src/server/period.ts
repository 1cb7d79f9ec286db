import { addWorkingDays, type WorkingCalendar } from '@opendpf/standards'

/** When a line that is posted on a day has been posted long enough. */
export interface Period {
  readonly fromDay: string
  /** The last of its full working days; it is public to the end of this day. */
  readonly lastDay: string
  /** A year on the way has no holidays announced yet, so that the last day may move. */
  readonly isProvisional: boolean
}

/**
 * The period of so many full working days from a day on, which is not counted. Undefined when the calendar lacks a year on the way: a date is
 * never guessed.
 */
export function periodFrom(fromDay: string, workingDays: number, calendar?: WorkingCalendar): Period | undefined {
  const end = addWorkingDays(fromDay, workingDays, calendar)
  if (!end.ok) return undefined
  return { fromDay, lastDay: end.value, isProvisional: (end.warnings ?? []).length > 0 }
}
