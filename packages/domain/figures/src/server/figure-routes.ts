import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { catalogueOf, permissionsOf } from '../contract/index.js'
import { dimensionsOf, freezeFigure, listedRows, listQuestion, readFigures, refuseMistakes } from '../reading/index.js'
import { freezeBody, listBody, queryBody } from './asked-schema.js'

/**
 * Figures: `GET /figures/indicators` says which there are, `POST /figures/query` tells many at once, `POST /figures/rows` opens the list behind
 * one, `POST /figures/freeze` keeps one as it is told.
 */
export function figureRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()

  routes.get('/indicators', kit.can('figure.read'), (c) => {
    const { actor, locale, registry } = c.var
    const catalogue = catalogueOf(registry)
    const mine = [...catalogue].filter(([, one]) =>
      permissionsOf(catalogue, one).every((needed) => actor.permissions.has(needed)),
    )
    return c.json({
      indicators: mine.map(([name, one]) => ({
        name,
        title: one.title[locale],
        counts: one.counts[locale],
        dateMeans: one.dateMeans[locale],
        unit: one.unit,
        reading: one.reading,
        kind: one.kind,
        version: one.version,
        dimensions: dimensionsOf(catalogue, one),
        ...(one.reading === 'ratio' ? { of: one.of[locale], part: one.part, whole: one.whole } : {}),
      })),
    })
  })

  routes.post('/query', kit.can('figure.read'), kit.body(queryBody), async (c) => {
    const asked = c.req.valid('json').figures
    const found = await c.var.transaction(async (context) => {
      for (const one of asked) refuseMistakes(context, one)
      return readFigures(context, asked)
    })
    return c.json({ figures: found })
  })

  routes.post('/rows', kit.can('figure.read'), kit.body(listBody), async (c) => {
    const { figure, limit, cursor } = c.req.valid('json')
    const { among, lists } = await c.var.transaction(async (context) => {
      const question = listQuestion(context, figure)
      const { sql, parameters } = listedRows(context, question)
      return { among: { sql, parameters }, lists: question.indicator.lists }
    })
    const query = {
      filters: {},
      ...(limit === undefined ? {} : { limit }),
      ...(cursor === undefined ? {} : { cursor }),
    }
    const page = await c.var.list(c.var.registry.record(lists), query, { among, asOf: figure.asOf })
    return c.json({ record: lists, ...page })
  })

  routes.post('/freeze', kit.can('figure.freeze'), kit.body(freezeBody), async (c) => {
    const { figure, purpose } = c.req.valid('json')
    return c.json(await c.var.transaction((context) => freezeFigure(context, figure, purpose)), 201)
  })

  return routes
}
