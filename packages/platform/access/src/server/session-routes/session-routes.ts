import { OpenDpfError } from '@opendpf/errors'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as z from 'zod'
import type { SignInAnswer } from '../../contract/index.js'
import type { Session } from '../authenticator/sessions.js'
import { withCookies } from '../engine/with-cookies.js'
import type { ChangePassword, SecondFactor, SignIn } from '../sign-in/index.js'
import type { Caller, SignInParts } from '../sign-in/parts.js'
import { callerOf, readBody, requireOwnPage, setCookies } from './request.js'

export interface SessionRoutesOptions {
  readonly parts: SignInParts
  readonly signIn: SignIn
  readonly secondFactor: SecondFactor
  readonly changePassword: ChangePassword
  readonly addressOf: (c: Context) => string
}

const text = z.string().min(1)
const signInBody = z.strictObject({ username: text, password: text })
const codeBody = z.union([z.strictObject({ code: text }), z.strictObject({ recoveryCode: text })])
const passwordBody = z.strictObject({ current: text, next: text })

/** The routes below `/session`: signing in, step by step, and out. */
export function sessionRoutes({ parts, signIn, secondFactor, changePassword, addressOf }: SessionRoutesOptions): Hono {
  const { sessions, engine, record } = parts
  const routes = new Hono()
  routes.use('*', async (c, next) => {
    if (c.req.method !== 'GET') requireOwnPage(c)
    c.header('cache-control', 'no-store')
    await next()
  })

  const current = async (caller: Caller): Promise<Session> => {
    const session = await sessions.find(caller.headers)
    if (!session) throw new OpenDpfError('not-signed-in')
    return session
  }
  const answer = async (headers: Headers): Promise<SignInAnswer> => {
    const session = await sessions.find(headers)
    if (!session) throw new OpenDpfError('not-signed-in')
    return { state: session.state }
  }

  routes.post('/', async (c) => {
    const caller = callerOf(c, addressOf)
    const { cookies } = await signIn(await readBody(c, signInBody), caller)
    setCookies(c, cookies)
    return c.json(await answer(withCookies(cookies)))
  })
  routes.delete('/', async (c) => {
    const caller = callerOf(c, addressOf)
    const session = await sessions.find(caller.headers)
    const { cookies } = await engine.signOut(caller.headers)
    sessions.forget(caller.headers)
    if (session)
      await record({
        kind: 'signed-out',
        userId: session.actor.id,
        username: session.account.username,
        address: caller.address,
      })
    setCookies(c, cookies)
    return c.body(null, 204)
  })
  routes.post('/second-factor', async (c) => {
    const caller = callerOf(c, addressOf)
    const body = await readBody(c, codeBody)
    const session = await current(caller)
    if ('code' in body) await secondFactor.enter(session, body.code, caller)
    else await secondFactor.recover(session, body.recoveryCode, caller)
    return c.json(await answer(caller.headers))
  })
  routes.post('/second-factor/enrol', async (c) => {
    const caller = callerOf(c, addressOf)
    const session = await current(caller)
    requirePassed(session)
    return c.json(await secondFactor.enrol(session))
  })
  routes.post('/second-factor/enrol/confirm', async (c) => {
    const caller = callerOf(c, addressOf)
    const { code } = await readBody(c, z.strictObject({ code: text }))
    const session = await current(caller)
    requirePassed(session)
    const { cookies, recoveryCodes } = await secondFactor.confirm(session, code, caller)
    setCookies(c, cookies)
    return c.json({ recoveryCodes })
  })
  routes.post('/password', async (c) => {
    const caller = callerOf(c, addressOf)
    const body = await readBody(c, passwordBody)
    const session = await current(caller)
    requirePassed(session)
    await changePassword(session, body, caller)
    return c.json(await answer(caller.headers))
  })
  return routes
}

/** Whoever has a second factor shows it before he changes anything about signing in. */
function requirePassed(session: Session): void {
  if (session.state === 'second-factor') throw new OpenDpfError('second-factor-required')
}
