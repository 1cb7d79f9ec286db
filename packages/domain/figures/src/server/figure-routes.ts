import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { streamCsv, streamRows } from '@opendpf/sheets'
import type { Hono } from 'hono'
import { catalogueOf, dimensionsOf, permissionsOf } from '../contract/index.js'
import { keepFigure, readFigures, readTrend, refuseMistakes, tellFigure } from '../reading/index.js'
import { breakdownFileBody, freezeBody, listBody, queryBody, trendBody } from './asked-schema.js'
import { breakdownSheet } from './breakdown-file.js'
import { figureRows } from './figure-lists.js'
import { placeNames } from './place-names.js'

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/**
 * Figures: `GET /figures/indicators` says which there are, `POST /figures/query` tells many at once, `POST /figures/trend` one over its last
 * periods, `POST /figures/rows` opens the list behind one, `POST /figures/breakdown-file` writes one by a dimension as a file, and
 * `POST /figures/freeze` keeps one as it is told.
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
    const found = await c.var.snapshot(async (context) => {
      for (const one of asked) refuseMistakes(context, one)
      return readFigures(context, asked)
    })
    return c.json({ figures: found })
  })

  routes.post('/trend', kit.can('figure.read'), kit.body(trendBody), async (c) => {
    const points = await c.var.snapshot((context) => readTrend(context, c.req.valid('json')))
    return c.json({ points })
  })

  // sums and counts that whoever asks may see are no list of persons: they need no permission to export
  routes.post('/breakdown-file', kit.can('figure.read'), kit.body(breakdownFileBody), async (c) => {
    const { figure: asked, format } = c.req.valid('json')
    const sheet = await c.var.snapshot(async (context) => {
      refuseMistakes(context, asked)
      const [figure] = await readFigures(context, [asked])
      const places = await placeNames(context, asked)
      return figure && breakdownSheet({ context, asked, figure, places })
    })
    if (!sheet) throw new OpenDpfError('not-found')
    c.header('Content-Type', contentTypes[format])
    c.header('Content-Disposition', `attachment; filename="breakdown.${format}"`)
    return c.body(await bytesOf(format === 'csv' ? streamCsv(sheet) : streamRows(sheet)))
  })

  routes.post('/rows', kit.can('figure.read'), kit.body(listBody), async (c) => {
    const { figure, limit, cursor } = c.req.valid('json')
    const { record, query, ...listed } = await c.var.snapshot((context) => figureRows(context, figure))
    const asked = {
      ...query,
      ...(limit === undefined ? {} : { limit }),
      ...(cursor === undefined ? {} : { cursor }),
    }
    const page = await c.var.list(c.var.registry.record(record), asked, listed)
    return c.json({ record, ...page })
  })

  routes.post('/freeze', kit.can('figure.freeze'), kit.body(freezeBody), async (c) => {
    const { figure, purpose } = c.req.valid('json')
    const told = await c.var.snapshot((context) => tellFigure(context, figure))
    const id = await c.var.transaction((context) => keepFigure(context, told, purpose))
    return c.json({ id, value: told.value, unknownReason: told.unknownReason }, 201)
  })

  return routes
}

/** A breakdown is small: it is sent as a whole, so that one that fails is a problem and no broken file. */
async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}
