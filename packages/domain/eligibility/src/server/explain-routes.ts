import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { explain } from '../asking/index.js'
import { schemeNamed } from '../asking/population.js'
import { bookOf } from '../contract/index.js'
import { mayRead } from './may-read.js'
import { invalid, readDay, readInstant, readQuery } from './query.js'
import { showExplanation } from './show.js'

/**
 * What somebody qualifies for and why: `GET /eligibility/explain?person&scheme&date&knownAt`; without a scheme, all of them at once. A household or
 * an organisation is asked about as `subject`, with the scheme that is for it.
 */
export function explainRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  app.get('/explain', can('scheme.explain'), async (c) => {
    const {
      person,
      subject = person,
      scheme,
      date,
      knownAt,
    } = readQuery(c, ['person', 'subject', 'scheme', 'date', 'knownAt'])
    if (!subject) throw invalid('person')
    if (person === undefined && scheme === undefined) throw invalid('scheme')
    const of = person === undefined && scheme !== undefined ? schemeNamed(c.var, scheme).of : 'persons.person'
    mayRead(c.var.actor.permissions, of)
    const explanations = await c.var.transaction((context) =>
      explain(context, subject, {
        of,
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
