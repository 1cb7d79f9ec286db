import { type FieldProblem, OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import {
  type Answer,
  type Answers,
  answerTo,
  type Brought,
  checkAnswers,
  collectedSchema,
  type Form,
  isSame,
  surveys,
  walkForm,
  writtenStates,
} from '../../contract/index.js'
import { sayProblem } from '../collecting/collect.js'
import { type Assignment, type Interview, tasksOf } from '../collecting/tasks-of.js'
import { atRow, type BroughtRow, readAnswers } from './read-answers.js'

const { assignment, interview } = surveys.records
const mostTold = 100

interface Change {
  readonly id: string
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  readonly isStart: boolean
}

/**
 * Takes in a workbook of answers: every row is checked before anything is written, and one wrong row keeps all of them out. An answer that
 * changes is confirmed; one that stays as it was taken over from last year is not. A row that says what the record says changes nothing.
 *
 * @throws OpenDpfError `not-found`; `invalid-input` with each row and question that is wrong
 */
export async function bringAnswers(
  campaign: string,
  { content, isTrial = false }: { readonly content: string; readonly isTrial?: boolean | undefined },
  context: ModuleContext,
): Promise<Brought> {
  const { read, write, locale } = context
  const [first] = await read.many(assignment, { campaign }, { limit: 1 })
  if (!first) throw new OpenDpfError('not-found')
  const rows = await readAnswers(Buffer.from(content, 'base64'), first.form, locale)
  const ids = [...new Set(rows.map(({ id }) => id))]
  const records = await read.many(interview, { id: ids, campaign }, { limit: ids.length || 1 })
  const byId = new Map(records.map((row) => [row.id, row]))
  const tasks = await tasksOf(
    records.map((row) => row.assignment),
    context,
  )
  const problems: FieldProblem[] = []
  const changes: Change[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const record = byId.get(row.id)
    const task = record && tasks.get(record.assignment)
    const found =
      record && task && !seen.has(row.id)
        ? changeOf(row, { record, task }, context)
        : unknownRow(seen.has(row.id), context)
    seen.add(row.id)
    if ('problems' in found) problems.push(...found.problems.map((problem) => atRow(row.row, problem, locale)))
    else if (found.change) changes.push(found.change)
  }
  if (problems.length > 0) throw new OpenDpfError('invalid-input', { fields: problems.slice(0, mostTold) })
  if (!isTrial) {
    const updates = (isStart: boolean) => changes.filter((one) => one.isStart === isStart)
    await write.transitionMany(interview, 'start', updates(true))
    await write.updateMany(interview, updates(false))
  }
  return { rows: rows.length, changed: changes.length }
}

type Found = { readonly problems: readonly FieldProblem[] } | { readonly change?: Change }

function unknownRow(isTwice: boolean, { locale }: Pick<ModuleContext, 'locale'>): Found {
  const code = isTwice ? 'twice' : 'unknown'
  return { problems: [{ path: 'id', code, message: messageOf(surveys.messages, locale, `sheet.problem.${code}`) }] }
}

function changeOf(
  row: BroughtRow,
  { record, task }: { readonly record: Interview; readonly task: Assignment },
  context: ModuleContext,
): Found {
  const { locale } = context
  const { answers, changed } = merge(task.form, record, row)
  const facts = Object.entries(row.facts).filter(([name, value]) => record[name as keyof Interview] !== value)
  if (changed.length === 0 && facts.length === 0) return {}
  if (!(writtenStates as readonly string[]).includes(record.state) || task.isClosed) {
    const key = task.isClosed ? 'interview.problem.closed' : 'interview.problem.finished'
    return { problems: [{ path: 'state', code: 'finished', message: messageOf(surveys.messages, locale, key) }] }
  }
  const wrong = [
    ...checkAnswers(task.form, answers, record.facts, { isFinal: false }).map((problem) =>
      sayProblem(problem, context),
    ),
    ...factProblems(facts, context),
  ]
  if (wrong.length > 0) return { problems: wrong }
  const values = {
    ...Object.fromEntries(facts),
    answers: walkForm(task.form, answers, record.facts).answers,
    unconfirmed: record.unconfirmed.filter((code) => !changed.includes(code)),
  }
  return { change: { id: record.id, version: record.version, values, isStart: record.state !== 'working' } }
}

/** The answers of a record with those of a row on top, and the codes of those that differ. */
function merge(
  form: Form,
  record: Interview,
  row: BroughtRow,
): { readonly answers: Answers; readonly changed: readonly string[] } {
  const answers: Record<string, Answer> = { ...record.answers }
  const changed: string[] = []
  for (const { code } of form.questions) {
    if (!row.answers.has(code)) continue
    const answer = row.answers.get(code)
    if (isSame(answerTo(code, record.answers), answer)) continue
    changed.push(code)
    if (answer === undefined) delete answers[code]
    else answers[code] = answer
  }
  return { answers, changed }
}

function factProblems(
  facts: readonly (readonly [string, unknown])[],
  { locale }: Pick<ModuleContext, 'locale'>,
): readonly FieldProblem[] {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>> =
    collectedSchema.shape
  return facts.flatMap(([name, value]) =>
    shape[name]?.safeParse(value).success
      ? []
      : [
          {
            path: name,
            code: 'choice',
            message: messageOf(surveys.messages, locale, 'sheet.problem.fact', {
              heading: messageOf(surveys.messages, locale, `interview.${name}`),
            }),
          },
        ],
  )
}
