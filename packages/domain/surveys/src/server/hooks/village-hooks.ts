import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type Answers, prefill, surveys, unknownFacts, writtenStates } from '../../contract/index.js'
import { keepAnswers } from './keep-answers.js'

const { village } = surveys.records
type VillageDraft = Draft<typeof village>
const written: readonly string[] = writtenStates
/** What was told of a village, and nobody changes once the record is finished. */
const told = ['respondent', 'visitedOn', 'answers', 'unconfirmed', 'photos'] as const

/** The record of a village starts with what it answered last time; it is written until it is finished, and until the campaign is closed. */
export const villageHooks: RecordHooks<typeof village> = {
  prepare({ values, before, action, verb, refuse }, { today, actor }) {
    if (verb === 'finish') values.collectedBy = actor.id
    values.answers ??= {}
    values.unconfirmed ??= []
    if (values.visitedOn !== null && values.visitedOn > today) refuse('visitedOn', 'interview.problem.future')
    if (values.visitedOn !== null && values.visitedOn !== before?.visitedOn && values.visitedOn < values.fromDay)
      refuse('visitedOn', 'interview.problem.early', { fromDay: values.fromDay })
    if (!before) return
    if (before.isClosed && before.dueOn !== values.dueOn) refuse('dueOn', 'assignment.problem.closed')
    const isTold = told.some((field) => JSON.stringify(before[field]) !== JSON.stringify(values[field]))
    if (isTold && before.isClosed) refuse('answers', 'interview.problem.closed')
    else if (isTold && action === 'update' && !written.includes(before.state))
      refuse('answers', 'interview.problem.finished')
  },
  async check(drafts, context) {
    await begin(
      drafts.filter(({ action }) => action === 'create'),
      context,
    )
    for (const draft of drafts) keepAnswers(draft, { form: draft.values.form, facts: unknownFacts })
  },
}

/** Takes over what the same village answered in the campaign before, to be confirmed. */
async function begin(made: readonly VillageDraft[], { db }: ModuleContext): Promise<void> {
  if (made.length === 0) return
  const { rows } = await sql<{ key: string; id: string; answers: Answers }>`
    select c.id || ' ' || v.division as key, v.id, v.answers
    from surveys_campaign c join surveys_village v on v.campaign = c.previous
    where c.id = any(${[...new Set(made.map(({ values }) => values.campaign))]}::text[])
      and v.division = any(${made.map(({ values }) => values.division)}::text[]) and v.state in ('done', 'checked')`.execute(
    db,
  )
  const earlier = new Map(rows.map(({ key, ...row }) => [key, row]))
  for (const { values } of made) {
    const last = earlier.get(`${values.campaign} ${values.division}`)
    if (last) Object.assign(values, { ...prefill(values.form, last.answers, unknownFacts), previous: last.id })
  }
}
