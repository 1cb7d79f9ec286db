import { texts } from '@opendpf/messages'
import * as z from 'zod'
import { conditionSchema } from './condition.js'
import { effectSchema } from './effect.js'
import { spreadSchema } from './spread.js'

/** How a question is answered. `photo` is answered with files of the record. */
export const questionKinds = ['one', 'several', 'yes-no', 'number', 'date', 'text', 'photo', 'division'] as const
export type QuestionKind = (typeof questionKinds)[number]

const line = (max: number) => z.string().trim().min(1).max(max)

/** A text in both languages. */
export const textsSchema = z.strictObject({ 'zh-CN': line(500), en: line(500) }).readonly()

/** What can be chosen. One that stands `alone` excludes every other: none of these. */
export const choiceSchema = z
  .strictObject({ code: line(20).regex(/^[0-9A-Za-z-]+$/), text: textsSchema, alone: z.boolean().optional() })
  .readonly()
export type Choice = z.output<typeof choiceSchema>

/**
 * One question. Its bounds are of the number, of the length of the text, or of how many are chosen or photographed; `unit` follows a number
 * and `spread` says which numbers are looked at once more. A question that is not `optional` must be answered before the record is finished, if it is asked at all.
 */
export const questionSchema = z
  .strictObject({
    code: line(20).regex(/^[A-Za-z][A-Za-z0-9_-]*$/),
    group: line(20),
    text: textsSchema,
    hint: textsSchema.optional(),
    kind: z.enum(questionKinds),
    choices: z.array(choiceSchema).min(1).max(60).readonly().optional(),
    unit: textsSchema.optional(),
    min: z.int().optional(),
    max: z.int().optional(),
    optional: z.boolean().optional(),
    showWhen: conditionSchema.optional(),
    effects: z.array(effectSchema).min(1).max(20).readonly().optional(),
    spread: spreadSchema.optional(),
  })
  .readonly()
export type Question = z.output<typeof questionSchema>

/** Yes and no, as every question of that kind has them. */
const yesNo: readonly Choice[] = [
  { code: 'yes', text: texts('是', 'Yes') },
  { code: 'no', text: texts('否', 'No') },
]

/** What can be chosen for an answer; undefined where nothing is chosen. */
export function choicesOf({ kind, choices }: Pick<Question, 'kind' | 'choices'>): readonly Choice[] | undefined {
  if (kind === 'yes-no') return yesNo
  return kind === 'one' || kind === 'several' ? (choices ?? []) : undefined
}

/** The bounds that hold where a question gives none. */
export function boundsOf({ kind, min, max, choices }: Pick<Question, 'kind' | 'min' | 'max' | 'choices'>): {
  readonly min: number
  readonly max: number
} {
  switch (kind) {
    case 'several':
      return { min: min ?? 1, max: max ?? choices?.length ?? 1 }
    case 'text':
      return { min: min ?? 1, max: max ?? 200 }
    case 'photo':
      return { min: min ?? 1, max: max ?? 5 }
    default:
      return { min: min ?? 0, max: max ?? 1_000_000 }
  }
}
