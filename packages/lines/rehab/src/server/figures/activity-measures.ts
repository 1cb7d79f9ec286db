import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { activityIndicators, outreachKind } from '../../contract/figures/activity-indicators.js'

/** Who an attendance `t` names: a person of the register, or somebody from outside by name and phone. */
const who = sql`coalesce(t.person, t.outsider_name || ' ' || coalesce(t.outsider_phone_key, ''))`

/** Those who took part, by name, in activities of a kind of this line. */
const attendances = (kind: string) => sql`
  select ${who} as unit, t.id as row, t.division, s.held_on as date
  from activities_attendance t join activities_session s on s.id = t.session join activities_activity a on a.id = s.activity
  where t.part = 'participant' and ${who} is not null and a.kind = ${sql.lit(`rehab.${kind}`)}`

const sessions = sql`
  select s.id as unit, s.id as row, s.division, s.held_on as date, s.person_times as value, a.kind
  from activities_session s join activities_activity a on a.id = s.activity
  where s.person_times > 0 and (a.kind = ${sql.lit(outreachKind)} or a.kind like 'rehab.%')`

/** The rows behind the figures of activities for rehabilitation. */
export const activityMeasures = measures(activityIndicators, {
  techniciansTrained: () => attendances('technicianTraining'),
  parentsTrained: () => attendances('parentTraining'),
  rehabSessions: () => sessions,
  rehabPersonTimes: () => sessions,
})
