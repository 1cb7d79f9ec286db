import * as z from 'zod'

/** One code that a value may be, with its names; entries of a national code list are such. */
export interface Code {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** One of several things that are true of somebody at once: a component of a disability, a benefit that is drawn. Null is not known. */
export type Item = Readonly<Record<string, string | null>>

/** Which items are meant: an item fits when each attribute named here is one of the codes. */
export type Pattern = Readonly<Record<string, readonly string[]>>

/** What a fact can be. Null is not known, which is neither yes nor no. */
export type FactValue = string | number | boolean | readonly Item[] | null

/** Money in fen by code: what each grade or category is paid. */
export type Sums = Readonly<Record<string, number>>

/** What a parameter can be: a number (money in fen), a yes or no, a list of codes, patterns of items, or money by code. */
export type ParameterValue = number | boolean | readonly string[] | readonly Pattern[] | Sums

const code = z.string().min(1).max(40)

const count = z.number().int().min(0).max(1_000_000_000_000)

/** What a parameter's value is kept as; its declaration says which of these it has to be. */
export const parameterValueSchema = z.union([
  count,
  z.boolean(),
  z.array(code).max(200),
  z.array(z.record(code, z.array(code).min(1).max(100))).max(50),
  z.record(code, count),
])

/** Yes, no, or not known (三值逻辑): what cannot be decided is never a yes. */
export type Verdict = 'yes' | 'no' | 'unknown'
