import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { countPopulation, listPopulation } from '../asking/index.js'
import { schemeNamed } from '../asking/population.js'
import { type PopulationPart, type PopulationRow, populationParts } from '../contract/index.js'
import { mayRead } from './may-read.js'
import { nameMembers } from './name-members.js'
import { invalid, readDay, readInstant, readQuery } from './query.js'

const pageSize = 50

/**
 * Who qualifies: `GET /eligibility/population?scheme&date` counts by town, `GET /eligibility/population/rows?scheme&part&town&after` is the
 * list behind a count, a page at a time.
 */
export function populationRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  const list = can('scheme.list')
  app.get('/population', list, async (c) => {
    const { scheme, date, knownAt } = readQuery(c, ['scheme', 'date', 'knownAt'])
    if (!scheme) throw invalid('scheme')
    const answer = await c.var.transaction(async (context) => {
      mayRead(c.var.actor.permissions, schemeNamed(context, scheme).of)
      const asked = { date: readDay(date, context.today), ...readInstant(knownAt) }
      return { scheme, date: asked.date, towns: await countPopulation(context, scheme, asked) }
    })
    return c.json(answer)
  })
  app.get('/population/rows', list, async (c) => {
    const query = readQuery(c, ['scheme', 'date', 'knownAt', 'part', 'town', 'after'])
    const { scheme, part = 'yes' } = query
    if (!scheme) throw invalid('scheme')
    if (!(populationParts as readonly string[]).includes(part)) throw invalid('part')
    const answer = await c.var.transaction(async (context) => {
      const { of } = schemeNamed(context, scheme)
      mayRead(c.var.actor.permissions, of)
      const members = await listPopulation(context, scheme, {
        date: readDay(query.date, context.today),
        ...readInstant(query.knownAt),
        part: part as PopulationPart,
        town: query.town,
        after: query.after,
        limit: pageSize + 1,
      })
      const page = members.slice(0, pageSize)
      const rows: readonly PopulationRow[] = await nameMembers(context, of, page)
      return {
        rows,
        next: members.length > pageSize ? (page.at(-1)?.id ?? null) : null,
      }
    })
    return c.json(answer)
  })
  return app
}
