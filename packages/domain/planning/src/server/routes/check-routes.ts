import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import type { Hono } from 'hono'
import { type CheckedPlan, checkPlan, findingMessages } from '../../contract/index.js'
import { indicatorFacts } from '../indicators.js'
import { factsOf, readPlan } from '../read-plan.js'
import { refuseParams } from './refuse-params.js'

/** What does not fit in a plan, in words: `GET /planning/plans/{id}/findings`. */
export function checkRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/plans/:id/findings', kit.can('plan.read'), async (c) => {
    refuseParams(c.req.url)
    const { locale, registry } = c.var
    const whole = await readPlan(c.var, c.req.param('id'))
    if (!whole) throw new OpenDpfError('not-found')
    const ids = new Map(whole.items.map(({ number, id, title }) => [number, { id, title }]))
    const findings = checkPlan(factsOf(whole, indicatorFacts(registry, locale))).map((one) => ({
      ...one,
      itemId: ids.get(one.item)?.id ?? '',
      title: ids.get(one.item)?.title ?? '',
      message: messageOf(findingMessages, locale, one.code, one.params),
    }))
    return c.json({ findings } satisfies CheckedPlan)
  })
  return routes
}
