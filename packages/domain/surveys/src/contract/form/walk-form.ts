import type { Answer, Answers } from './answers.js'
import { answerTo, isEmpty } from './answers.js'
import type { Condition } from './condition.js'
import type { Facts } from './facts.js'
import type { Form } from './form.js'
import type { Question } from './question.js'

/** Whether a condition holds for answers. Only answers of questions that are asked may be given. */
export function holds(condition: Condition, answers: Answers, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, facts))
  if ('not' in condition) return !holds(condition.not, answers, facts)
  if ('answered' in condition) return !isEmpty(answerTo(condition.answered, answers))
  const value = 'fact' in condition ? (facts[condition.fact] ?? undefined) : answerTo(condition.question, answers)
  return 'is' in condition ? isOneOf(value, condition.is) : isWithin(value, condition)
}

function isOneOf(value: Answer | undefined, codes: readonly string[]): boolean {
  if (value === undefined) return false
  if (typeof value === 'number') return codes.includes(String(value))
  return typeof value === 'string' ? codes.includes(value) : value.some((code) => codes.includes(code))
}

function isWithin(
  value: Answer | undefined,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
): boolean {
  return typeof value === 'number' && (from === undefined || value >= from) && (to === undefined || value <= to)
}

/** The questions that are asked of somebody, in order, and the answers that belong to them. */
export interface Walk {
  readonly asked: readonly Question[]
  /** Without what was answered to questions that are not asked, and without empty answers. */
  readonly answers: Answers
}

/**
 * Goes through a form once: a question is asked or not by what was answered before it. The browser and the server call this same function,
 * so that a question that is not shown never has an answer that is kept.
 */
export function walkForm(form: Form, given: Answers, facts: Facts): Walk {
  const asked: Question[] = []
  const answers: Record<string, Answer> = {}
  for (const question of form.questions) {
    if (question.showWhen && !holds(question.showWhen, answers, facts)) continue
    asked.push(question)
    const answer = answerTo(question.code, given)
    if (answer !== undefined && !isEmpty(answer)) answers[question.code] = answer
  }
  return { asked, answers }
}
