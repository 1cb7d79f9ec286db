import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { matchingIndicators } from '../contract/indicators.js'
import { matchingId } from '../contract/kind.js'
import { ownKindNames } from '../contract/own-kinds.js'

const own = ownKindNames.map((name) => `${matchingId}.${name}`)
const kindOf = sql`case when l.kind = any(${own}::text[]) then split_part(l.kind, '.', 2) else 'other' end`

const entries = sql`
  select e.id as unit, e.id as row, e.division, l.compared_on as date, ${kindOf} as kind, e.state
  from matching_entry e join matching_list l on l.id = e.list where l.compared_on is not null`
const differences = sql`
  select d.id as unit, d.id as row, d.division, l.compared_on as date, ${kindOf} as kind, d.sort, d.state
  from matching_difference d join matching_list l on l.id = d.list where l.compared_on is not null`

/** The rows behind what data matching counts. */
export const matchingMeasures = measures(matchingIndicators, {
  rows: () => entries,
  matched: () => sql`select * from (${entries}) as e where state = 'matched'`,
  differences: () => differences,
  decided: () => sql`select * from (${differences}) as d where state <> 'open'`,
  confirmed: () => sql`select * from (${differences}) as d where state = 'confirmed'`,
})
