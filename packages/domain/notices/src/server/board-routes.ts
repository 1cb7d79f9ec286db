import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { BoardNotice } from '../contract/index.js'

const mostOnBoard = 500

/** The notice board: what is posted or waits to be, the soonest end first, with its lines and open objections counted: `GET /notices/board`. */
export function boardRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/board', kit.can('notice.read'), async (c) => {
    const notices = await c.var.transaction(
      async ({ db }) =>
        (
          await sql<BoardNotice>`
            select n.id, n.title, n.division, n.state, n.from_day as "fromDay", n.last_day as "lastDay", n.is_provisional as "isProvisional",
              n.hung_on as "hungOn",
              (select count(*)::int from notices_line l where l.notice = n.id and l.state in ('draft', 'posted', 'objected')) as lines,
              (select count(*)::int from notices_objection o where o.notice = n.id and o.state = 'open') as "openObjections"
            from notices_notice n where n.state in ('draft', 'posted') order by n.last_day, n.id limit ${mostOnBoard}`.execute(
            db,
          )
        ).rows,
    )
    return c.json({ notices })
  })
  return routes
}
