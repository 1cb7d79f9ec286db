import { normaliseUsername } from '../../contract/index.js'
import type { WithCookies } from '../engine/engine.js'
import { unknownKey, userKey } from './attempts.js'
import { wrongCredentials } from './messages.js'
import type { Caller, SignInParts } from './parts.js'

const longestInput = 200

/**
 * Signs in by username and password. An unknown name, a user without a password, a disabled one and a wrong password get the same
 * answer after the same work, count alike, and lock alike.
 */
export function createSignIn(parts: SignInParts) {
  const { db, clock, config, engine, attempts, record, passwords } = parts
  // hashed once: what an unknown user's password is compared with, so that it takes as long
  const decoy = passwords.hash('no password is like this one')
  decoy.catch(() => {})

  return async (
    input: { readonly username: string; readonly password: string },
    caller: Caller,
  ): Promise<WithCookies> => {
    const username = normaliseUsername(input.username.slice(0, longestInput))
    await attempts.admit(caller.address)
    const found = await db
      .selectFrom('auth_user as a')
      .leftJoin('access_user as u', 'u.id', 'a.id')
      .leftJoin('auth_account as c', (join) =>
        join.onRef('c.user_id', '=', 'a.id').on('c.provider_id', '=', 'credential'),
      )
      .select(['a.id', 'c.password', 'u.id as present', 'u.is_disabled'])
      .where('a.username', '=', username)
      .executeTakeFirst()
    const key = found ? userKey(found.id) : unknownKey(username, config.secret)
    await attempts.begin(key)
    const isRight = await passwords.verify(found?.password ?? (await decoy), input.password.slice(0, longestInput))
    const userId = found?.id
    const isAllowed = isRight && found?.password != null && found.present !== null && !found.is_disabled
    if (!isAllowed || userId === undefined) {
      const isLocked = await attempts.fail(key)
      await attempts.failAt(caller.address)
      const who = { userId, username: found ? username : undefined, address: caller.address }
      await record({ kind: 'refused', ...who })
      if (isLocked) await record({ kind: 'locked', ...who })
      throw wrongCredentials(caller.locale)
    }
    await attempts.succeed(key)
    await record({ kind: 'signed-in', userId, username, address: caller.address })
    await db.updateTable('auth_user').set({ last_sign_in_at: clock.now() }).where('id', '=', userId).execute()
    await sweep(parts)
    return engine.openSession(userId, caller.headers)
  }
}

const usedCodeLife = 5 * 60_000

/** Removes what is over; there is little of it, and somebody who signs in can wait a millisecond. */
async function sweep({ db, clock, attempts }: SignInParts): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('auth_session').where('expires_at', '<=', now).execute()
  await db
    .deleteFrom('auth_used_code')
    .where('at', '<=', new Date(now.getTime() - usedCodeLife))
    .execute()
  await attempts.sweep()
}
