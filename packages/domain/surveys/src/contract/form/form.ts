import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { questionSchema, textsSchema } from './question.js'

/** Answers that do not go together: while the condition holds, the text stands at the question. */
const consistencySchema = z
  .strictObject({ at: z.string().min(1).max(20), refuseWhen: conditionSchema, text: textsSchema })
  .readonly()
export type Consistency = z.output<typeof consistencySchema>

/**
 * The questions of a questionnaire in their order, under the headings of groups, and what must hold between answers. One that is `about` a
 * village asks nothing of persons: the register's facts of a person are not known there, and nothing about anybody follows from an answer.
 */
export const formSchema = z.strictObject({
  about: z.literal('village').optional(),
  groups: z
    .array(z.strictObject({ code: z.string().min(1).max(20), title: textsSchema }).readonly())
    .min(1)
    .max(40)
    .readonly(),
  questions: z.array(questionSchema).min(1).max(300).readonly(),
  checks: z.array(consistencySchema).max(100).readonly(),
})
export type Form = Readonly<z.output<typeof formSchema>>
