import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { noticeIndicators } from '../contract/notice-indicators.js'

const objections = sql`
  select id as unit, id as row, division, received_on as date, channel, state from notices_objection`

/** The rows behind what the engine of notices counts. */
export const noticeMeasures = measures(noticeIndicators, {
  posted: () => sql`
    select id as unit, id as row, division, from_day as date from notices_notice where state in ('posted', 'ended')`,
  subjects: () => sql`
    select id as unit, id as row, division, from_day as date from notices_line where from_day is not null`,
  objections: () => objections,
  objectionsUpheld: () => sql`select * from (${objections}) as o where state = 'upheld'`,
})
