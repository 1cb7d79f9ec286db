import { countPopulations } from '@opendpf/eligibility/asking'
import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { ChangeCount, CycleSummary, DifferenceCount, Gap } from '../contract/index.js'
import { programmes, programmesOf } from '../contract/index.js'
import { offerStandings } from './offer-standing.js'

const { cycle } = programmes.records

/**
 * `GET /programmes/cycle-summaries/<cycle>` counts the differences and changes of a cycle; `GET /programmes/gaps` tells of each programme who
 * qualifies and does not receive, and who receives and does not qualify, and of each that is switched on this year its quota and its money; the lists
 * behind are those of eligibility.
 */
export function programmeRoutes({ router, can }: RouteKit): Hono<RouteEnv> {
  const app = router()
  app.get('/cycle-summaries/:id', can('cycle.read'), async (c) => {
    const id = c.req.param('id')
    const summary = await c.var.transaction(async (context): Promise<CycleSummary> => {
      if (!(await context.read.one(cycle, id))) throw new OpenDpfError('not-found')
      return summarise(context, id)
    })
    return c.json(summary)
  })
  app.get('/gaps', can('gap.list'), async (c) => {
    const answer = await c.var.transaction(async (context) => ({
      gaps: await gapsOf(context),
      offers: await offerStandings(context),
    }))
    return c.json(answer)
  })
  return app
}

async function summarise({ db }: ModuleContext, id: string): Promise<CycleSummary> {
  const { rows: differences } = await sql<DifferenceCount>`
    select kind, state, count(*)::int as count from programmes_difference where cycle = ${id} and state <> 'gone'
    group by kind, state order by kind, state`.execute(db)
  const { rows } = await sql<Omit<ChangeCount, 'amount'> & { readonly amount: string }>`
    select change, standing, count(*)::int as count, sum(amount)::text as amount from programmes_member where cycle = ${id}
    group by change, standing order by change, standing`.execute(db)
  return { differences, changes: rows.map((row) => ({ ...row, amount: Number(row.amount) })) }
}

/** The gaps of every programme that is paid again and again; what is paid once leaves none: it is asked for when there is need. */
async function gapsOf(context: ModuleContext): Promise<readonly Gap[]> {
  const repeated = [...programmesOf(context.registry).values()].filter(({ cycle: kind }) => kind !== 'once')
  const schemes = repeated.map(({ scheme }) => scheme)
  const counted = await countPopulations(context, schemes, { date: context.today })
  return repeated.map(({ name, scheme }) => {
    const sum = (part: 'yes' | 'missing' | 'surplus' | 'doubtful') =>
      (counted.get(scheme) ?? []).reduce((total, town) => total + town[part], 0)
    return {
      programme: name,
      scheme,
      qualifying: sum('yes'),
      missing: sum('missing'),
      surplus: sum('surplus'),
      doubtful: sum('doubtful'),
    }
  })
}
