import { measures, personColumns } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { certificateIndicators } from '../../contract/figures/indicators.js'
import { deadlines, stages } from './limits.js'

/** Certificates with what is known of their holders on a day. */
const certificates = (on: RawBuilder<unknown>, where: RawBuilder<unknown>, unit = sql`c.id`) => sql`
  select ${unit} as unit, c.id as row, c.division, ${on} as date, ${personColumns(on, { category: sql`c.category`, grade: sql`c.grade` })},
    c.state, c.cancel_reason as reason
  from certificates_certificate c join persons_person p on p.id = c.person where ${where}`

/** One that ended after the day was still held on it; before the day of its issue it was not there. */
const heldOn = (at: RawBuilder<unknown>) => sql`c.issue_date <= ${at}
  and (c.state in ('valid', 'expired', 'frozen', 'transferring') or c.state_on > ${at})`

/** Cases with what is known of their applicants. */
const cases = (date: RawBuilder<unknown>, where: RawBuilder<unknown>, on = date) => sql`
  select k.id as unit, k.id as row, k.division, ${date} as date,
    ${personColumns(on, { category: sql`coalesce(k.category, c.category)`, grade: sql`coalesce(k.grade, c.grade)` })}, k.item, k.refusal_reason as reason,
    k.closed_on - k.applied_on as value
  from certificates_case k join persons_person p on p.id = k.person left join certificates_certificate c on c.id = k.certificate
  where ${where}`

const closedOn = sql`k.closed_on`
const isDone = sql`k.state in ('issued', 'done')`
const issued = (item: string) => cases(closedOn, sql`k.state = 'issued' and k.item = ${item}`)

const tripServices = (unit: 'row' | 'person') => () => ({
  unit,
  rows: sql`
    select s.person, s.id as row, t.division, t.held_on as date, s.kind
    from certificates_trip_service s join certificates_trip t on t.id = s.trip where t.state = 'done'`,
})

/** The rows behind the figures about certificates. */
export const certificateMeasures = measures(certificateIndicators, {
  held: ({ at }) => certificates(at, heldOn(at), sql`c.person`),
  valid: ({ at }) =>
    certificates(
      at,
      sql`${heldOn(at)} and (c.state = 'valid' or c.state_on > ${at}) and (c.valid_to is null or c.valid_to >= ${at})`,
    ),
  renewable: ({ at }) => certificates(at, sql`c.state = 'valid' and c.is_renewable and c.issue_date <= ${at}`),
  cancelled: () => certificates(sql`c.state_on`, sql`c.state = 'cancelled' and c.state_on is not null`),
  applied: () => cases(sql`k.applied_on`, sql`k.state <> 'draft'`),
  open: ({ at }) =>
    cases(
      sql`k.applied_on`,
      sql`k.state <> 'draft' and k.applied_on <= ${at} and (k.closed_on is null or k.closed_on > ${at})`,
      at,
    ),
  done: () => cases(closedOn, isDone),
  newlyIssued: () => issued('new'),
  renewed: () => issued('renew'),
  regraded: () => issued('change-grade'),
  refused: () => cases(closedOn, sql`k.state = 'refused'`),
  disputed: () => cases(sql`k.found_on`, sql`k.dispute_reason is not null and k.found_on is not null`),
  stageMedian: stages,
  stageP90: stages,
  handlingMedian: () => cases(closedOn, isDone),
  handlingP90: () => cases(closedOn, isDone),
  limitsEnded: () => deadlines(sql`true`),
  limitsKept: () => deadlines(sql`d.state = 'met'`),
  promisesKept: () => deadlines(sql`d.state = 'met' and d.ended_on <= coalesce(d.promised_on, d.due_on)`),
  trips: () =>
    sql`select id as unit, id as row, division, held_on as date, purpose from certificates_trip where state = 'done'`,
  tripPersons: tripServices('person'),
  tripServices: tripServices('row'),
})
