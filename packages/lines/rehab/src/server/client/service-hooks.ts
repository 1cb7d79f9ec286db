import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { kindOfItem, rehab } from '../../contract/index.js'
import { meetNeeds, refuseUnneeded } from '../shared/answer-needs.js'
import { shareCost } from '../shared/share-cost.js'

const { service } = rehab.records
type ServiceDraft = Draft<typeof service>

/** A service answers an open need of its person, and closes it when it says so. */
export const serviceHooks: RecordHooks<typeof service> = {
  prepare(draft, { today }) {
    const { values, refuse } = draft
    values.kind = kindOfItem(values.item)
    if (values.servedOn > today) refuse('servedOn', 'service.problem.future')
    if (values.setting === 'institution' && values.institution === null)
      refuse('institution', 'service.problem.institution')
    shareCost(draft, 'service')
  },
  async check(drafts, context) {
    await refuseUnneeded(drafts, ({ values }) => ({ person: values.person, on: values.servedOn }), 'service', context)
    await refuseOtherPlans(drafts, context)
    await fillIn(drafts, context)
  },
  after: (changes, context) =>
    meetNeeds(
      changes.flatMap(({ before, row }) =>
        row?.meetsNeed && !before?.meetsNeed ? [{ need: row.need, on: row.servedOn }] : [],
      ),
      context,
    ),
}

/** What was planned for one client is done for him. */
async function refuseOtherPlans(drafts: readonly ServiceDraft[], { db }: ModuleContext): Promise<void> {
  const planned = drafts.filter(({ action, values }) => action === 'create' && values.planItem !== null)
  if (planned.length === 0) return
  const { rows } = await sql<{ readonly id: string; readonly person: string }>`
    select i.id, f.person from rehab_plan_item i join rehab_plan p on p.id = i.plan join rehab_file f on f.id = p.file
    where i.id = any(${planned.map(({ values }) => values.planItem)}::text[])`.execute(db)
  const clients = new Map(rows.map(({ id, person }) => [id, person]))
  for (const { values, refuse } of planned)
    if (clients.get(values.planItem ?? '') !== values.person) refuse('planItem', 'service.problem.planOther')
}

/** Keeps for what he was served and whether near, as it was on the day of the entry. */
async function fillIn(drafts: readonly ServiceDraft[], { read }: ModuleContext): Promise<void> {
  const entered = drafts.filter(({ action }) => action === 'create' || action === 'update')
  const people = new Map(
    (await read.many(persons.records.person, { id: unique(entered.map(({ values }) => values.person)) })).map((row) => [
      row.id,
      row,
    ]),
  )
  const institutions = unique(entered.flatMap(({ values }) => values.institution ?? []))
  const places = new Map(
    (await read.many(organisations.records.organisation, { id: institutions })).map(({ id, town }) => [id, town]),
  )
  for (const { action, values, warn } of entered) {
    const person = people.get(values.person)
    const ofItem = values.item.charAt(0)
    const category = person?.disabilityCategory ?? null
    if (action === 'create') {
      values.category = category ?? (ofItem === '0' ? null : ofItem)
      if (category !== null && category !== several && ofItem !== '0' && ofItem !== category)
        warn('item', 'service.problem.otherCategory')
    }
    const home = person?.residenceDivision?.slice(0, 9) ?? person?.town
    values.isNear = values.institution === null || !home ? null : places.get(values.institution) === home
  }
}

/** 多重残疾: somebody with several disabilities is served for each of them. */
const several = '7'

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]
