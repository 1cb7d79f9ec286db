import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { collectedSchema, surveys } from '../contract/index.js'
import { collect, readCollecting } from './collecting/collect.js'
import { readProgress } from './collecting/progress.js'

const { interview } = surveys.records

/**
 * `GET` and `POST /surveys/interviews/:id/collecting` read and write what is collected of one person; `GET /surveys/campaigns/:id/progress`
 * says how far the villages are.
 */
export function surveyRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/interviews/:id/collecting', kit.can('interview.collect'), async (c) => {
    const id = c.req.param('id')
    const { answer, among } = await c.var.snapshot(async (context) => ({
      answer: await readCollecting(id, context),
      among: sql`select ${id}::text as id`.compile(context.db),
    }))
    // answers come unmasked to whoever collects: the access log has it
    await c.var.list(interview, { filters: {} }, { among })
    return c.json(answer)
  })
  routes.post('/interviews/:id/collecting', kit.can('interview.collect'), kit.body(collectedSchema), async (c) => {
    const collected = c.req.valid('json')
    return c.json(await c.var.transaction((context) => collect(c.req.param('id'), collected, context)))
  })
  routes.get('/campaigns/:id/progress', kit.can('interview.read'), async (c) =>
    c.json({ places: await c.var.transaction((context) => readProgress(c.req.param('id'), context)) }),
  )
  return routes
}
