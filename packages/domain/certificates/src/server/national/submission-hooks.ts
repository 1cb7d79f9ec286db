import type { RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { certificates } from '../../contract/index.js'
import { fitsNumber } from '../case/expected-number.js'
import { inChunks } from '../certificate/check.js'
import { takeAnswer } from './national-sync.js'

const { submission, case: cases } = certificates.records
type Hooks = RecordHooks<typeof submission>
type Drafts = Parameters<NonNullable<Hooks['check']>>[0]
type Context = Parameters<NonNullable<Hooks['check']>>[1]

/** Answers of the national system, line by line: what is unknown, contradicts itself or an earlier answer is refused by its row. */
export const submissionHooks: Hooks = {
  prepare({ values, before, refuse }, { today }) {
    if (!before) return
    const { result, number, reason } = values
    if (before.result !== null) {
      const isOther = result !== before.result || number !== before.number || reason !== before.reason
      if (isOther) refuse('result', 'submission.problem.answered')
      return
    }
    if (values.state === 'void') {
      if (result !== null) refuse('result', 'submission.problem.void')
      return
    }
    if (result === null) refuse('result', 'submission.problem.resultMissing')
    if (result === 'confirmed' && number === null) refuse('number', 'submission.problem.numberMissing')
    if (result === 'rejected' && reason === null) refuse('reason', 'submission.problem.reasonMissing')
    if (result === 'rejected' && number !== null) refuse('number', 'submission.problem.numberUnused')
    if (result === null) return
    values.state = result
    values.answeredOn = today
  },

  async check(drafts, context) {
    for (const { values, before, refuse } of drafts) {
      // only a case that is sent makes a line; a line of a file that finds none has come to the wrong place
      if (before || values.application) continue
      const isOther = context.actor.scope.level !== 'all' && !values.reference.startsWith(countyOfActor(context))
      refuse('reference', isOther ? 'submission.problem.otherCounty' : 'submission.problem.unknown')
    }
    await checkNumbers(drafts, context)
  },

  async after(changes, context) {
    const answered = changes.flatMap(({ before, row }) => (row && before?.result === null && row.result ? [row] : []))
    const known = await inChunks(
      answered.map((row) => row.application),
      (id) => context.read.many(cases, { id }),
    )
    const byId = new Map(known.map((row) => [row.id, row]))
    for (const { application: id, result, number, issueDate, reason } of answered) {
      const row = byId.get(id)
      if (!row) throw new Error(`a submission is about no case: ${id}`)
      if (result === 'confirmed' && number !== null) await takeAnswer(row, { result, number, issueDate }, context)
      else if (result === 'rejected' && reason !== null) await takeAnswer(row, { result, reason }, context)
    }
  },
}

function countyOfActor({ actor: { scope } }: Context): string {
  return scope.level === 'all' ? '' : scope.code.slice(0, 6)
}

/** A number that is another person's, or says another grade, is refused before anything is written. */
async function checkNumbers(drafts: Drafts, { read }: Context): Promise<void> {
  const given = drafts.filter(({ values, before }) => before?.result === null && values.number !== null)
  const known = await inChunks(
    given.map(({ values }) => values.application),
    (id) => read.many(cases, { id }),
  )
  const byId = new Map(known.map((row) => [row.id, row]))
  const people = await inChunks(
    known.map(({ person }) => person),
    (id) => read.many(persons.records.person, { id }),
  )
  const numbers = new Map(people.map(({ id, idNumber }) => [id, idNumber]))
  for (const { values, refuse } of given) {
    const row = byId.get(values.application)
    if (!row || values.number === null) continue
    const idNumber = numbers.get(row.person) ?? null
    if (!fitsNumber(values.number, row, { held: values.priorNumber, idNumber }))
      refuse('number', 'submission.problem.numberWrong')
  }
}
