import type { Answer, Answers } from './answers.js'
import { answerTo } from './answers.js'
import { checkAnswers } from './check-answers.js'
import type { Facts } from './facts.js'
import type { Form } from './form.js'
import { walkForm } from './walk-form.js'

/** Answers taken over from an earlier record, and the codes of the questions whose answers nobody has confirmed yet. */
export interface Prefilled {
  readonly answers: Answers
  readonly unconfirmed: readonly string[]
}

/**
 * What an earlier record answers of a form today. Photos are taken anew; answers that the form no longer accepts, and those to questions that
 * are not asked any more, are left out.
 */
export function prefill(form: Form, earlier: Answers, facts: Facts): Prefilled {
  const kept: Record<string, Answer> = {}
  const problemsOf = (answers: Answers) => checkAnswers(form, answers, facts, { isFinal: false })
  for (const { code, kind } of form.questions) {
    const answer = answerTo(code, earlier)
    if (answer !== undefined && kind !== 'photo') kept[code] = answer
  }
  // an answer that falls away can bring up another question, whose earlier answer is looked at then
  for (let found = problemsOf(kept); found.length > 0; found = problemsOf(kept))
    for (const { question } of found) delete kept[question]
  const { answers } = walkForm(form, kept, facts)
  return { answers, unconfirmed: Object.keys(answers) }
}
