import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { fromRequest } from './from-request.js'

/** Stopping a job. */
export function jobRoutes(kit: RouteKit): Hono<RouteEnv> {
  return kit.router().post('/jobs/:id/cancel', kit.can('job.read'), async (c) => {
    await fromRequest(c).services.jobs.cancel(c.req.param('id'), c.var.actor, c.var.locale)
    return c.body(null, 204)
  })
}
