import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { readSchedules } from '../../jobs/schedules.js'
import { fromRequest } from './from-request.js'

/** Stopping a job, and when jobs run by themselves. */
export function jobRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/schedules', kit.can('job.cancel'), async (c) =>
    c.json({ schedules: await readSchedules(fromRequest(c).platform, c.var.locale) }),
  )
  return routes.post('/jobs/:id/cancel', kit.can('job.read'), async (c) => {
    await fromRequest(c).services.jobs.cancel(c.req.param('id'), c.var.actor, c.var.locale)
    return c.body(null, 204)
  })
}
