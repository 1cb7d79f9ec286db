import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import {
  broughtSchema,
  collectedSchema,
  drawSchema,
  recheckSchema,
  surveys,
  villageCollectedSchema,
} from '../contract/index.js'
import { findOutliers } from './checking/find-outliers.js'
import { collect, readCollecting } from './collecting/collect.js'
import { readProgress } from './collecting/progress.js'
import { askAgain, readAgreement, readRechecking } from './rechecking/ask-again.js'
import { drawSample } from './rechecking/draw-sample.js'
import { bringAnswers } from './sheet/bring-answers.js'
import { writeAnswers } from './sheet/write-answers.js'
import { askVillage, readVillage } from './villages/ask-village.js'
import { sumUpVillages } from './villages/sum-up-villages.js'

const { interview, recheck } = surveys.records

/**
 * `GET` and `POST /surveys/interviews/:id/collecting` read and write what is collected of one person; `GET /surveys/campaigns/:id/progress`
 * says how far the villages are. `POST /surveys/campaigns/:id/sample` draws records to be asked again, `GET /surveys/rechecks/:id/questions` and
 * `POST /surveys/rechecks/:id/answers` ask them, `GET /surveys/campaigns/:id/agreement` says how often answers were alike.
 * `GET /surveys/campaigns/:id/outliers` says which numbers to look at before they are checked.
 * `GET` and `POST /surveys/campaigns/:id/answers` take the answers along as a workbook and bring them back.
 * `GET` and `POST /surveys/villages/:id/collecting` read and write what a village tells of itself; `GET /surveys/campaigns/:id/villages` says
 * what all of them told.
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
  routes.post('/campaigns/:id/sample', kit.can('recheck.draw'), kit.body(drawSchema), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.transaction((context) => drawSample(c.req.param('id'), asked, context)))
  })
  routes.get('/campaigns/:id/agreement', kit.can('recheck.read'), async (c) =>
    c.json({ questions: await c.var.snapshot((context) => readAgreement(c.req.param('id'), context)) }),
  )
  routes.get('/campaigns/:id/outliers', kit.can('interview.check'), async (c) =>
    c.json(await c.var.snapshot((context) => findOutliers(c.req.param('id'), context))),
  )
  routes.get('/rechecks/:id/questions', kit.can('recheck.ask'), async (c) => {
    const id = c.req.param('id')
    const { answer, among } = await c.var.snapshot(async (context) => ({
      answer: await readRechecking(id, context),
      among: sql`select ${id}::text as id`.compile(context.db),
    }))
    await c.var.list(recheck, { filters: {} }, { among })
    return c.json(answer)
  })
  routes.post('/rechecks/:id/answers', kit.can('recheck.ask'), kit.body(recheckSchema), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.transaction((context) => askAgain(c.req.param('id'), asked, context)))
  })
  routes.get('/campaigns/:id/answers', kit.can('interview.export'), async (c) => {
    const id = c.req.param('id')
    const bytes = await c.var.snapshot((context) => writeAnswers(id, context))
    // the answers of a whole campaign leave the platform: the access log has it
    await c.var.list(interview, { filters: { campaign: { any: [id] } } })
    c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    c.header('Content-Disposition', 'attachment; filename="answers.xlsx"')
    return c.body(bytes)
  })
  routes.post('/campaigns/:id/answers', kit.can('interview.collect'), kit.body(broughtSchema), async (c) => {
    const sent = c.req.valid('json')
    return c.json(await c.var.transaction((context) => bringAnswers(c.req.param('id'), sent, context)))
  })
  routes.get('/villages/:id/collecting', kit.can('village.collect'), async (c) =>
    c.json(await c.var.snapshot((context) => readVillage(c.req.param('id'), context))),
  )
  routes.post('/villages/:id/collecting', kit.can('village.collect'), kit.body(villageCollectedSchema), async (c) => {
    const collected = c.req.valid('json')
    return c.json(await c.var.transaction((context) => askVillage(c.req.param('id'), collected, context)))
  })
  routes.get('/campaigns/:id/villages', kit.can('village.read'), async (c) =>
    c.json(await c.var.snapshot((context) => sumUpVillages(c.req.param('id'), context))),
  )
  return routes
}
