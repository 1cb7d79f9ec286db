import { type RowOf, scopeCondition, scopeOfDivision } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { type RawBuilder, sql } from 'kysely'
import { type DifferenceSort, listKindsOf, matching } from '../contract/index.js'

const { difference } = matching.records
type List = RowOf<typeof matching.records.list>

interface Found {
  readonly person: string
  readonly entry: string | null
  readonly status: string | null
  readonly day: string
}

/**
 * Finds a page of what a list and the register do not agree about and puts it down for somebody to decide. What was found before is not found
 * again: a run that was stopped goes on where it was.
 *
 * @returns how many differences were put down; fewer than a page when there are no more
 */
export async function comparePage(list: List, page: number, context: ModuleContext): Promise<number> {
  const rule = listKindsOf(context.registry).get(list.kind)?.rule
  let found = 0
  for (const [sort, query] of rule === undefined ? [] : queriesOf(list, rule)) {
    if (found === page) break
    const { rows } = await context.planFreely(() =>
      sql<Found>`
        select distinct on (f.person) f.person, f.entry, f.status, f.day::text as day from (${query}) f
        join persons_person p on p.id = f.person and p.is_deceased is not true
        where not exists (
          select from matching_difference d where d.list = ${list.id} and d.person = f.person and d.sort = ${sort})
        order by f.person, f.day limit ${page - found}`.execute(context.db),
    )
    await context.write.createMany(
      difference,
      rows.map((row) => ({ ...row, list: list.id, kind: list.kind, division: list.division, sort, state: 'open' })),
    )
    found += rows.length
  }
  return found
}

type Rule = NonNullable<ReturnType<ReturnType<typeof listKindsOf>['get']>>['rule']

/** The questions that a kind of list asks, by what differs. The living alone are compared. */
function queriesOf(list: List, rule: Rule): readonly (readonly [DifferenceSort, RawBuilder<unknown>])[] {
  if (rule.says === 'death') return [['deceased', meant(list)]]
  if (rule.says === 'listed') return [['listed', meant(list)]]
  if (rule.says === 'draws') return [['not-in-register', without(list, sql`eligibility_benefit`, rule.benefit)]]
  const inList = without(list, sql`persons_status`, rule.status)
  return [['not-in-register', inList], ...(list.isWhole ? ([['not-in-list', left(list, rule.status)]] as const) : [])]
}

/** Whom the rows of a list mean, with the day that the row, or else the list, gives. */
const meant = ({ id, asOf }: List) => sql`
  select e.person, e.id as entry, null::text as status, coalesce(e.since, ${asOf}::date) as day
  from matching_entry e where e.list = ${id} and e.state = 'matched'`

/** Whom a list means and of whom no period of such a kind is known that reaches its day. */
const without = (list: List, periods: RawBuilder<unknown>, kind: string) => sql`
  select m.person, m.entry, m.status, m.day from (${meant(list)}) m where not exists (
    select from ${periods} s where s.person = m.person and s.kind = ${kind}
      and (s.until is null or s.until >= ${list.asOf}::date))`

/** Who has the status on the day of the list in its area, and is not in it. */
function left({ id, asOf, division }: List, status: string): RawBuilder<unknown> {
  const area = scopeCondition(scopeOfDivision(division ?? ''))
  return sql`
    select s.person, null::text as entry, s.id as status, ${asOf}::date as day from persons_status s
    where s.kind = ${status} and s.since <= ${asOf}::date and (s.until is null or s.until > ${asOf}::date)
      and ${area ? sql`${sql.ref(`s.${area.column}`)} = ${area.value}` : sql`true`}
      and not exists (
        select from matching_entry e where e.list = ${id} and e.person = s.person and e.state = 'matched')`
}
