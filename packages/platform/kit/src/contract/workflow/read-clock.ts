import type { IsoDate, WorkingCalendar } from '@opendpf/standards'
import { businessDateOf, stateCouncilCalendar, workingDaysBetween } from '@opendpf/standards'
import { endOfLimit, type LimitEnd } from './end-of-limit.js'
import type { Limits, PauseReason, WorkflowClock } from './workflow-clock.js'

/** From when on a row was in a state; `pause` says that an officer stopped the clock there. */
export interface Stretch {
  readonly state: string
  /** UTC, ISO 8601. */
  readonly from: string
  readonly pause?: PauseReason
}

/** How a clock stands on a day. Dates are business dates. */
export interface ClockReading {
  readonly phase: 'not-started' | 'running' | 'paused' | 'ended'
  readonly startedOn: IsoDate | null
  readonly endedOn: IsoDate | null
  /** The last day of the statutory limit; null while it cannot be told: not started, paused, or in a year without a calendar. */
  readonly dueOn: IsoDate | null
  readonly promisedOn: IsoDate | null
  readonly pausedSince: IsoDate | null
  readonly pauseReason: PauseReason | null
  /** Working days left until the last day: 0 on it, negative after it; null where `dueOn` is, and after the end. */
  readonly remaining: number | null
  readonly isOverdue: boolean
  /** The dates depend on a year whose holidays are not announced yet. */
  readonly isProvisional: boolean
}

export interface ReadClockOptions {
  readonly limits: Limits
  /** In their order; the first is the one that started the clock. */
  readonly stretches: readonly Stretch[]
  readonly today: IsoDate
  readonly calendar?: WorkingCalendar
}

const nothing: ClockReading = {
  phase: 'not-started',
  startedOn: null,
  endedOn: null,
  dueOn: null,
  promisedOn: null,
  pausedSince: null,
  pauseReason: null,
  remaining: null,
  isOverdue: false,
  isProvisional: false,
}

/**
 * How a clock stands, from the states its row was in. The day of an event is not counted; a pause is not counted; a limit in calendar
 * days or months that ends on a day off ends on the next working day (民法典第 203 条).
 */
export function readClock(
  clock: Pick<WorkflowClock, 'runs' | 'paused'>,
  { limits, stretches, today, calendar = stateCouncilCalendar }: ReadClockOptions,
): ClockReading {
  const course = followCourse(clock, stretches)
  if (course === undefined) return nothing
  const { startedOn, endedOn, pauses, open } = course
  const past = { start: startedOn, pauses, calendar }
  const due: LimitEnd = open ? { on: null, isProvisional: false } : endOfLimit(limits.statutory, past)
  const promised: LimitEnd =
    open || !limits.promised ? { on: null, isProvisional: false } : endOfLimit(limits.promised, past)
  return {
    phase: endedOn === null ? (open ? 'paused' : 'running') : 'ended',
    startedOn,
    endedOn,
    dueOn: due.on,
    promisedOn: promised.on,
    pausedSince: open?.from ?? null,
    pauseReason: open?.reason ?? null,
    remaining: endedOn === null && due.on !== null ? workingDaysUntil(today, due.on, calendar) : null,
    isOverdue: due.on !== null && (endedOn ?? today) > due.on,
    isProvisional: due.isProvisional || promised.isProvisional,
  }
}

/** Working days from a day to another, negative when that day is past; null in a year without a calendar. */
export function workingDaysUntil(
  today: IsoDate,
  due: IsoDate,
  calendar: WorkingCalendar = stateCouncilCalendar,
): number | null {
  const [from, to] = today <= due ? [today, due] : [due, today]
  const days = workingDaysBetween(from, to, calendar)
  if (!days.ok) return null
  // the first days after the end may be days off: overdue all the same
  return today <= due ? days.value : -Math.max(days.value, 1)
}

interface Course {
  readonly startedOn: IsoDate
  readonly endedOn: IsoDate | null
  readonly pauses: readonly { readonly from: IsoDate; readonly to: IsoDate }[]
  /** The pause that has not ended, if the clock stands still now. */
  readonly open: { readonly from: IsoDate; readonly reason: PauseReason } | undefined
}

function followCourse(
  { runs, paused = {} }: Pick<WorkflowClock, 'runs' | 'paused'>,
  stretches: readonly Stretch[],
): Course | undefined {
  let startedOn: IsoDate | undefined
  let open: Course['open']
  const pauses: { from: IsoDate; to: IsoDate }[] = []
  const resume = (on: IsoDate): void => {
    if (open) pauses.push({ from: open.from, to: on })
    open = undefined
  }
  for (const { state, from, pause } of stretches) {
    const on = businessDateOf(new Date(from))
    const reason = pause ?? paused[state]
    if (startedOn === undefined) {
      if (!runs.includes(state)) continue
      startedOn = on
      if (pause) open = { from: on, reason: pause }
    } else if (reason) {
      // another reason to stand still does not begin the pause anew
      open = { from: open?.from ?? on, reason }
    } else {
      resume(on)
      if (!runs.includes(state)) return { startedOn, endedOn: on, pauses, open: undefined }
    }
  }
  return startedOn === undefined ? undefined : { startedOn, endedOn: null, pauses, open }
}
