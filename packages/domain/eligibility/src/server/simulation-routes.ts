import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { schemeNamed } from '../asking/population.js'
import { bookOf, eligibilityModule, type SimulatedPart, type SimulatedRow, simulatedParts } from '../contract/index.js'
import { mayRead } from './may-read.js'
import { nameMembers } from './name-members.js'
import { invalid, readDay, readQuery } from './query.js'
import { type Change, listSimulated, schemesWith, simulate } from './simulate.js'

const pageSize = 50

/**
 * What a draft of a parameter would do: `GET /eligibility/simulation?parameter=<id>&date`, for each scheme that asks for it. Default day: the
 * first on which it would hold, or today if that is over. `GET /eligibility/simulation/rows?parameter&scheme&part&town&after` is the list of
 * who would enter or leave, a page at a time.
 */
export function simulationRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  app.get('/simulation', can('scheme.simulate'), async (c) => {
    const { parameter, date } = readQuery(c, ['parameter', 'date'])
    if (!parameter) throw invalid('parameter')
    const simulations = await c.var.transaction(async (context) => {
      const { name, change } = await changeBy(context, parameter, date)
      const results = []
      for (const scheme of schemesWith(context, name)) results.push(await simulate(context, scheme, change))
      return results
    })
    return c.json({ simulations })
  })
  app.get('/simulation/rows', can('scheme.simulate'), async (c) => {
    const query = readQuery(c, ['parameter', 'scheme', 'part', 'town', 'after', 'date'])
    const { parameter, scheme, part = 'enter', date } = query
    if (!parameter) throw invalid('parameter')
    if (!scheme) throw invalid('scheme')
    if (!isPart(part)) throw invalid('part')
    const answer = await c.var.transaction(async (context) => {
      const { of } = schemeNamed(context, scheme)
      mayRead(c.var.actor.permissions, of)
      const { change } = await changeBy(context, parameter, date)
      const { town, after } = query
      const members = await listSimulated(context, scheme, { ...change, part, town, after, limit: pageSize + 1 })
      const page = members.slice(0, pageSize)
      const rows: readonly SimulatedRow[] = await nameMembers(context, of, page)
      return { rows, next: members.length > pageSize ? (page.at(-1)?.id ?? null) : null }
    })
    return c.json(answer)
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

const isPart = (part: string): part is SimulatedPart => (simulatedParts as readonly string[]).includes(part)

/** What a row of a parameter would change, and its parameter's name. */
async function changeBy(
  { read, today }: Pick<ModuleContext, 'read' | 'today'>,
  id: string,
  date: string | undefined,
): Promise<{ readonly name: string; readonly change: Change }> {
  const row = await read.one(eligibilityModule.records.parameter, id)
  if (!row) throw new OpenDpfError('not-found')
  return {
    name: row.name,
    change: { date: readDay(date, row.since > today ? row.since : today), supposing: [row] },
  }
}
