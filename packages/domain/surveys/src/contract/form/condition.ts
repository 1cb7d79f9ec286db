import * as z from 'zod'

/** What the register knows of whoever is asked, as conditions name it. Age is in completed years on the first day of the campaign. */
export const factNames = ['age', 'sex', 'category', 'grade', 'residence'] as const
export type FactName = (typeof factNames)[number]

const codes = z.array(z.string().min(1).max(20)).min(1).max(40).readonly()
const questionCode = z.string().min(1).max(20)
const amount = z.int().min(-1_000_000_000).max(1_000_000_000)
const ends = { from: amount.optional(), to: amount.optional() }

/**
 * When a question is asked, as data. `is` holds when the answer is one of the codes, or, of an answer with several, when one of them was
 * chosen; `from` and `to` bound a number or an age, both ends included. What was not answered or is not known is never equal and never
 * within bounds.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answered: string }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly from?: number | undefined; readonly to?: number | undefined }
  | { readonly fact: FactName; readonly is: readonly string[] }
  | { readonly fact: 'age'; readonly from?: number | undefined; readonly to?: number | undefined }

const several = z
  .array(z.lazy(() => conditionSchema))
  .min(1)
  .max(20)
  .readonly()

export const conditionSchema: z.ZodType<Condition> = z.union([
  z.strictObject({ all: several }),
  z.strictObject({ any: several }),
  z.strictObject({ not: z.lazy(() => conditionSchema) }),
  z.strictObject({ answered: questionCode }),
  z.strictObject({ question: questionCode, is: codes }),
  z.strictObject({ question: questionCode, ...ends }),
  z.strictObject({ fact: z.enum(factNames), is: codes }),
  z.strictObject({ fact: z.literal('age'), ...ends }),
])

/** A condition that names one question or fact. */
export type Term = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>

/** Every question or fact that a condition names, in order. */
export function termsOf(condition: Condition): readonly Term[] {
  if ('all' in condition) return condition.all.flatMap(termsOf)
  if ('any' in condition) return condition.any.flatMap(termsOf)
  if ('not' in condition) return termsOf(condition.not)
  return [condition]
}

/** The question that a term is about, if it is not about a fact. */
export function questionOf(term: Term): string | undefined {
  if ('answered' in term) return term.answered
  return 'question' in term ? term.question : undefined
}
