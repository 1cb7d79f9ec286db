import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type PlaceProgress, surveys } from '../../contract/index.js'

const { campaign: campaigns } = surveys.records

/**
 * How far a campaign is, village by village, of those that the reader may see. Finished records count by how the person was met. A village sees
 * its own task though not the campaign of the county.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing
 */
export async function readProgress(
  campaign: string,
  { db, read, today }: ModuleContext,
): Promise<readonly PlaceProgress[]> {
  const { rows } = await sql<PlaceProgress>`
    with counted as (
      select assignment, count(*)::int as listed,
        (count(*) filter (where state = 'to-do'))::int as to_do, (count(*) filter (where state = 'working'))::int as working,
        (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state = 'checked'))::int as checked,
        (count(*) filter (where state = 'returned'))::int as returned
      from surveys_interview where campaign = ${campaign} group by assignment
    ), met as (
      select assignment, jsonb_object_agg(contact, times) as modes from (
        select assignment, contact, count(*)::int as times from surveys_interview
        where campaign = ${campaign} and state in ('done', 'checked') group by assignment, contact
      ) as each_mode group by assignment
    )
    select a.division, a.town, a.commissioner, a.due_on::text as "dueOn", c.listed, c.to_do as "toDo", c.working, c.done, c.checked,
      c.returned, coalesce(m.modes, '{}') as modes,
      not a.is_closed and a.due_on < ${today}::date and c.to_do + c.working + c.returned > 0 as "isOverdue"
    from surveys_assignment a join counted c on c.assignment = a.id left join met m on m.assignment = a.id
    where a.campaign = ${campaign} order by a.division`.execute(db)
  if (rows.length === 0 && !(await read.one(campaigns, campaign))) throw new OpenDpfError('not-found')
  return rows
}
