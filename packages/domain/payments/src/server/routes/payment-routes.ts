import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import type { Hono } from 'hono'
import { accountFindingsSchema, reissueSchema } from '../../contract/index.js'
import { reissue } from '../batch/reissue.js'

/**
 * What the kit cannot derive. `POST /payments/reissues` pays returned lines of a batch anew, in a batch that is prepared like any other;
 * `POST /payments/account-findings` lists accounts that money should not go to unseen.
 */
export function paymentRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.post('/reissues', kit.can('batch.reissue'), kit.body(reissueSchema), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.transaction(async (context) => ({ batch: await reissue(asked, context) })))
  })
  routes.post('/account-findings', kit.can('line.read'), kit.body(accountFindingsSchema), async (c) => {
    const { finding, limit, cursor } = c.req.valid('json')
    const query = {
      filters: {},
      ...(limit === undefined ? {} : { limit }),
      ...(cursor === undefined ? {} : { cursor }),
    }
    return c.json(
      await c.var.list(persons.records.account, query, { among: { sql: accountsBy[finding], parameters: [] } }),
    )
  })
  return routes
}

/** Ids of accounts by what is to be looked at; numbers are compared by their blind index alone. */
const accountsBy = {
  shared: `
    select a.id from persons_account a where a.closed_on is null and exists (
      select from persons_account b where b.number_key = a.number_key and b.person <> a.person and b.closed_on is null
    )`,
  'other-name': `
    select a.id from persons_account a join persons_person p on p.id = a.person
    where a.closed_on is null and a.holder_name <> p.name`,
} as const
