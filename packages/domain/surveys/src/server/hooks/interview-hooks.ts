import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type Answers, prefill, surveys, unknownFacts, writtenStates } from '../../contract/index.js'
import { type Assignment, tasksOf } from '../collecting/tasks-of.js'
import { registeredOf } from '../listing/facts-of.js'
import { proposeChanges } from '../proposals/propose-changes.js'
import { keepAnswers } from './keep-answers.js'

const { interview } = surveys.records
type InterviewDraft = Draft<typeof interview>
const written: readonly string[] = writtenStates
/** What makes a record the one of a person in a campaign. */
const fixed = ['assignment'] as const

/**
 * A record starts with what the register knows and what was answered last time. Whatever is written later, from the page, the generic form or
 * a file: answers are those of questions that are asked, and nothing changes once the record is finished.
 */
export const interviewHooks: RecordHooks<typeof interview> = {
  prepare({ values, before, action, verb, refuse }, { today, actor }) {
    if (verb === 'finish') values.collectedBy = actor.id
    values.number ??= 0
    values.facts ??= unknownFacts
    values.answers ??= {}
    values.unconfirmed ??= []
    if (values.visitedOn !== null && values.visitedOn > today) refuse('visitedOn', 'interview.problem.future')
    if (before) for (const field of fixed) if (before[field] !== values[field]) refuse(field, 'interview.problem.kept')
    if (before && action === 'update' && !written.includes(before.state) && isCollected(before, values))
      refuse('answers', 'interview.problem.finished')
  },
  async check(drafts, context) {
    const tasks = await tasksOf(
      drafts.map(({ values }) => values.assignment),
      context,
    )
    const made = drafts.filter(({ action }) => action === 'create')
    await begin(made, tasks, context)
    for (const draft of drafts) {
      const task = tasks.get(draft.values.assignment)
      if (task) keepWithin(draft, task)
    }
  },
  after: (changes, context) =>
    proposeChanges(
      changes.flatMap(({ before, row }) => (row?.state === 'checked' && before?.state !== 'checked' ? [row] : [])),
      context,
    ),
}

/** Whether a change is one of what was collected; a merge of two people moves the record all the same. */
function isCollected(before: NonNullable<InterviewDraft['before']>, values: InterviewDraft['values']): boolean {
  return (
    ['contact', 'visitedOn', 'consent', 'contactNote', 'answers', 'unconfirmed', 'photos', 'position'] as const
  ).some((field) => JSON.stringify(before[field]) !== JSON.stringify(values[field]))
}

/** The record as it starts: numbered, with facts, and with the answers of last time. */
async function begin(
  made: readonly InterviewDraft[],
  tasks: ReadonlyMap<string, Assignment>,
  context: ModuleContext,
): Promise<void> {
  const [any] = tasks.values()
  if (made.length === 0 || any === undefined) return
  const people = made.map(({ values }) => values.person)
  const listed = await listedBefore([...tasks.values()], people, context)
  // tasks of one campaign begin on one day; those of several are rare and each gets its own
  const byDay = Map.groupBy(made, ({ values }) => tasks.get(values.assignment)?.fromDay ?? any.fromDay)
  const earlier = await earlierOf([...tasks.values()], people, context)
  for (const [day, drafts] of byDay) {
    const known = await registeredOf(
      drafts.map(({ values }) => values.person),
      day,
      context,
    )
    for (const draft of drafts) {
      const { values, refuse } = draft
      const task = tasks.get(values.assignment)
      if (!task) continue
      const key = `${task.campaign} ${values.person}`
      if (listed.people.has(key)) refuse('person', 'interview.problem.twice')
      listed.people.add(key)
      const number = (listed.numbers.get(task.id) ?? 0) + 1
      listed.numbers.set(task.id, number)
      const last = earlier.get(key)
      const { facts = unknownFacts, household = null } = known.get(values.person) ?? {}
      const taken = prefill(task.form, last?.answers ?? {}, facts)
      Object.assign(values, {
        number,
        facts,
        household,
        campaign: task.campaign,
        answers: taken.answers,
        unconfirmed: taken.unconfirmed,
        previous: last?.id ?? null,
      })
    }
  }
}

async function listedBefore(tasks: readonly Assignment[], people: readonly string[], { db }: ModuleContext) {
  const campaigns = [...new Set(tasks.map(({ campaign }) => campaign))]
  const same = await sql<{ key: string }>`
    select campaign || ' ' || person as key from surveys_interview
    where campaign = any(${campaigns}::text[]) and person = any(${people}::text[])`.execute(db)
  const last = await sql<{ id: string; number: number }>`
    select assignment as id, max(number)::int as number from surveys_interview
    where assignment = any(${tasks.map(({ id }) => id)}::text[]) group by assignment`.execute(db)
  return {
    people: new Set(same.rows.map(({ key }) => key)),
    numbers: new Map(last.rows.map(({ id, number }) => [id, number])),
  }
}

/** The finished records of the campaigns before, by campaign and person. */
async function earlierOf(tasks: readonly Assignment[], people: readonly string[], { db }: ModuleContext) {
  const { rows } = await sql<{ key: string; id: string; answers: Answers }>`
    select c.id || ' ' || i.person as key, i.id, i.answers
    from surveys_campaign c join surveys_interview i on i.campaign = c.previous
    where c.id = any(${[...new Set(tasks.map(({ campaign }) => campaign))]}::text[]) and i.person = any(${people}::text[])
      and i.state in ('done', 'checked') and i.contact in ('visit', 'meeting', 'phone')
    order by i.id`.execute(db)
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

function keepWithin(draft: InterviewDraft, task: Assignment): void {
  const { values, before, action, refuse } = draft
  if (task.isClosed && (action === 'create' || (before && isCollected(before, values))))
    refuse('assignment', 'interview.problem.closed')
  if (values.visitedOn !== null && values.visitedOn !== before?.visitedOn && values.visitedOn < task.fromDay)
    refuse('visitedOn', 'interview.problem.early', { fromDay: task.fromDay })
  keepAnswers(draft, { form: task.form, facts: values.facts })
}
