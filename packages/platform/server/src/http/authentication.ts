import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import { negotiateLocale } from '@opendpf/messages'
import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Platform, providedBy } from '../platform/platform.js'
import { openReadPath } from '../read/read-path.js'
import { createReader } from '../read/reader.js'
import type { HttpEnv } from './environment.js'

/** Who sent a request, as the access package found out. */
export interface Caller {
  readonly actor: Actor
  /** Anything but `signed-in` may only finish signing in. */
  readonly state: 'signed-in' | 'second-factor' | 'enrol-second-factor' | 'change-password'
  /** Whether a browser sent the credential by itself: then a change needs proof that our own page asked for it. */
  readonly isCookie: boolean
}

/** What the composition needs of a way to sign in. */
export interface Authenticator {
  authenticate(headers: Headers): Promise<Caller | undefined>
  /** Routes below `/api/v1`: session, me. They do their own checks. */
  // biome-ignore lint/suspicious/noExplicitAny: its own environment
  readonly routes?: Hono<any>
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Lets in who is signed in, and gives the request everything a route works with. */
export function authenticated(
  platform: Platform,
  authenticator: Authenticator,
  queue: (actor: Actor, job: string, input: unknown) => Promise<string>,
) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const caller = await authenticator.authenticate(c.req.raw.headers)
    if (!caller) throw new OpenDpfError('not-signed-in')
    if (caller.state !== 'signed-in')
      throw new OpenDpfError(caller.state === 'change-password' ? 'password-change-required' : 'second-factor-required')
    if (caller.isCookie && !safe.has(c.req.method)) requireOwnPage(c.req.raw.headers)
    const { actor } = caller
    const set = c.set as (key: string, value: unknown) => void
    const locale = negotiateLocale(c.req.header('accept-language'))
    set('actor', actor)
    set('locale', locale)
    set('platform', platform)
    set('registry', platform.registry)
    set('provided', providedBy(platform))
    set('readPath', openReadPath(platform, actor))
    set('read', createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) }))
    set('queue', (job: string, input: unknown) => queue(actor, job, input))
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
}

/** A form on somebody else's page cannot set this header, and a script there is stopped by the browser. */
function requireOwnPage(headers: Headers): void {
  const origin = headers.get('origin')
  const isForeign = origin !== null && URL.canParse(origin) && new URL(origin).host !== headers.get('host')
  if (headers.get('x-opendpf') !== '1' || isForeign)
    throw new OpenDpfError('permission-denied', { params: { needed: 'X-OpenDPF' } })
}
