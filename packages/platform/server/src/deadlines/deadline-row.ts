import type { ClockReading, PlacedRecord, Stretch, Wait, Workflow, WorkflowClock } from '@opendpf/kit'
import { readClock } from '@opendpf/kit'
import type { IsoDate } from '@opendpf/standards'
import { addDays, isWorkingDay } from '@opendpf/standards'
import type { Row } from '../platform/codec.js'
import type { DeadlineState } from '../system/contract/deadline.js'

/** From what a deadline's dates are computed. */
export interface Course {
  readonly limits: Pick<WorkflowClock, 'statutory' | 'promised'>
  readonly stretches: readonly Stretch[]
}

/** A deadline as its table keeps it. */
export interface DeadlineRow extends Row {
  readonly record: string
  readonly rowId: string
  readonly clock: string
  readonly state: DeadlineState
  readonly dueOn: IsoDate | null
  readonly pauseNote: string | null
  readonly remindOn: IsoDate | null
  readonly isProvisional: boolean
  readonly course: Course
}

/** A clock that a record declares; undefined for one that a newer version of its module does not have any more. */
export function clockOf({ workflow }: Pick<PlacedRecord, 'workflow'>, name: string): WorkflowClock | undefined {
  return (workflow?.clocks as Readonly<Record<string, WorkflowClock>> | undefined)?.[name]
}

/** The fields of a deadline that follow from its course, as of a day. */
export function datesOf(clock: WorkflowClock, course: Course, today: IsoDate) {
  const reading = readClock(clock, { ...course, today })
  return {
    reading,
    fields: {
      startedOn: reading.startedOn,
      dueOn: reading.dueOn,
      promisedOn: reading.promisedOn,
      remindOn: remindOn(clock, reading),
      pausedSince: reading.pausedSince,
      pauseReason: reading.pauseReason,
      endedOn: reading.endedOn,
      isProvisional: reading.isProvisional,
      course,
    },
  }
}

/** How a deadline stands after its row has moved; one that was missed stays missed. */
export function standingOf(
  reading: ClockReading,
  { was, isEscape }: { readonly was: DeadlineState | undefined; readonly isEscape: boolean },
): DeadlineState {
  if (was === 'missed') return 'missed'
  if (reading.phase === 'paused') return 'paused'
  if (reading.phase !== 'ended') return 'running'
  if (isEscape) return 'elapsed'
  return reading.isOverdue ? 'missed' : 'met'
}

/** Who has to act on a row in a state, and by which step; what has ended keeps who acted last. */
export function waitIn(
  { waits }: Pick<Workflow, 'waits'>,
  state: string,
): { readonly owner?: string; readonly step?: string } {
  const wait: Wait | undefined = waits[state]
  return wait ? { owner: wait.owner, step: wait.escape } : {}
}

function remindOn(clock: WorkflowClock, { phase, startedOn, dueOn }: ClockReading): IsoDate | null {
  if (phase !== 'running' || clock.remind === undefined || dueOn === null || startedOn === null) return null
  let day = dueOn
  for (let left = clock.remind; left > 0 && day > startedOn; ) {
    const isWorked = isWorkingDay(day)
    if (isWorked.ok && isWorked.value) left -= 1
    day = addDays(day, -1)
  }
  return day
}
