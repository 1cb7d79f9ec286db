import { type RawBuilder, sql } from 'kysely'
import type { CountedIndicator } from '../contract/index.js'
import { codeCondition, type Narrowing, placeCondition, spanCondition } from './narrow.js'

/** What a question asks of a row: all of its conditions. */
export interface Asking {
  readonly indicator: Pick<CountedIndicator, 'kind'>
  readonly about: Pick<Narrowing, 'from' | 'to' | 'place' | 'filters'>
}

/**
 * Which questions a row meets, as bits of numbers: bit `n` of the masks of a row says whether it meets question `n`. Each different condition
 * is looked at once for a row, however many questions ask for it.
 */
export interface Masks {
  /** The masks as columns, in terms of the rows `m`. */
  readonly columns: readonly RawBuilder<unknown>[]
  /** Their names. */
  readonly names: readonly string[]
  /** Whether a row of `from`, or a group of rows that the masks are the same of, meets a question. */
  isMet(question: number, from: string): RawBuilder<unknown>
}

/** A column of the database has so many bits, without its sign. */
const bitsOfMask = 62

export function masksOf(questions: readonly Asking[]): Masks {
  const chunks = Array.from({ length: Math.ceil(questions.length / bitsOfMask) }, (_, index) =>
    questions.slice(index * bitsOfMask, (index + 1) * bitsOfMask),
  )
  const names = chunks.map((_, index) => `mask${index}`)
  return {
    columns: chunks.map((chunk, index) => sql`${maskOf(chunk)} as ${sql.raw(names[index] ?? '')}`),
    names,
    isMet(question, from) {
      const name = `${from}.mask${Math.floor(question / bitsOfMask)}`
      return sql`${sql.raw(name)} & ${bits([question % bitsOfMask])} <> 0`
    },
  }
}

interface Condition {
  readonly expression: RawBuilder<unknown>
  /** The questions that ask for it. */
  readonly bits: number[]
}

/** A question is met by a row that meets it in every respect: in each, those are that ask for nothing, and those whose condition is met. */
function maskOf(questions: readonly Asking[]): RawBuilder<unknown> {
  const respects = new Map<string, Map<string, Condition>>()
  for (const [bit, question] of questions.entries())
    for (const { respect, key, expression } of conditionsOf(question)) {
      const conditions = respects.get(respect) ?? new Map<string, Condition>()
      respects.set(respect, conditions)
      const known = conditions.get(key)
      if (known) known.bits.push(bit)
      else conditions.set(key, { expression: expression(), bits: [bit] })
    }
  const all = questions.map((_, bit) => bit)
  const met = [...respects.values()].map((conditions) => {
    const asking = new Set([...conditions.values()].flatMap((one) => one.bits))
    const cases = [...conditions.values()].map(
      (one) => sql`case when ${one.expression} then ${bits(one.bits)} else 0 end`,
    )
    return sql`(${sql.join([bits(all.filter((bit) => !asking.has(bit))), ...cases], sql` | `)})`
  })
  return met.length === 0 ? bits(all) : sql`(${sql.join(met, sql` & `)})`
}

interface Asked {
  readonly respect: string
  readonly key: string
  readonly expression: () => RawBuilder<unknown>
}

function conditionsOf({ indicator, about }: Asking): readonly Asked[] {
  const { from, to, place, filters } = about
  return [
    ...(indicator.kind === 'flow'
      ? [{ respect: 'days', key: `${from} ${to}`, expression: () => spanCondition({ from, to }) }]
      : []),
    ...(place === undefined ? [] : [{ respect: 'place', key: place, expression: () => placeCondition(place) }]),
    ...Object.entries(filters).map(([dimension, codes]) => ({
      respect: `of ${dimension}`,
      key: JSON.stringify(codes),
      expression: () => codeCondition(dimension, codes),
    })),
  ]
}

function bits(numbers: readonly number[]): RawBuilder<unknown> {
  return sql.raw(`${numbers.reduce((sum, bit) => sum + (1n << BigInt(bit)), 0n)}::bigint`)
}
