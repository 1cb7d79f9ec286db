import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { choicesOf, surveys, type VillageCount, type VillageSummary } from '../../contract/index.js'
import { requireSeen } from '../seen-campaign.js'

const { village } = surveys.records

/**
 * What the villages of a campaign told, of those that the reader may see: how many chose each answer, and what numbers come to together. Words
 * and photos are read in the records.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing
 */
export async function sumUpVillages(
  id: string,
  { db, read }: Pick<ModuleContext, 'db' | 'read'>,
): Promise<VillageSummary> {
  const [any] = await read.many(village, { campaign: id }, { limit: 1 })
  if (!any) {
    await requireSeen(id, { read })
    return { form: null, states: {}, counts: [] }
  }
  const states = await sql<{ state: string; villages: number }>`
    select state, count(*)::int as villages from surveys_village where campaign = ${id} group by state order by state`.execute(
    db,
  )
  const { questions } = any.form
  const chosen = questions.filter((question) => choicesOf(question) !== undefined).map(({ code }) => code)
  const numbers = questions.filter(({ kind }) => kind === 'number').map(({ code }) => code)
  const counts = await sql<VillageCount>`
    with said as (
      select a.key as question, a.value from surveys_village v cross join jsonb_each(v.answers) a
      where v.campaign = ${id} and v.state in ('done', 'checked') and a.key = any(${[...chosen, ...numbers]}::text[])
    ), choice as (
      select question, jsonb_array_elements_text(value) as choice from said where jsonb_typeof(value) = 'array'
      union all select question, value #>> '{}' from said where jsonb_typeof(value) = 'string'
    )
    select question, choice, count(*)::int as villages, null::float8 as total from choice group by question, choice
    union all
    select question, null, count(*)::int, sum((value #>> '{}')::numeric)::float8 from said
      where jsonb_typeof(value) = 'number' group by question
    order by question, choice`.execute(db)
  return {
    form: any.form,
    states: Object.fromEntries(states.rows.map(({ state, villages }) => [state, villages])),
    counts: counts.rows,
  }
}
