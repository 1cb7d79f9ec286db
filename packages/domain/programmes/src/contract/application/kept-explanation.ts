import * as z from 'zod'

const words = z.object({ 'zh-CN': z.string(), en: z.string() })

/** One clause as a decision keeps it: what it asked for, how it came out, and on which fact. */
const clauseSchema = z.object({
  title: words,
  basis: z.string(),
  code: z.string().nullable(),
  verdict: z.enum(['yes', 'no', 'unknown']),
  /** What was told about it when it did not hold. */
  told: words.nullable(),
  /** `<module>.<name>` of the fact and what it is called; its value is not kept, because it may be secret. */
  facts: z.array(z.object({ name: z.string(), title: words, source: words, ask: words })),
})
export type KeptClause = z.output<typeof clauseSchema>

/** What the rules said on a day, as a decision keeps it: it is not changed by what the register says later. */
export const explanationSchema = z.object({
  scheme: z.string(),
  date: z.string(),
  verdict: z.enum(['yes', 'no', 'unknown']),
  ruleVersion: z.string(),
  clauses: z.array(clauseSchema).max(100),
  /** The standard that held, in fen; null where none was set, or what it depends on was not known. */
  standard: z.number().nullable(),
})
export type KeptExplanation = z.output<typeof explanationSchema>
