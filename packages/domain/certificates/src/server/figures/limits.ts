import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** Periods of cases that have ended, kept or not; what somebody else had to do in time is not the county's. */
export const deadlines = (where: RawBuilder<unknown>) => sql`
  select d.id as unit, d.id as row, d.division, d.ended_on as date, d.clock, k.item
  from system_deadline d join certificates_case k on k.id = d.row_id
  where d.record = 'certificates.case' and d.clock in ('acceptance', 'review', 'handling') and d.state in ('met', 'missed')
    and d.ended_on is not null and ${where}`

/**
 * How long cases were in each state: the clock of their handling keeps when each began. A state that was entered again counts again; the last
 * one ends with the clock.
 */
export const stages = () => sql`
  select id || ':' || position as unit, row_id as row, division, until as date, until - since as value, stage, item
  from (
    select d.id, d.row_id, d.division, k.item, stretch.value ->> 'state' as stage, stretch.position,
      ((stretch.value ->> 'from')::timestamptz at time zone 'Asia/Shanghai')::date as since,
      coalesce(lead(((stretch.value ->> 'from')::timestamptz at time zone 'Asia/Shanghai')::date)
        over (partition by d.id order by stretch.position), d.ended_on) as until
    from system_deadline d join certificates_case k on k.id = d.row_id
      cross join lateral jsonb_array_elements(d.course -> 'stretches') with ordinality as stretch(value, position)
    where d.record = 'certificates.case' and d.clock = 'handling' and d.state in ('met', 'missed') and d.ended_on is not null) as spent
  where until is not null`
