import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { checkRoutes } from './check-routes.js'
import { fileRoutes } from './file-routes.js'
import { progressRoutes } from './progress-routes.js'
import { schemeRoutes } from './scheme-routes.js'
import { splitRoutes } from './split-routes.js'

/** What the kit cannot derive of plans. */
export function planningRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  for (const part of [fileRoutes, checkRoutes, progressRoutes, splitRoutes, schemeRoutes]) routes.route('/', part(kit))
  return routes
}
