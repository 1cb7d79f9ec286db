import { daysBetween } from '@opendpf/standards'

/** How much of the time from the first day to the due date has passed by the end of a day: from 0 before it to 1 from the due date on. */
export function elapsedShare(days: {
  readonly startsOn: string
  readonly dueOn: string
  readonly today: string
}): number {
  const { startsOn, dueOn, today } = days
  if (today < startsOn) return 0
  if (today >= dueOn) return 1
  return (daysBetween(startsOn, today) + 1) / (daysBetween(startsOn, dueOn) + 1)
}

/** The earlier of two business dates. */
export function earlierDay(one: string, other: string): string {
  return one < other ? one : other
}
