import type { SessionState } from '../../contract/index.js'
import type { AccessConfig } from '../config.js'
import type { FoundSession } from '../engine/engine.js'
import type { Account } from './account.js'

const day = 86_400_000

/**
 * What a session still lacks. A code comes first, because a new password may only be set by whom the account belongs to; setting a
 * second factor up comes last.
 */
export function stateOf(options: {
  readonly account: Account
  readonly session: Pick<FoundSession, 'method' | 'secondFactorAt'>
  readonly policy: AccessConfig['passwords']
  readonly now: Date
}): SessionState {
  const { account, session, policy, now } = options
  const hasPassed = session.secondFactorAt !== null
  if (account.hasSecondFactor && !hasPassed) return 'second-factor'
  if (
    session.method === 'password' &&
    (account.mustChangePassword || isTooOld(account.passwordChangedAt, policy.maxAgeDays, now))
  )
    return 'change-password'
  if (account.needsSecondFactor && !hasPassed) return 'enrol-second-factor'
  return 'signed-in'
}

function isTooOld(changedAt: Date | undefined, days: number, now: Date): boolean {
  return days > 0 && changedAt !== undefined && now.getTime() - changedAt.getTime() >= days * day
}
