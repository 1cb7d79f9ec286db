import type { Clock } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import type { AccessKysely } from '../tables.js'

/** What can happen at the door. */
export const signInEventKinds = [
  'signed-in',
  'signed-out',
  'refused',
  'locked',
  'second-factor-refused',
  'second-factor-set-up',
  'recovery-code-used',
  'password-changed',
] as const

export type SignInEventKind = (typeof signInEventKinds)[number]

/** One line of the sign-in log. A username is kept only when somebody has it. */
export interface SignInEvent {
  readonly kind: SignInEventKind
  readonly userId?: string | undefined
  readonly username?: string | undefined
  readonly address: string
}

/** Writes the sign-in log (GB/T 22239-2019, 8.1.4.3: every user; time, event, result). What cannot be logged does not happen. */
export type RecordEvent = (event: SignInEvent) => Promise<void>

/** Makes the writer. */
export function createEventLog(db: AccessKysely, clock: Clock): RecordEvent {
  return async ({ kind, userId = null, username = null, address }) => {
    await db
      .insertInto('auth_event')
      .values((eb) => ({
        id: uuidv7(),
        at: clock.now(),
        kind,
        user_id: userId,
        username,
        county: eb.selectFrom('access_user').select('county').where('id', '=', userId),
        address,
      }))
      .execute()
  }
}
