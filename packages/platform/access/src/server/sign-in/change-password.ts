import type { Session } from '../authenticator/sessions.js'
import { announce } from '../changes.js'
import { userKey } from './attempts.js'
import { fieldError } from './messages.js'
import type { Caller, SignInParts } from './parts.js'
import { passwordProblem } from './password-policy.js'

/** Changes one's own password. All other sessions of the user end. */
export function createChangePassword({ db, clock, config, attempts, record, passwords }: SignInParts) {
  return async (
    session: Session,
    input: { readonly current: string; readonly next: string },
    caller: Caller,
  ): Promise<void> => {
    const { id } = session.actor
    const { username } = session.account
    const account = await db
      .selectFrom('auth_account')
      .select(['id', 'password'])
      .where('user_id', '=', id)
      .where('provider_id', '=', 'credential')
      .executeTakeFirst()
    await attempts.begin(userKey(id))
    if (!account?.password || !(await passwords.verify(account.password, input.current))) {
      const isLocked = await attempts.fail(userKey(id))
      if (isLocked) await record({ kind: 'locked', userId: id, username, address: caller.address })
      throw fieldError('current', 'current', caller.locale)
    }
    await attempts.succeed(userKey(id))
    if (input.next === input.current) throw fieldError('next', 'same', caller.locale)
    const problem = passwordProblem(input.next, { username, policy: config.passwords })
    if (problem) throw fieldError('next', problem.key, caller.locale, problem.params)
    const hash = await passwords.hash(input.next)
    const now = clock.now()
    await db.transaction().execute(async (tx) => {
      await tx
        .updateTable('auth_account')
        .set({ password: hash, updated_at: now })
        .where('id', '=', account.id)
        .execute()
      await tx
        .updateTable('auth_user')
        .set({ must_change_password: false, password_changed_at: now, updated_at: now })
        .where('id', '=', id)
        .execute()
      await tx.deleteFrom('auth_session').where('user_id', '=', id).where('id', '!=', session.sessionId).execute()
    })
    await record({ kind: 'password-changed', userId: id, username, address: caller.address })
    announce([id])
  }
}
