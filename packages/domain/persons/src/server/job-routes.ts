import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'

/** Starting the module's long pieces of work; each answers the job's id. */
export function jobRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  app.post('/households/refresh', can('household.arrange'), async (c) =>
    c.json({ job: await c.var.queue('persons.refreshHouseholds', {}) }, 202),
  )
  app.post('/duplicates/scan', can('duplicate.decide'), async (c) =>
    c.json({ job: await c.var.queue('persons.findDuplicates', {}) }, 202),
  )
  return app
}
