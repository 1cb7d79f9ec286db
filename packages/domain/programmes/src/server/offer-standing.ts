import { funds } from '@opendpf/funds'
import { isScopeWithin, scopeOfDivision } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type OfferStanding, programmes } from '../contract/index.js'
import { liesIn } from './cycle/place.js'

const { offer } = programmes.records
const { budgetLine } = funds.records

/**
 * The programmes that are switched on for this year around whoever asks, with how many receive, how many may, and what is left of the money. Budget
 * lines are told to those who may read them.
 */
export async function offerStandings(context: ModuleContext): Promise<readonly OfferStanding[]> {
  const { read, actor, today } = context
  const year = Number(today.slice(0, 4))
  const open = (await read.many(offer, { year, state: 'open' })).filter(({ region }) => {
    const place = scopeOfDivision(region)
    return isScopeWithin(place, actor.scope) || isScopeWithin(actor.scope, place)
  })
  if (open.length === 0) return []
  const lines = await budgetsOf(open, context)
  const counts = await recipientsOf(open, year, context)
  return open
    .map(({ id, programme, region, quota, budgetLine: line }) => ({
      id,
      programme,
      region,
      quota,
      recipients: counts.get(id) ?? 0,
      budget: (line === null ? undefined : lines.get(line)) ?? null,
    }))
    .toSorted((one, other) => one.programme.localeCompare(other.programme) || one.region.localeCompare(other.region))
}

type Offer = Pick<OfferStanding, 'id' | 'programme' | 'region'> & { readonly budgetLine: string | null }

async function budgetsOf(offers: readonly Offer[], { read, actor }: ModuleContext) {
  if (!actor.permissions.has('funds:budgetLine.read')) return new Map<string, OfferStanding['budget']>()
  const ids = [...new Set(offers.flatMap((one) => one.budgetLine ?? []))]
  const rows = ids.length === 0 ? [] : await read.many(budgetLine, { id: ids })
  return new Map(rows.map(({ id, amount, reserved, spent }) => [id, { amount, reserved, spent }] as const))
}

async function recipientsOf(offers: readonly Offer[], year: number, { db }: ModuleContext) {
  const counting = offers.map(
    ({ id, programme, region }) => sql`
      select ${id}::text as offer, count(*)::int as count from programmes_enrolment e
      where e.programme = ${programme} and ${liesIn(region, 'e')} and e.from_month <= ${`${year}-12`}
        and (e.last_month is null or e.last_month >= greatest(${`${year}-01`}, e.from_month))`,
  )
  const { rows } = await sql<{ offer: string; count: number }>`${sql.join(counting, sql` union all `)}`.execute(db)
  return new Map(rows.map((row) => [row.offer, row.count]))
}
