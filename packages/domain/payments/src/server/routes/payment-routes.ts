import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { accountFindingsSchema, reissueSchema } from '../../contract/index.js'
import { reissue } from '../batch/reissue.js'
import { findingOf } from './findings.js'

/**
 * What the kit cannot derive. `POST /payments/reissues` pays returned lines of a batch anew, in a batch that is prepared like any other;
 * `POST /payments/account-findings` lists what to look into about accounts before money goes there.
 */
export function paymentRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.post('/reissues', kit.can('batch.reissue'), kit.body(reissueSchema), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.transaction(async (context) => ({ batch: await reissue(asked, context) })))
  })
  routes.post('/account-findings', kit.can('line.read'), kit.body(accountFindingsSchema), async (c) => {
    const { finding, within, limit, cursor } = c.req.valid('json')
    const query = {
      filters: {},
      ...(within === undefined ? {} : { within }),
      ...(limit === undefined ? {} : { limit }),
      ...(cursor === undefined ? {} : { cursor }),
    }
    const { record, sql } = findingOf(finding, c.var.provided)
    return c.json(await c.var.list(record, query, { among: { sql, parameters: [] } }))
  })
  return routes
}
