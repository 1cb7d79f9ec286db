import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { type NamedProgramme, programmes, programmesOf, subjectOf } from '../../contract/index.js'
import { standardsOf } from '../cycle/standards.js'
import { standingOf } from './standing.js'

const { enrolment, takeover } = programmes.records
type TakeoverDraft = Draft<typeof takeover>

/**
 * What only the database knows of rows of an old roster: their household, whether they are enrolled already, and what the rules say. Who does not
 * qualify today is taken over all the same: he receives, and whether he goes on doing so is decided by a person in the first cycle.
 */
export async function checkTakeovers(drafts: readonly TakeoverDraft[], context: ModuleContext): Promise<void> {
  const fresh = drafts.filter(({ before }) => before === undefined)
  const known = programmesOf(context.registry)
  for (const [name, group] of Map.groupBy(fresh, ({ values }) => values.programme)) {
    const programme = known.get(name)
    if (!programme) continue
    if (programme.beneficiary === 'household') await findHouseholds(group, context)
    await refuseEnrolled(group, programme, context)
    await askRules(group, programme, context)
    await compareStandards(group, programme, context)
  }
}

async function findHouseholds(drafts: readonly TakeoverDraft[], { read }: ModuleContext): Promise<void> {
  const people = drafts.map(({ values }) => values.person)
  const members = await read.many(persons.records.member, { person: people, until: null })
  const households = new Map(members.map((member) => [member.person, member.household]))
  for (const { values, refuse } of drafts) {
    values.household = households.get(values.person) ?? null
    if (values.household === null) refuse('person', 'takeover.problem.household')
  }
}

/** What one grant of a programme is told apart by: its subject, and the vehicle or the student's place. */
const keyOf = (subject: string | null, objectNumber: string | null): string => `${subject} ${objectNumber ?? ''}`

async function refuseEnrolled(
  drafts: readonly TakeoverDraft[],
  programme: NamedProgramme,
  { read }: ModuleContext,
): Promise<void> {
  const subjects = drafts.flatMap(({ values }) => subjectIn(programme, values) ?? [])
  const held = await read.many(enrolment, {
    programme: programme.name,
    subject: subjects,
    state: ['active', 'suspended'],
  })
  const since = new Map(held.map((row) => [keyOf(row.subject, row.objectNumber), row.fromMonth]))
  const seen = new Set<string>()
  for (const { values, refuse } of drafts) {
    const key = keyOf(subjectIn(programme, values), values.objectNumber)
    const month = since.get(key)
    if (month !== undefined) refuse('person', 'takeover.problem.enrolled', { month })
    else if (seen.has(key)) refuse('person', 'takeover.problem.repeated')
    seen.add(key)
  }
}

async function askRules(
  drafts: readonly TakeoverDraft[],
  programme: NamedProgramme,
  context: ModuleContext,
): Promise<void> {
  const subjects = drafts.flatMap(({ values }) => subjectIn(programme, values) ?? [])
  const standing = await standingOf(context, programme, subjects)
  for (const { values, refuse, warn } of drafts) {
    const found = standing.get(subjectIn(programme, values) ?? '')
    if (found?.isExcluded) refuse('programme', 'takeover.problem.excluded')
    else if (found?.verdict === 'no') warn('person', 'takeover.warning.not-eligible')
    else if (found?.verdict !== 'yes') warn('person', 'takeover.warning.undecidable')
  }
}

/** Where the standard says the sum, an old roster that says another one is told so. */
async function compareStandards(
  drafts: readonly TakeoverDraft[],
  programme: NamedProgramme,
  context: ModuleContext,
): Promise<void> {
  if (programme.amount.by !== 'scheme') return
  const people = await context.read.many(persons.records.person, { id: drafts.map(({ values }) => values.person) })
  const places = new Map(people.map(({ id, division }) => [id, division ?? '']))
  const subjects = drafts.flatMap(({ values }) => subjectIn(programme, values) ?? [])
  const standards = standardsOf(context, programme, subjects)
  for (const { values, warn } of drafts) {
    const { amount, fromMonth, person } = values
    const to = { subject: subjectIn(programme, values) ?? '', division: places.get(person) ?? '' }
    const standard = amount === null ? null : await standards(fromMonth, to)
    if (standard !== null && standard !== amount)
      warn('amount', 'takeover.warning.standard', { month: fromMonth, standard: (standard / 100).toFixed(2) })
  }
}

/** The id that the rules are asked about. Organisations are not taken over person by person. */
function subjectIn(
  programme: NamedProgramme,
  { person, household }: Pick<TakeoverDraft['values'], 'person' | 'household'>,
): string | null {
  return subjectOf(programme, { person, household, organisation: null })
}
