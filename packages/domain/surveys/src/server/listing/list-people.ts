import type { RowOf } from '@opendpf/kit'
import { scopeCondition, scopeOfDivision } from '@opendpf/kit'
import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { surveys } from '../../contract/index.js'
import { listVillages } from '../villages/list-villages.js'

const { campaign, questionnaire, assignment, interview } = surveys.records
type Campaign = RowOf<typeof campaign>
const payload = z.object({ id: z.string() })
/** How many are listed in one transaction. */
const page = 2000

/**
 * Draws the list of a campaign from the register, a part in each transaction, until everybody is on it. Told twice, it goes on where it was:
 * whoever is listed is not listed again.
 */
export const listPeople: EventHandler = async ({ payload: told, county }, context) => {
  const { read, write } = context
  const of = await read.one(campaign, payload.parse(told).id)
  if (of?.state !== 'listing') return
  const people = await nextPeople(of, context)
  if (people.length > 0) {
    const tasks = await tasksFor(of, new Set(people.map(({ division }) => division)), context)
    await write.createMany(
      interview,
      people.map(({ id, division }) => ({ assignment: tasks.get(division), person: id })),
    )
  }
  if (people.length === page) return write.emit('campaign.listing', { id: of.id }, county)
  const listed = await countTasks(of, context)
  await listVillages(of, context)
  await write.transition(campaign, { id: of.id, version: of.version, verb: 'listAll', values: { listed } })
}

interface Listed {
  readonly id: string
  readonly division: string
}

/** The next of the register who belong on the list and are not on it yet. */
async function nextPeople({ id, division, covers, unit }: Campaign, { db }: ModuleContext): Promise<readonly Listed[]> {
  const area = scopeCondition(scopeOfDivision(division))
  if (!area) throw new Error(`campaign ${id} has no area`)
  const isHead = sql`exists (select from persons_household h where h.head = p.id and h.ended_on is null)`
  const { rows } = await sql<Listed>`
    select p.id, p.division from persons_person p
    where ${sql.ref(`p.${area.column}`)} = ${area.value} and p.is_deceased is not true
      and ${covers === 'certified' && unit === 'person' ? sql`p.is_certified` : sql`true`}
      and ${unit === 'household' ? isHead : sql`true`}
      and ${unit === 'household' && covers === 'certified' ? hasCertified : sql`true`}
      and not exists (select from surveys_interview i where i.campaign = ${id} and i.person = p.id)
    order by p.division, p.id limit ${page}`.execute(db)
  return rows
}

const hasCertified = sql`exists (
  select from persons_household h where h.head = p.id and h.ended_on is null and h.certified_count > 0)`

/** The task of each village, made where there is none yet. */
async function tasksFor(
  of: Campaign,
  divisions: ReadonlySet<string>,
  { read, write }: ModuleContext,
): Promise<ReadonlyMap<string, string>> {
  const there = await read.many(assignment, { campaign: of.id, division: [...divisions] }, { limit: divisions.size })
  const tasks = new Map(there.map(({ division, id }) => [division, id]))
  const missing = [...divisions].filter((division) => !tasks.has(division))
  if (missing.length === 0) return tasks
  const form = (await read.one(questionnaire, of.questionnaire))?.content
  if (!form) throw new Error(`the questionnaire of campaign ${of.id} has no questions`)
  const { title, id, fromDay, untilDay } = of
  const made = await write.createMany(
    assignment,
    missing.map((division) => ({
      title,
      campaign: id,
      division,
      fromDay,
      dueOn: untilDay,
      form,
      listed: 0,
      isClosed: false,
    })),
  )
  for (const row of made) tasks.set(row.division, row.id)
  return tasks
}

/** Writes into each task how many are on its list, and answers how many there are in all. */
async function countTasks({ id }: Campaign, { db, write }: ModuleContext): Promise<number> {
  const { rows } = await sql<{ id: string; version: number; listed: number }>`
    select a.id, a.version, count(i.id)::int as listed from surveys_assignment a
    join surveys_interview i on i.assignment = a.id where a.campaign = ${id} group by a.id, a.version order by a.id`.execute(
    db,
  )
  await write.updateMany(
    assignment,
    rows.map(({ listed, ...row }) => ({ ...row, values: { listed } })),
  )
  return rows.reduce((sum, { listed }) => sum + listed, 0)
}
