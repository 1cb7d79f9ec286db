import type { Answer, Answers } from './answers.js'
import { answerTo, isSame } from './answers.js'
import type { Form } from './form.js'

/** A question that two records answer differently; an answer that is missing was not asked or not given. */
export interface Difference {
  readonly question: string
  readonly before: Answer | undefined
  readonly after: Answer | undefined
}

/** What two records answer differently, in the order of the form. */
export function compareAnswers(form: Form, before: Answers, after: Answers): readonly Difference[] {
  return form.questions.flatMap(({ code }) => {
    const [was, is] = [answerTo(code, before), answerTo(code, after)]
    return isSame(was, is) ? [] : [{ question: code, before: was, after: is }]
  })
}

/**
 * How two interviews of one person agree, by question: only what both answered is compared. Photos and words differ between two visits
 * without anybody being wrong, and are left out.
 */
export function agreementOf(form: Form, one: Answers, other: Answers): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    form.questions.flatMap(({ code, kind }) => {
      const [first, second] = [answerTo(code, one), answerTo(code, other)]
      const isLeftOut = kind === 'photo' || kind === 'text' || first === undefined || second === undefined
      return isLeftOut ? [] : [[code, isSame(first, second)]]
    }),
  )
}
