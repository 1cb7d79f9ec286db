import * as z from 'zod'

/** An answer: the code of a choice, the codes of several, a number, or a text (a date, a division, words). Photos are ids of files. */
export const answerSchema = z.union([z.string().max(2000), z.number(), z.array(z.string().max(60)).max(60).readonly()])
export type Answer = string | number | readonly string[]

/** Answers by the code of their question. A question without one was not answered. */
export const answersSchema = z.record(z.string().min(1).max(20), answerSchema)
export type Answers = Readonly<Record<string, Answer>>

/** Whether two answers are the same; the order of several choices says nothing. */
export function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((code) => other.includes(code))
}

/** Whether nothing was answered. */
export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined) return true
  if (typeof answer === 'number') return false
  return typeof answer === 'string' ? answer.trim() === '' : answer.length === 0
}

/** What was answered to a question, whatever its code is called. */
export function answerTo(code: string, answers: Answers): Answer | undefined {
  return Object.hasOwn(answers, code) ? answers[code] : undefined
}
