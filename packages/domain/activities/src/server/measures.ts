import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { activityIndicators } from '../contract/indicators.js'
import { who } from './who.js'

/** Participants, each once in a session whatever a merge of two entries has left; a head count stands for itself. */
const participants = sql`
  select distinct on (t.session, coalesce(${who}, t.id)) t.id, ${who} as who, coalesce(t.head_count, 1) as times, t.division, s.held_on,
    a.kind, a.occasion
  from activities_attendance t join activities_session s on s.id = t.session join activities_activity a on a.id = s.activity
  where t.part = 'participant' order by t.session, coalesce(${who}, t.id), t.id`

/** The rows behind the figures of activities. */
export const activityMeasures = measures(activityIndicators, {
  held: () => sql`
    select id as unit, id as row, division, until_day as date, kind, occasion from activities_activity where state in ('done', 'archived')`,
  sessions: () => sql`
    select s.id as unit, s.id as row, s.division, s.held_on as date, a.kind, a.occasion
    from activities_session s join activities_activity a on a.id = s.activity
    where exists (select from activities_attendance t where t.session = s.id)`,
  participants: () => sql`
    select p.who as unit, p.id as row, p.division, p.held_on as date, p.kind, p.occasion from (${participants}) as p where p.who is not null`,
  personTimes: () => sql`
    select p.id as unit, p.id as row, p.division, p.held_on as date, p.times as value, p.kind, p.occasion from (${participants}) as p`,
  cost: () => sql`
    select c.id as unit, c.id as row, c.division, coalesce(c.spent_on, a.from_day) as date, c.amount as value, a.kind, a.occasion
    from activities_cost c join activities_activity a on a.id = c.activity`,
})
