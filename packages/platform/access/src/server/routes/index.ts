import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { keyRoutes } from './key-routes.js'
import { logRoutes } from './log-routes.js'
import { roleRoutes } from './role-routes.js'
import { userRoutes } from './user-routes.js'

/** What the kit cannot derive, below `/api/v1/access`. */
export function routes(kit: RouteKit): Hono<RouteEnv> {
  return kit
    .router()
    .route('/', userRoutes(kit))
    .route('/', keyRoutes(kit))
    .route('/', roleRoutes(kit))
    .route('/', logRoutes(kit))
}
