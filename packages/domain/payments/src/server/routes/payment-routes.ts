import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { nameKeySql } from '@opendpf/persons/names'
import type { Hono } from 'hono'
import { type AccountFinding, accountFindingsSchema, reissueSchema } from '../../contract/index.js'
import { reissue } from '../batch/reissue.js'

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
    const { person, account } = persons.records
    return c.json(
      await c.var.list(finding === 'missing' ? person : account, query, {
        among: { sql: foundBy[finding], parameters: [] },
      }),
    )
  })
  return routes
}

/** Written otherwise by more than variants of a character, spaces or dots: lines compare names the same way. */
const isOtherName = `${nameKeySql('a.holder_name')} <> ${nameKeySql('p.name')}`

/**
 * Ids by what is to be looked at; numbers are compared by their blind index alone. Whether the number is still the one that two approved is not
 * asked here, where nothing is opened: a line says so when its account is read.
 */
const foundBy: Readonly<Record<AccountFinding, string>> = {
  missing: `
    select l.person from payments_line l where l.state = 'pending' and not exists (
      select from persons_account a where a.person = l.person and a.is_default and a.closed_on is null
    )`,
  unapproved: `
    select a.id from persons_account a join persons_person p on p.id = a.person
    where a.closed_on is null and a.is_default and ${isOtherName} and not exists (
      select from payments_account_exception e where e.account = a.id and e.state = 'approved' and e.holder_name = a.holder_name
    )`,
  'other-name': `
    select a.id from persons_account a join persons_person p on p.id = a.person
    where a.closed_on is null and ${isOtherName}`,
  shared: `
    select a.id from persons_account a where a.closed_on is null and exists (
      select from persons_account b where b.number_key = a.number_key and b.person <> a.person and b.closed_on is null
    )`,
}
