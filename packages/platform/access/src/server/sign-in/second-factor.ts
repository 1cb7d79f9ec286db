import { createHmac } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import { normaliseUsername } from '../../contract/index.js'
import type { Session } from '../authenticator/sessions.js'
import type { WithCookies } from '../engine/engine.js'
import { withCookies } from '../engine/with-cookies.js'
import { factorKey } from './attempts.js'
import { fieldError } from './messages.js'
import type { Caller, SignInParts } from './parts.js'
import { randomText } from './password-policy.js'

const recoveryCodeCount = 10
const secretLength = 32
// what authenticator apps and people type alike
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The second factor: one-time codes by time (RFC 6238) and recovery codes, each good once. */
export function createSecondFactor(parts: SignInParts) {
  const { db, clock, config, engine, sessions, attempts, record } = parts

  /** Runs a check under the limit of attempts for codes. */
  const attempt = async <T>(
    session: Session,
    caller: Caller,
    check: () => Promise<T | undefined>,
    refusal: 'code' | 'recoveryCode',
  ): Promise<T> => {
    const key = factorKey(session.actor.id)
    await attempts.begin(key)
    const result = await check()
    if (result !== undefined) {
      await attempts.succeed(key)
      return result
    }
    const isLocked = await attempts.fail(key)
    const who = { userId: session.actor.id, username: session.account.username, address: caller.address }
    await record({ kind: 'second-factor-refused', ...who })
    if (isLocked) await record({ kind: 'locked', ...who })
    throw fieldError(refusal, refusal, caller.locale)
  }

  /** Takes a code for this user before it is checked: of two requests with the same code, at most one gets an answer. */
  const claim = async (userId: string, code: string): Promise<boolean> => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('auth_used_code')
      .values({
        user_id: userId,
        code: createHmac('sha256', config.secret).update(`${userId}:${code}`).digest('base64url'),
        at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }

  const checkCode = async (session: Session, caller: Caller, input: string) => {
    const code = input.normalize('NFKC').replace(/\s/g, '')
    if (!/^\d{6}$/.test(code) || !(await claim(session.actor.id, code))) return undefined
    return engine.verifyCode(code, caller.headers)
  }

  const markPassed = async (sessionId: string): Promise<void> => {
    await db.updateTable('auth_session').set({ second_factor_at: clock.now() }).where('id', '=', sessionId).execute()
  }

  return {
    /** Finishes a sign-in with the code an authenticator shows. */
    async enter(session: Session, code: string, caller: Caller): Promise<void> {
      requireSecondFactor(session)
      await attempt(session, caller, () => checkCode(session, caller, code), 'code')
      await markPassed(session.sessionId)
      sessions.forget(caller.headers)
    },
    /** Finishes a sign-in with one of the codes that were handed out at enrolment. */
    async recover(session: Session, input: string, caller: Caller): Promise<void> {
      requireSecondFactor(session)
      const code = normaliseUsername(input)
      await attempt(
        session,
        caller,
        async () => ((await engine.verifyRecoveryCode(code, caller.headers)) ? true : undefined),
        'recoveryCode',
      )
      await markPassed(session.sessionId)
      await record({
        kind: 'recovery-code-used',
        userId: session.actor.id,
        username: session.account.username,
        address: caller.address,
      })
      sessions.forget(caller.headers)
    },
    /** Makes a secret for an authenticator. It counts from its confirmation on. */
    async enrol(session: Session): Promise<{ readonly uri: string; readonly secret: string }> {
      if (session.account.hasSecondFactor)
        throw new OpenDpfError('wrong-state', { params: { step: 'second-factor/enrol' } })
      const secret = randomText(secretLength)
      const recoveryCodes = Array.from(
        { length: recoveryCodeCount },
        () => `${randomText(5, recoveryAlphabet)}-${randomText(5, recoveryAlphabet)}`,
      )
      await engine.storeSecondFactor({ userId: session.actor.id, secret, recoveryCodes })
      const shared = base32(Buffer.from(secret))
      const label = encodeURIComponent(`OpenDPF:${session.account.username}`)
      return { secret: shared, uri: `otpauth://totp/${label}?secret=${shared}&issuer=OpenDPF&digits=6&period=30` }
    },
    /** Confirms the authenticator by its first code; hands out the recovery codes, for the only time. */
    async confirm(
      session: Session,
      code: string,
      caller: Caller,
    ): Promise<WithCookies & { readonly recoveryCodes: readonly string[] }> {
      if (session.account.hasSecondFactor)
        throw new OpenDpfError('wrong-state', { params: { step: 'second-factor/enrol/confirm' } })
      const pending = await db
        .selectFrom('auth_two_factor')
        .select('id')
        .where('user_id', '=', session.actor.id)
        .executeTakeFirst()
      if (!pending) throw new OpenDpfError('wrong-state', { params: { step: 'second-factor/enrol/confirm' } })
      const { cookies } = await attempt(session, caller, () => checkCode(session, caller, code), 'code')
      const replaced = await engine.findSession(withCookies(cookies))
      if (replaced) await markPassed(replaced.id)
      await record({
        kind: 'second-factor-set-up',
        userId: session.actor.id,
        username: session.account.username,
        address: caller.address,
      })
      sessions.forget(caller.headers)
      return { cookies, recoveryCodes: await engine.recoveryCodes(session.actor.id) }
    },
  }
}

function requireSecondFactor(session: Session): void {
  if (session.state !== 'second-factor') throw new OpenDpfError('wrong-state', { params: { step: 'second-factor' } })
}

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding, as authenticator apps read it. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((group) => base32Alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
