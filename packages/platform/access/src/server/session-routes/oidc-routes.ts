import { OpenDpfError } from '@opendpf/errors'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { oidcProvider } from '../engine/oidc.js'
import { withCookies } from '../engine/with-cookies.js'
import type { SignInParts } from '../sign-in/parts.js'
import { callerOf, setCookies } from './request.js'

/**
 * Which ways to sign in there are and how long a new password must be, and the way through the county's own identity provider. A page
 * on our own site is returned to, nothing else.
 */
export function oidcRoutes(
  { db, clock, config, engine, record }: SignInParts,
  addressOf: (c: Context) => string,
): Hono {
  const routes = new Hono()
  routes.get('/methods', (c) =>
    c.json({
      password: true,
      passwords: { minLength: config.passwords.minLength },
      ...(config.oidc ? { oidc: { title: config.oidc.title } } : {}),
    }),
  )
  if (!config.oidc) return routes

  routes.get('/oidc', async (c) => {
    const returnTo = c.req.query('returnTo') ?? '/'
    if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(returnTo))
      throw new OpenDpfError('invalid-request', { params: { what: 'returnTo' } })
    const { url, cookies } = await engine.startOidc(returnTo, c.req.raw.headers)
    setCookies(c, cookies)
    return c.redirect(url)
  })
  routes.get(`/callback/${oidcProvider}`, async (c) => {
    const response = await engine.finishOidc(c.req.raw)
    const found = await engine.findSession(withCookies(response.headers.getSetCookie()))
    if (found) {
      const now = clock.now()
      await db.updateTable('auth_user').set({ last_sign_in_at: now }).where('id', '=', found.userId).execute()
      await record({ kind: 'signed-in', userId: found.userId, address: callerOf(c, addressOf).address })
    }
    return response
  })
  return routes
}
