import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import type { BalancesAnswer } from '../../contract/index.js'
import { readAsked } from './read-asked.js'
import { readBalances } from './read-balances.js'

/**
 * What the kit cannot derive: `GET /funds/balances?date=2026-06-30&fund=<id>&asOf=2026-07-01T00:00:00Z` tells income, spending and what is left of
 * each fund in sight at the end of a day. Without a day it is today, without an instant what is known now.
 */
export function balanceRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/balances', kit.can('fund.read'), async (c) => {
    const answer = await c.var.snapshot(async (context): Promise<BalancesAnswer> => {
      const asked = readAsked(c.req.queries(), { today: context.today, now: context.clock.now() })
      return { date: asked.date, asOf: asked.asOf ?? null, funds: await readBalances(context, asked) }
    })
    return c.json(answer)
  })
  return routes
}
