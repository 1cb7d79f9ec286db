import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { programmes, programmesOf } from '@opendpf/programmes'
import { countyOf, isMinor } from '@opendpf/standards'
import { programmeOfAid, type rehab } from '../../contract/index.js'
import { openNeedOf } from '../shared/open-needs.js'

const { offer } = programmes.records
type CaseDraft = Draft<(typeof rehab.records)['relief']>

const made = (drafts: readonly CaseDraft[]): readonly CaseDraft[] => drafts.filter(({ action }) => action === 'create')

/** A case of an earlier decision answers what the register knows to be needed; one that a programme opens brings its need. */
export async function findNeeds(drafts: readonly CaseDraft[], context: ModuleContext): Promise<void> {
  for (const { values, refuse } of made(drafts)) {
    if (values.need) continue
    const open = await openNeedOf({ person: values.person, on: values.appliedOn }, context)
    if (open) values.need = open.id
    else refuse('person', 'relief.problem.noNeed')
  }
}

/** Aid is for whoever was not of age when it was asked for. */
export async function refuseGrown(drafts: readonly CaseDraft[], context: ModuleContext): Promise<void> {
  const people = await peopleOf(made(drafts), context)
  for (const { values, refuse } of made(drafts)) {
    const birth = people.get(values.person)?.birthDate
    if (birth && !isMinor(birth, values.appliedOn)) refuse('person', 'relief.problem.grown')
  }
}

/** Once a county has switched the programme on for a year, what is decided in that year is decided there, and comes in no other way. */
export async function refuseUndecided(drafts: readonly CaseDraft[], context: ModuleContext): Promise<void> {
  const brought = made(drafts).filter(({ values }) => values.enrolment === null)
  if (brought.length === 0) return
  const people = await peopleOf(brought, context)
  const offers = await context.read.many(offer, {
    programme: Object.values(programmeOfAid),
    state: ['open', 'closed'],
  })
  const on = new Set(offers.map(({ programme, year, region }) => `${programme} ${year} ${countyOf(region)}`))
  for (const { values, refuse } of brought) {
    const programme = programmeOfAid[values.aid]
    const year = (values.decidedOn ?? values.appliedOn).slice(0, 4)
    if (!on.has(`${programme} ${year} ${people.get(values.person)?.county}`)) continue
    const title = programmesOf(context.registry).get(programme)?.title[context.locale] ?? programme
    refuse('decidedOn', 'relief.problem.byProgramme', { year, programme: title })
  }
}

async function peopleOf(drafts: readonly CaseDraft[], { read }: Pick<ModuleContext, 'read'>) {
  const ids = [...new Set(drafts.map(({ values }) => values.person))]
  if (ids.length === 0) return new Map<string, never>()
  const rows = await read.many(persons.records.person, { id: ids }, { limit: ids.length })
  return new Map(rows.map((row) => [row.id, row]))
}
