import type { Condition, Term } from './condition.js'
import { questionOf, termsOf } from './condition.js'
import type { Form } from './form.js'
import { choicesOf, type Question } from './question.js'
import { reachOf } from './reachable.js'

/** What is wrong with a form; the words are the messages `form.problem.<reason>`. */
export type FormReason =
  | 'twice'
  | 'group'
  | 'choices'
  | 'bounds'
  | 'unknown'
  | 'cycle'
  | 'later'
  | 'compared'
  | 'code'
  | 'unreachable'
  | 'entangled'
  | 'effect'
  | 'spread'
  | 'ofPerson'

export interface FormProblem {
  /** The code of the question or group, or of the question at which a check stands. */
  readonly at: string
  readonly reason: FormReason
  readonly params?: Readonly<Record<string, string | number>>
}

/** Everything that is wrong with a form, so that one without problems can be walked to its end by whoever is asked. */
export function inspectForm(form: Form): readonly FormProblem[] {
  const positions = new Map(form.questions.map(({ code }, position) => [code, position]))
  const questions = new Map(form.questions.map((question) => [question.code, question]))
  const problems = [
    ...twice(form.groups.map(({ code }) => code)),
    ...twice(form.questions.map(({ code }) => code)),
    ...form.questions.flatMap((question) => [
      ...inspectQuestion(question, form),
      ...termsOf(question.showWhen ?? { all: [] }).flatMap((term) => [
        ...inspectOrder(question, term, { positions, questions }),
        ...inspectTerm(question.code, term, questions),
      ]),
    ]),
    ...(form.about === 'village' ? inspectOfPerson(form) : []),
    ...form.checks.flatMap(({ at, refuseWhen }) => [
      ...(questions.has(at) ? [] : [{ at, reason: 'unknown', params: { question: at } } as const]),
      ...termsOf(refuseWhen).flatMap((term) => inspectTerm(at, term, questions)),
    ]),
  ]
  // where something named is not there, nothing can be said about ways
  return problems.length > 0 ? problems : inspectReach(form)
}

function twice(codes: readonly string[]): readonly FormProblem[] {
  return codes.flatMap((code, position) => (codes.indexOf(code) < position ? [{ at: code, reason: 'twice' }] : []))
}

function inspectQuestion(question: Question, { groups }: Form): readonly FormProblem[] {
  const { code: at, kind, group, choices, min, max, effects = [], spread } = question
  const isChosen = kind === 'one' || kind === 'several'
  const codes = choicesOf(question)?.map(({ code }) => code)
  return [
    ...(groups.some(({ code }) => code === group) ? [] : [{ at, reason: 'group', params: { group } } as const]),
    ...(isChosen === (choices !== undefined) && new Set(codes).size === (codes?.length ?? 0)
      ? []
      : [{ at, reason: 'choices' } as const]),
    ...(min !== undefined && max !== undefined && min > max ? [{ at, reason: 'bounds' } as const] : []),
    ...(spread !== undefined && kind !== 'number' ? [{ at, reason: 'spread' } as const] : []),
    ...effects.flatMap((effect): readonly FormProblem[] => {
      if ('contact' in effect) return kind === 'text' ? [] : [{ at, reason: 'effect' }]
      return effect.when.every((code) => codes?.includes(code)) ? [] : [{ at, reason: 'effect' }]
    }),
  ]
}

interface Places {
  readonly positions: ReadonlyMap<string, number>
  readonly questions: ReadonlyMap<string, Question>
}

function inspectOrder({ code }: Question, term: Term, { positions, questions }: Places): readonly FormProblem[] {
  const named = questionOf(term)
  const position = named === undefined ? undefined : positions.get(named)
  if (named === undefined || position === undefined || position < (positions.get(code) ?? 0)) return []
  const reason = leadsTo(named, code, questions) ? 'cycle' : 'later'
  return [{ at: code, reason, params: { question: named } }]
}

/** Whether one question is asked by what another answered, over however many steps. */
function leadsTo(from: string, to: string, questions: Places['questions'], seen = new Set<string>()): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  const condition: Condition = questions.get(from)?.showWhen ?? { all: [] }
  return termsOf(condition).some((term) => leadsTo(questionOf(term) ?? '', to, questions, seen))
}

function inspectTerm(at: string, term: Term, questions: Places['questions']): readonly FormProblem[] {
  const named = questionOf(term)
  if (named === undefined) return []
  const question = questions.get(named)
  if (question === undefined) return [{ at, reason: 'unknown', params: { question: named } }]
  if ('answered' in term) return []
  if (!('is' in term))
    return question.kind === 'number' ? [] : [{ at, reason: 'compared', params: { question: named } }]
  const codes = choicesOf(question)?.map(({ code }) => code)
  if (codes === undefined) return [{ at, reason: 'compared', params: { question: named } }]
  return term.is
    .filter((code) => !codes.includes(code))
    .map((code) => ({ at, reason: 'code', params: { question: named, code } }))
}

/** Where a form about a village asks the register for a person, or says something about one. */
function inspectOfPerson({ questions, checks }: Form): readonly FormProblem[] {
  const namesPerson = (condition: Condition | undefined) =>
    termsOf(condition ?? { all: [] }).some((term) => 'fact' in term)
  return [
    ...questions.flatMap(({ code, showWhen, effects }) =>
      effects !== undefined || namesPerson(showWhen) ? [code] : [],
    ),
    ...checks.flatMap(({ at, refuseWhen }) => (namesPerson(refuseWhen) ? [at] : [])),
  ].map((at) => ({ at, reason: 'ofPerson' }))
}

function inspectReach(form: Form): readonly FormProblem[] {
  return [...reachOf(form)].flatMap(([at, reach]) => (reach === 'reachable' ? [] : [{ at, reason: reach }]))
}
