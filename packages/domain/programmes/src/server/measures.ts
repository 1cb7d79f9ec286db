import { measures } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'
import { programmeIndicators } from '../contract/indicators.js'

const applications = (date: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select id as unit, id as row, division, ${date} as date, programme, channel, refusal_reason as reason
  from programmes_application where ${where}`

/** Times to decide that have ended, kept or not. */
const limits = (where: RawBuilder<unknown>) => sql`
  select d.id as unit, d.id as row, d.division, d.ended_on as date, a.programme
  from system_deadline d join programmes_application a on a.id = d.row_id
  where d.record = 'programmes.application' and d.clock = 'recognition' and d.state in ('met', 'missed')
    and d.ended_on is not null and ${where}`

const grants = () => sql`
  select person as unit, id as row, division, (month || '-01')::date as date, amount as value, programme, kind
  from programmes_entitlement`

/** The rows behind the figures of programmes. */
export const programmeMeasures = measures(programmeIndicators, {
  enrolled: ({ at }) => sql`
    select person as unit, id as row, division, ${at} as date, programme from programmes_enrolment
    where from_month <= to_char(${at}, 'YYYY-MM') and (last_month is null or last_month >= to_char(${at}, 'YYYY-MM'))`,
  applied: () => applications(sql`applied_on`, sql`state <> 'draft' and applied_on is not null`),
  approved: () => applications(sql`decided_on`, sql`state in ('approved', 'granted')`),
  refused: () =>
    applications(sql`decided_on`, sql`state in ('rejected', 'appealable', 'refused') and decided_on is not null`),
  limitsEnded: () => limits(sql`true`),
  limitsKept: () => limits(sql`d.state = 'met'`),
  entitledPersons: grants,
  entitled: grants,
})
