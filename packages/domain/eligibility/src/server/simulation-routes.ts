import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { bookOf, eligibilityModule } from '../contract/index.js'
import { invalid, readDay, readQuery } from './query.js'
import { schemesWith, simulate } from './simulate.js'

/**
 * What a draft of a parameter would do: `GET /eligibility/simulation?parameter=<id>&date`, for each scheme that asks for it. Default day: the
 * first on which it would hold, or today if that is over.
 */
export function simulationRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  app.get('/simulation', can('scheme.simulate'), async (c) => {
    const { parameter, date } = readQuery(c, ['parameter', 'date'])
    if (!parameter) throw invalid('parameter')
    const simulations = await c.var.transaction(async (context) => {
      const row = await context.read.one(eligibilityModule.records.parameter, parameter)
      if (!row) throw new OpenDpfError('not-found')
      const isAhead = row.since > context.today
      const day = readDay(date, isAhead ? row.since : context.today)
      const results = []
      for (const scheme of schemesWith(context, row.name))
        results.push(await simulate(context, scheme, { date: day, supposing: [row] }))
      return results
    })
    return c.json({ simulations })
  })
  app.get('/schemes', can('scheme.explain'), (c) => {
    const schemes = [...bookOf(c.var.registry).schemes].map(([name, { title, basis, of, amount = null }]) => ({
      name,
      title,
      basis,
      of,
      amount,
    }))
    return c.json({ schemes })
  })
  return app
}
