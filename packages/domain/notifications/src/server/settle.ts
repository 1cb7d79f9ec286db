import type { FieldsOf } from '@opendpf/kit'
import type { Outcome } from '../channels/index.js'
import type { notifications } from '../contract/index.js'

type Fields = FieldsOf<typeof notifications.records.message>

const minute = 60_000
const longestPause = 6 * 60 * minute
/** How often a message is tried: the pauses grow from a minute to six hours, and it is given up after about two days. */
export const mostAttempts = 16

/** What becomes of a message after an attempt: the step that it takes, or none while it is tried again, and what is noted. */
export interface Settled {
  readonly step: 'deliver' | 'giveUp' | 'findUnreachable' | undefined
  readonly values: Partial<Fields>
}

/** The pause after so many attempts that failed, in milliseconds. */
export function pauseAfter(attempts: number): number {
  return Math.min(minute * 2 ** (attempts - 1), longestPause)
}

/** Says what becomes of a message. One that will never be taken is given up at once, any other after the last attempt. */
export function settle({ attempts: before }: Pick<Fields, 'attempts'>, outcome: Outcome, now: Date): Settled {
  const attempts = before + 1
  if (outcome.kind === 'sent') {
    const { receipt } = outcome
    return {
      step: 'deliver',
      values: {
        attempts,
        nextAt: null,
        failure: null,
        sentAt: now.toISOString(),
        receipt: receipt?.slice(0, 200) ?? null,
      },
    }
  }
  const failure = outcome.reason.slice(0, 200)
  if (outcome.kind === 'unknown') return { step: 'findUnreachable', values: { attempts, nextAt: null, failure } }
  if (outcome.kind === 'refused' || attempts >= mostAttempts)
    return { step: 'giveUp', values: { attempts, nextAt: null, failure } }
  const nextAt = new Date(now.getTime() + pauseAfter(attempts)).toISOString()
  return { step: undefined, values: { attempts, nextAt, failure } }
}
