import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { isIsoDate } from '@opendpf/standards'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { organisations, type PostKind, postKinds, ruleFor } from '../contract/index.js'

const { holder, post, staffingRule } = organisations.records

interface Filled {
  readonly division: string
  readonly holders: number
  readonly filled: number
}

/**
 * How many people hold a kind of post in each town and village, and how many the rules ask for: `GET /organisations/staffing?kind=
 * commissioner&on=2026-06-30`. A division of which no rule speaks has no `seats`.
 */
export function staffingRoutes(app: Hono<RouteEnv>, { can }: RouteKit): Hono<RouteEnv> {
  return app.get('/staffing', can('staffingRule.read'), async (c) => {
    const kind = readKind(c.req.query('kind'))
    const answer = await c.var.transaction(async ({ db, read, today }) => {
      const on = c.req.query('on') ?? today
      if (!isIsoDate(on)) throw new OpenDpfError('invalid-request', { params: { what: 'on' } })
      const rules = await read.many(staffingRule, { kind })
      const { rows } = await sql<Filled>`
        with certified as (select division, count(*)::int as holders from ${sql.table(persons.records.person.table)} where is_certified group by division),
          places as (select division, holders from certified
            union all select substr(division, 1, 9) || '000', sum(holders)::int from certified group by 1),
          held as (select p.division, count(*)::int as filled from ${sql.table(holder.table)} h join ${sql.table(post.table)} p on p.id = h.post
            where p.kind = ${kind} and h.since <= ${on}::date and (h.until is null or h.until >= ${on}::date) group by p.division)
        select coalesce(places.division, held.division) as division, coalesce(places.holders, 0) as holders, coalesce(held.filled, 0) as filled
        from places full join held on held.division = places.division order by 1`.execute(db)
      return rows.map((row) => {
        const rule = ruleFor(rules, { kind, division: row.division, holders: row.holders, on })
        return {
          ...row,
          seats: rule?.seats ?? null,
          allowance: rule?.allowance ?? null,
          document: rule?.document ?? null,
        }
      })
    })
    return c.json({ divisions: answer })
  }) as unknown as Hono<RouteEnv>
}

function readKind(text: string | undefined): PostKind {
  const kind = postKinds.find((known) => known === text)
  if (kind === undefined) throw new OpenDpfError('invalid-request', { params: { what: 'kind' } })
  return kind
}
