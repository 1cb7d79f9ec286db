import { type RawBuilder, sql } from 'kysely'
import type { CountedIndicator } from '../contract/index.js'
import { type Narrowing, placeCondition, spanCondition } from './narrow.js'

/** What questions hold rows against, each thing once: rows that are alike in all of it are counted as one. */
export interface Atoms {
  /** The columns of the inner query, in its terms. */
  readonly columns: readonly RawBuilder<unknown>[]
  /** What a question asks of a row, in terms of those columns of `g`. */
  conditionOf(question: { readonly indicator: CountedIndicator; readonly about: Narrowing }): RawBuilder<unknown>
}

/** Collects what questions hold rows against: whether a day is in a period, a place in another, and the codes of dimensions. */
export function collectAtoms(): Atoms {
  const columns: RawBuilder<unknown>[] = []
  const known = new Map<string, RawBuilder<unknown>>()
  const columnOf = (key: string, expression: () => RawBuilder<unknown>): RawBuilder<unknown> => {
    const found = known.get(key)
    if (found) return found
    const name = `k${columns.length}`
    columns.push(sql`${expression()} as ${sql.raw(name)}`)
    const column = sql`${sql.raw(`g.${name}`)}`
    known.set(key, column)
    return column
  }
  return {
    columns,
    conditionOf({ indicator, about }) {
      const { from, to, place, filters } = about
      const conditions = [
        ...(indicator.kind === 'flow' ? [columnOf(`span ${from} ${to}`, () => spanCondition(about))] : []),
        ...(place === undefined ? [] : [columnOf(`place ${place}`, () => placeCondition(place))]),
        ...Object.entries(filters).map(
          ([dimension, codes]) =>
            sql`${columnOf(`dimension ${dimension}`, () => sql`${sql.ref(`m.${dimension}`)}::text`)} = any(${codes}::text[])`,
        ),
      ]
      return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
    },
  }
}
