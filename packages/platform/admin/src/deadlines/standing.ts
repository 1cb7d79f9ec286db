import { workingDaysUntil } from '@opendpf/kit'
import type { ChipTone } from '../components/chip.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import type { DeadlineFields } from './deadline-fields.js'

/** How a deadline stands on a day, in a tone and in words. */
export interface Standing {
  readonly tone: ChipTone
  readonly key: AdminMessage
  readonly days?: number
}

const soon = 2

/** A deadline's standing: what has ended, what stands still, what is late, and the working days that are left. */
export function standingOf(
  { state, endedOn, pausedSince, dueOn }: Pick<DeadlineFields, 'state' | 'endedOn' | 'pausedSince' | 'dueOn'>,
  today: string,
): Standing {
  if (endedOn !== null) {
    if (state === 'missed') return { tone: 'alarm', key: 'deadline.endedLate' }
    return state === 'elapsed' ? { tone: 'off', key: 'deadline.elapsed' } : { tone: 'done', key: 'deadline.kept' }
  }
  if (pausedSince !== null) return { tone: 'off', key: 'deadline.paused' }
  if (dueOn === null) return { tone: 'off', key: 'deadline.unsettled' }
  const days = workingDaysUntil(today, dueOn)
  if (days === null) return { tone: 'active', key: 'deadline.running' }
  if (days < 0) return { tone: 'alarm', key: 'deadline.overdue', days: -days }
  // on the days off before the last day nothing is left to work on, and the day has not come
  if (days === 0) return { tone: 'attention', key: 'deadline.today' }
  return { tone: days <= soon ? 'active' : 'start', key: 'deadline.left', days }
}
