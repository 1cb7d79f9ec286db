import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { systemActor } from '../platform/actors.js'
import { fromRequest } from '../system/server/from-request.js'

const page = 100
const states = ['waiting', 'done', 'dead'] as const
const chosen = z.strictObject({ event: z.string().max(36), target: z.string().max(60) })

/** Which events went where, what was answered, and what was given up. Ids and names of events, never what they say. */
export function deliveryRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/deliveries', kit.can('webhook.read'), async (c) => {
    const { platform } = fromRequest(c)
    const { state, cursor, ...unknown } = c.req.query()
    const [extra] = Object.keys(unknown)
    if (extra !== undefined) throw new OpenDpfError('invalid-request', { params: { what: extra } })
    if (state !== undefined && !states.some((known) => known === state))
      throw new OpenDpfError('invalid-request', { params: { what: 'state' } })
    const { scope } = c.var.actor
    const rows = await platform.pool.use(systemActor.scope, (session) =>
      session.query<{ event: string } & Record<string, unknown>>({
        text: `select d.event, o.name, o.at, d.target, d.state, d.attempts, d.answer, d.message,
                 case when d.state = 'waiting' then d.next_at end as "nextAt", d.ended_at as "endedAt"
               from system_delivery d join outbox o on o.id = d.event
               where ($1::text is null or o.county = $1) and ($2::text is null or d.state = $2) and ($3::text is null or d.event < $3)
               order by d.event desc, d.target limit $4`,
        values: [scope.level === 'all' ? null : scope.code.slice(0, 6), state ?? null, cursor ?? null, page],
      }),
    )
    // of one event to many receivers a page may show a part; the next page begins below it
    return c.json({ deliveries: rows, ...(rows.length === page ? { next: rows.at(-1)?.event } : {}) })
  })
  return routes.post('/deliveries/retry', kit.can('webhook.update'), kit.body(chosen), async (c) => {
    const { platform } = fromRequest(c)
    const { event, target } = c.req.valid('json')
    const { scope } = c.var.actor
    const changed = await platform.pool.transact(systemActor.scope, (session) =>
      session.query({
        text: `update system_delivery d set state = 'waiting', attempts = 0, next_at = $3, ended_at = null from outbox o
               where o.id = d.event and d.event = $1 and d.target = $2 and d.state = 'dead' and ($4::text is null or o.county = $4) returning d.event`,
        values: [
          event,
          target,
          platform.clock.now().toISOString(),
          scope.level === 'all' ? null : scope.code.slice(0, 6),
        ],
      }),
    )
    if (changed.length === 0) throw new OpenDpfError('not-found')
    return c.body(null, 204)
  }) as unknown as Hono<RouteEnv>
}
