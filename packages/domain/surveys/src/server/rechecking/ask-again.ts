import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import type { output } from 'zod'
import {
  agreementOf,
  checkAnswers,
  type Form,
  type QuestionAgreement,
  type Rechecking,
  type recheckSchema,
  surveys,
  walkForm,
} from '../../contract/index.js'
import { sayProblem } from '../collecting/collect.js'
import { tasksOf } from '../collecting/tasks-of.js'
import { requireSeen } from '../seen-campaign.js'

const { recheck, interview } = surveys.records
const { person } = persons.records

async function find(id: string, context: Pick<ModuleContext, 'read'>) {
  const { read } = context
  const row = await read.one(recheck, id)
  const first = row && (await read.one(interview, row.interview))
  const task = first && (await tasksOf([first.assignment], context)).get(first.assignment)
  if (!row || !first || !task) throw new OpenDpfError('not-found')
  return { row, first, form: task.form }
}

/** The questions to ask again. What was answered is told only when both were asked. */
export async function readRechecking(id: string, context: Pick<ModuleContext, 'read'>): Promise<Rechecking> {
  const { row, first, form } = await find(id, context)
  const isDone = row.state === 'done'
  return {
    id,
    version: row.version,
    state: row.state,
    number: first.number,
    name: (await context.read.one(person, row.person))?.name ?? '—',
    division: row.division,
    form,
    facts: first.facts,
    before: isDone ? first.answers : null,
    answers: isDone ? row.answers : null,
  }
}

const isPhoto = (code: string, { questions }: Form) =>
  questions.some((one) => one.code === code && one.kind === 'photo')

/**
 * Writes down what was answered the second time, and compares.
 *
 * @throws OpenDpfError `another-person-required` for whoever collected the record himself
 */
export async function askAgain(
  id: string,
  { version, answers: given }: output<typeof recheckSchema>,
  context: ModuleContext,
): Promise<Rechecking> {
  const { actor, locale, today, write } = context
  const { row, first, form } = await find(id, context)
  if (row.state === 'done')
    throw new OpenDpfError('wrong-state', {
      params: { step: messageOf(surveys.messages, locale, 'recheck.do.compare') },
    })
  if (first.collectedBy === actor.id) throw new OpenDpfError('another-person-required')
  // photos are of the first visit; nobody takes them again
  const said = Object.fromEntries(Object.entries(given).filter(([code]) => !isPhoto(code, form)))
  const problems = checkAnswers(form, said, first.facts, { isFinal: true }).filter(
    ({ question }) => !isPhoto(question, form),
  )
  if (problems.length > 0)
    throw new OpenDpfError('invalid-input', { fields: problems.map((problem) => sayProblem(problem, context)) })
  const { answers } = walkForm(form, said, first.facts)
  const agreement = agreementOf(form, first.answers, answers)
  const alike = Object.values(agreement)
  const values = {
    answers,
    agreement,
    compared: alike.length,
    agreed: alike.filter(Boolean).length,
    recheckedOn: today,
    recheckedBy: actor.id,
  }
  await write.transition(recheck, { id, version, verb: 'compare', values })
  return readRechecking(id, context)
}

/**
 * How often each question was answered alike in a campaign, of the records that the reader may see.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing
 */
export async function readAgreement(
  id: string,
  { db, read }: Pick<ModuleContext, 'db' | 'read'>,
): Promise<readonly QuestionAgreement[]> {
  const { rows } = await sql<QuestionAgreement>`
    select a.key as question, count(*)::int as compared, (count(*) filter (where a.value = 'true'))::int as agreed
    from surveys_recheck r cross join jsonb_each_text(r.agreement) a where r.campaign = ${id} and r.state = 'done'
    group by a.key order by a.key`.execute(db)
  if (rows.length === 0) await requireSeen(id, { read })
  return rows
}
