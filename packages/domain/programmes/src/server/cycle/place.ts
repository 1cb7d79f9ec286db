import { scopeCondition, scopeOfDivision } from '@opendpf/kit'
import { type RawBuilder, sql } from 'kysely'

/** Rows of a table that lie in a division: an equality on the level that it names. */
export function liesIn(division: string, table: 'e' | 'p'): RawBuilder<boolean> {
  const condition = scopeCondition(scopeOfDivision(division))
  return condition === undefined ? sql`true` : sql`${sql.ref(`${table}.${condition.column}`)} = ${condition.value}`
}

/** Whether two divisions have ground in common: one of them lies in the other. */
export function overlap(one: string, other: string): boolean {
  const [first, second] = [one, other].map((division) => scopeCondition(scopeOfDivision(division))?.value ?? '')
  return (first ?? '').startsWith(second ?? '') || (second ?? '').startsWith(first ?? '')
}
