import { type FieldProblem, OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, SnapshotContext } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { persons } from '@opendpf/persons'
import {
  type AnswerProblem,
  type Answers,
  type Collected,
  type Collecting,
  checkAnswers,
  type Facts,
  type Form,
  surveys,
  walkForm,
} from '../../contract/index.js'
import { tasksOf } from './tasks-of.js'

const { interview } = surveys.records
const { person } = persons.records

/** A record with its questions, for whoever collects. */
export async function readCollecting(
  id: string,
  context: Pick<SnapshotContext, 'read' | 'actor' | 'secrets'>,
): Promise<Collecting> {
  const { read, actor, secrets } = context
  const half = (part: 1 | 2): string => secrets.blind('surveys.draft', `${part}:${actor.id}:${id}`)
  const row = await read.one(interview, id)
  const task = row && (await tasksOf([row.assignment], context)).get(row.assignment)
  if (!row || !task) throw new OpenDpfError('not-found')
  return {
    id,
    version: row.version,
    state: row.state,
    title: task.title,
    number: row.number,
    // somebody who has moved away is not in the sight of the village any more
    name: (await read.one(person, row.person))?.name ?? '—',
    division: row.division,
    dueOn: task.dueOn,
    isClosed: task.isClosed,
    form: task.form,
    facts: row.facts,
    answers: row.answers,
    unconfirmed: row.unconfirmed,
    contact: row.contact,
    visitedOn: row.visitedOn,
    contactNote: row.contactNote,
    photos: row.photos ?? [],
    consent: row.consent,
    hasSignature: row.consentSignature !== null,
    returnReason: row.returnReason,
    draftKey: [half(1), half(2)],
  }
}

/** Writes what was collected; answers to questions that are not asked are left out, and each that is wrong is said. */
export async function collect(id: string, collected: Collected, context: ModuleContext): Promise<Collecting> {
  const { read, write } = context
  const row = await read.one(interview, id)
  const task = row && (await tasksOf([row.assignment], context)).get(row.assignment)
  if (!row || !task) throw new OpenDpfError('not-found')
  const { version, answers: given, ...more } = collected
  const answers = acceptedAnswers(given, { form: task.form, facts: row.facts }, context)
  const values = { ...givenOf(more), answers }
  if (row.state === 'to-do' || row.state === 'returned')
    await write.transition(interview, { id, version, verb: 'start', values })
  else await write.update(interview, { id, version, values })
  return readCollecting(id, context)
}

/**
 * The answers of a draft that belong to what is asked.
 *
 * @throws OpenDpfError `invalid-input` with each answer that is wrong
 */
export function acceptedAnswers(
  given: Answers,
  { form, facts }: { readonly form: Form; readonly facts: Facts },
  context: Pick<ModuleContext, 'locale'>,
): Answers {
  const problems = checkAnswers(form, given, facts, { isFinal: false })
  if (problems.length > 0)
    throw new OpenDpfError('invalid-input', { fields: problems.map((problem) => sayProblem(problem, context)) })
  return walkForm(form, given, facts).answers
}

/** What was sent; what was left out stays as it is. */
export function givenOf(sent: object) {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
}

/** Says what is wrong with an answer, at the path of its question. */
export function sayProblem(
  { question, reason, params, text }: AnswerProblem,
  { locale }: Pick<ModuleContext, 'locale'>,
): FieldProblem {
  return {
    path: `answers.${question}`,
    code: reason,
    message: text?.[locale] ?? messageOf(surveys.messages, locale, `answer.problem.${reason}`, params),
  }
}
