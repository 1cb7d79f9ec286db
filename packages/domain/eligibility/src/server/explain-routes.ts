import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { explain } from '../asking/index.js'
import { bookOf } from '../contract/index.js'
import { invalid, readDay, readInstant, readQuery } from './query.js'
import { showExplanation } from './show.js'

/** What somebody qualifies for and why: `GET /eligibility/explain?person&scheme&date&knownAt`; without a scheme, all of them at once. */
export function explainRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  app.get('/explain', can('scheme.explain'), async (c) => {
    const { person, scheme, date, knownAt } = readQuery(c, ['person', 'scheme', 'date', 'knownAt'])
    if (!person) throw invalid('person')
    // what is told of somebody is told to those who may read him
    if (!c.var.actor.permissions.has('persons:person.read'))
      throw new OpenDpfError('permission-denied', { params: { needed: 'persons:person.read' } })
    const explanations = await c.var.transaction((context) =>
      explain(context, person, {
        date: readDay(date, context.today),
        ...readInstant(knownAt),
        ...(scheme === undefined ? {} : { schemes: [scheme] }),
      }),
    )
    const book = bookOf(c.var.registry)
    return c.json({ explanations: explanations.map((one) => showExplanation(one, book)) })
  })
  return app
}
