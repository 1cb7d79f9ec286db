import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import type { Platform } from '../../platform/platform.js'
import { type Services, servicesOf } from '../services.js'

/** The platform and its services, as a route of the module `system` finds them on its request. */
export function fromRequest(c: Context<RouteEnv>): { readonly platform: Platform; readonly services: Services } {
  const { platform } = c.var as unknown as { readonly platform: Platform }
  return { platform, services: servicesOf(platform) }
}

/** Stopping a job. */
export function jobRoutes(kit: RouteKit): Hono<RouteEnv> {
  return kit.router().post('/jobs/:id/cancel', kit.can('job.read'), async (c) => {
    await fromRequest(c).services.jobs.cancel(c.req.param('id'), c.var.actor, c.var.locale)
    return c.body(null, 204)
  })
}
