import type { RowOf } from '@opendpf/kit'
import { scopeCondition, scopeOfDivision } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { surveys } from '../../contract/index.js'

const { campaign, questionnaire, village } = surveys.records

/**
 * Makes a record for every village of the area of a campaign that asks villages about themselves: all that there are on its first day, whether
 * anybody lives there who is on the list or not. Called twice, it adds what is missing.
 */
export async function listVillages(
  { id, title, division, fromDay, untilDay, villageQuestionnaire }: RowOf<typeof campaign>,
  { db, read, write }: ModuleContext,
): Promise<void> {
  if (villageQuestionnaire === null) return
  const form = (await read.one(questionnaire, villageQuestionnaire))?.content
  const area = scopeCondition(scopeOfDivision(division))
  if (!form || !area) throw new Error(`campaign ${id} has no questions for villages, or no area`)
  const { rows } = await sql<{ code: string }>`
    select d.code from system_division d
    where d.level = 'village' and starts_with(d.code, ${area.value})
      and (d.valid_from is null or d.valid_from <= ${fromDay}::date) and (d.valid_to is null or d.valid_to > ${fromDay}::date)
      and not exists (select from surveys_village v where v.campaign = ${id} and v.division = d.code)
    order by d.code`.execute(db)
  await write.createMany(
    village,
    rows.map(({ code }) => ({
      title,
      campaign: id,
      division: code,
      fromDay,
      dueOn: untilDay,
      form,
      isClosed: false,
    })),
  )
}
