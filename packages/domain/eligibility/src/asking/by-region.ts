import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ParameterValue } from '../contract/index.js'
import type { ParameterEntry } from './parameters.js'

/** What follows from a parameter for each subject: the value of the smallest region around it counts, and `undecided` where nobody decided. */
export function byRegion<T>(
  entries: readonly ParameterEntry[],
  division: RawBuilder<string>,
  follows: (value: ParameterValue) => RawBuilder<T>,
  undecided: RawBuilder<T>,
): RawBuilder<T> {
  const everywhere = entries.find(({ prefix }) => prefix === '')
  const last = everywhere ? follows(everywhere.value) : undecided
  const cases = entries
    .filter(({ prefix }) => prefix !== '')
    .map(
      ({ prefix, value }) =>
        sql`when left(${division}, ${sql.lit(prefix.length)}) = ${prefix}::text then ${follows(value)}`,
    )
  return cases.length === 0 ? last : sql<T>`(case ${sql.join(cases, sql` `)} else ${last} end)`
}
