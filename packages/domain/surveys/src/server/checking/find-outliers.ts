import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import type { Outlier, Outliers } from '../../contract/index.js'
import { requireSeen } from '../seen-campaign.js'

/** So many are told at once. What was looked at is checked or sent back and makes room for the next. */
const shown = 200

/**
 * The numbers of a campaign that stand out, in records that wait to be checked and that the reader may see. What is usual in a town is counted
 * from all its finished records, so checking one does not move the bounds for the next.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing
 */
export async function findOutliers(id: string, { db, read }: Pick<ModuleContext, 'db' | 'read'>): Promise<Outliers> {
  await requireSeen(id, { read })
  const { rows } = await sql<Outlier & { readonly count: number }>`
    with asked as (
      select a.id as assignment, coalesce(a.town, a.division) as place, q.value->>'code' as question, q.value->'text' as text,
        (q.value->'spread'->'town'->>'distances')::numeric as distances, (q.value->'spread'->'town'->>'fewest')::int as fewest,
        (q.value->'spread'->'before'->>'by')::numeric as by
      from surveys_assignment a cross join jsonb_array_elements(a.form->'questions') q
      where a.campaign = ${id} and q.value ? 'spread'
    ), answered as (
      select i.id, i.number, i.division, i.state, i.previous, s.*, (i.answers->>s.question)::numeric as value
      from surveys_interview i join asked s on s.assignment = i.assignment
      where i.campaign = ${id} and i.state in ('done', 'checked') and jsonb_typeof(i.answers->s.question) = 'number'
    ), usual as (
      select place, question, count(*) as answers, percentile_cont(0.25) within group (order by value)::numeric as lower,
        percentile_cont(0.75) within group (order by value)::numeric as upper
      from answered group by place, question
    ), judged as (
      select n.id, n.number, n.division, n.question, n.text, array_remove(array[
          case when u.answers >= n.fewest and n.value < u.lower - n.distances * greatest(u.upper - u.lower, 1) then 'low' end,
          case when u.answers >= n.fewest and n.value > u.upper + n.distances * greatest(u.upper - u.lower, 1) then 'high' end,
          case when jsonb_typeof(p.answers->n.question) = 'number'
            and abs(n.value - (p.answers->>n.question)::numeric) > n.by then 'before' end
        ], null) as reasons
      from answered n join usual u on u.place = n.place and u.question = n.question
        left join surveys_interview p on p.id = n.previous
      where n.state = 'done'
    )
    select id as interview, number, division, question, text, reasons, (count(*) over ())::int as count
    from judged where cardinality(reasons) > 0 order by division, number, question limit ${shown}`.execute(db)
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...outlier }) => outlier) }
}
