import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** The age band of somebody on a day, for the column `ageBand` of a measure; null where the birth date is not known or lies after the day. */
export function ageBand(birthDate: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<string | null> {
  const age = sql`extract(year from age(${on}, ${birthDate}))`
  return sql`case when ${birthDate} > ${on} then null when ${age} < 7 then '0-6' when ${age} < 18 then '7-17'
    when ${age} < 60 then '18-59' when ${age} >= 60 then '60+' end`
}
