import { isIsoDate } from '@opendpf/standards'
import type { Answer, Answers } from './answers.js'
import { answerTo } from './answers.js'
import type { Facts } from './facts.js'
import type { Form } from './form.js'
import { boundsOf, choicesOf, type Question } from './question.js'
import { holds, walkForm } from './walk-form.js'

/** Why an answer is not accepted; the words are the messages `answer.problem.<reason>`, or the form's own where answers disagree. */
export type AnswerReason =
  | 'required'
  | 'kind'
  | 'choice'
  | 'alone'
  | 'few'
  | 'many'
  | 'small'
  | 'large'
  | 'long'
  | 'short'
  | 'date'
  | 'division'
  | 'unknown'
  | 'disagrees'

export interface AnswerProblem {
  readonly question: string
  readonly reason: AnswerReason
  readonly params?: Readonly<Record<string, string | number>>
  /** Of `disagrees`: what does not go together. */
  readonly text?: { readonly 'zh-CN': string; readonly en: string }
}

/**
 * What is wrong with answers. A draft may leave questions open and answers that do not go together yet; what is finished may not. Answers to
 * questions that are not asked are not looked at: {@link walkForm} drops them.
 */
export function checkAnswers(
  form: Form,
  given: Answers,
  facts: Facts,
  { isFinal }: { readonly isFinal: boolean },
): readonly AnswerProblem[] {
  const { asked, answers } = walkForm(form, given, facts)
  const known = new Set(form.questions.map(({ code }) => code))
  const strange = Object.keys(given)
    .filter((code) => !known.has(code))
    .map((question): AnswerProblem => ({ question, reason: 'unknown' }))
  const single = asked.flatMap((question): readonly AnswerProblem[] => {
    const answer = answerTo(question.code, answers)
    if (answer === undefined)
      return isFinal && !question.optional ? [{ question: question.code, reason: 'required' }] : []
    const found = judge(question, answer)
    return found ? [{ question: question.code, ...found }] : []
  })
  if (!isFinal) return [...strange, ...single]
  const isAsked = new Set(asked.map(({ code }) => code))
  const together = form.checks.flatMap(({ at, refuseWhen, text }): readonly AnswerProblem[] =>
    isAsked.has(at) && holds(refuseWhen, answers, facts) ? [{ question: at, reason: 'disagrees', text }] : [],
  )
  return [...strange, ...single, ...together]
}

type Found = Pick<AnswerProblem, 'reason' | 'params'>

function judge(question: Question, answer: Answer): Found | undefined {
  switch (question.kind) {
    case 'one':
    case 'yes-no':
      return typeof answer === 'string' && choicesOf(question)?.some(({ code }) => code === answer)
        ? undefined
        : { reason: 'choice' }
    case 'several':
      return judgeSeveral(question, answer)
    case 'photo':
      return isList(answer) ? judgeCount(question, answer.length) : { reason: 'kind' }
    case 'number':
      return judgeNumber(question, answer)
    case 'text':
      return judgeText(question, answer)
    case 'date':
      return typeof answer === 'string' && isIsoDate(answer) ? undefined : { reason: 'date' }
    case 'division':
      return typeof answer === 'string' && /^\d{12}$/.test(answer) ? undefined : { reason: 'division' }
  }
}

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer)

function judgeSeveral(question: Question, answer: Answer): Found | undefined {
  if (!isList(answer)) return { reason: 'kind' }
  const choices = choicesOf(question) ?? []
  if (new Set(answer).size !== answer.length || answer.some((code) => !choices.some((choice) => choice.code === code)))
    return { reason: 'choice' }
  if (answer.length > 1 && choices.some(({ code, alone }) => alone && answer.includes(code))) return { reason: 'alone' }
  return judgeCount(question, answer.length)
}

function judgeCount(question: Question, count: number): Found | undefined {
  const { min, max } = boundsOf(question)
  if (count < min) return { reason: 'few', params: { min } }
  return count > max ? { reason: 'many', params: { max } } : undefined
}

function judgeNumber(question: Question, answer: Answer): Found | undefined {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return { reason: 'kind' }
  const { min, max } = boundsOf(question)
  if (answer < min) return { reason: 'small', params: { min } }
  return answer > max ? { reason: 'large', params: { max } } : undefined
}

function judgeText(question: Question, answer: Answer): Found | undefined {
  if (typeof answer !== 'string') return { reason: 'kind' }
  const { min, max } = boundsOf(question)
  const { length } = answer.trim()
  if (length < min) return { reason: 'short', params: { min } }
  return length > max ? { reason: 'long', params: { max } } : undefined
}
