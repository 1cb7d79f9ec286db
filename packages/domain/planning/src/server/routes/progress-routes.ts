import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { readProgress } from '../../reading/index.js'
import { refuseParams } from './refuse-params.js'

/** How a plan stands: `GET /planning/plans/{id}/progress`. */
export function progressRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/plans/:id/progress', kit.can('plan.read'), async (c) => {
    refuseParams(c.req.url)
    const answer = await c.var.snapshot((context) => readProgress(context, c.req.param('id')))
    if (!answer) throw new OpenDpfError('not-found')
    return c.json(answer)
  })
  return routes
}
