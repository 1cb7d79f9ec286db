import * as z from 'zod'

/** What the register knew of whoever is asked when the campaign opened; null is not known. */
export const factsSchema = z.strictObject({
  age: z.int().min(0).max(150).nullable(),
  sex: z.string().max(2).nullable(),
  category: z.string().max(2).nullable(),
  grade: z.string().max(2).nullable(),
  residence: z.string().max(2).nullable(),
})
export type Facts = Readonly<z.output<typeof factsSchema>>

export const unknownFacts: Facts = { age: null, sex: null, category: null, grade: null, residence: null }
