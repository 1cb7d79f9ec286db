import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { instantOf } from '../instants.js'
import type { AccessKysely } from '../tables.js'

const pageSize = 100

/** The sign-in log, newest first: for auditors of the whole deployment all of it, for others what happened to users of their county. */
export function logRoutes({ router, can }: RouteKit): Hono<RouteEnv> {
  return router().get('/sign-in-log', can('signInLog.read'), async (c) => {
    const { cursor, user, ...unknown } = c.req.query()
    const [extra] = Object.keys(unknown)
    if (extra !== undefined) throw new OpenDpfError('invalid-request', { params: { what: extra } })
    const answer = await c.var.transaction(async ({ db, actor }) => {
      let query = (db as AccessKysely).selectFrom('auth_event as e').leftJoin('access_user as u', 'u.id', 'e.user_id')
      if (actor.scope.level !== 'all') query = query.where('e.county', '=', actor.scope.code.slice(0, 6))
      if (user !== undefined) query = query.where('e.user_id', '=', user)
      if (cursor !== undefined) query = query.where('e.id', '<', cursor)
      const rows = await query
        .select(['e.id', 'e.at', 'e.kind', 'e.user_id', 'e.username', 'e.address', 'u.name'])
        .orderBy('e.id', 'desc')
        .limit(pageSize + 1)
        .execute()
      const entries = rows.slice(0, pageSize).map((row) => ({
        id: row.id,
        at: instantOf(row.at).toISOString(),
        kind: row.kind,
        userId: row.user_id,
        username: row.username,
        name: row.name,
        address: row.address,
      }))
      return { entries, ...(rows.length > pageSize ? { next: entries.at(-1)?.id } : {}) }
    })
    return c.json(answer)
  })
}
