import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { mentalIndicators } from '../../contract/figures/mental-indicators.js'
import { people } from './people.js'

type Part = RawBuilder<unknown>

/** Those who are in care on a day; of them the others are parts. */
const inCare = (at: Part, where: Part) =>
  people({
    table: 'rehab_patient',
    by: 'person',
    unit: 'person',
    on: at,
    where: sql`t.found_on <= ${at} and (t.left_on is null or t.left_on > ${at}) and ${where}`,
    more: sql`t.source`,
  })

/** Whether a visit of the year that ends on the day is so. */
const visited = (at: Part, where: Part) => sql`exists (
  select from rehab_care_visit v where v.patient = t.id and v.visited_on <= ${at}
    and v.visited_on > ${at} - interval '1 year' and ${where})`

/** Whether it is the latest of them. */
const isLatest = (at: Part) => sql`not exists (
  select from rehab_care_visit w where w.patient = v.patient and w.visited_on <= ${at}
    and (w.visited_on, w.id) > (v.visited_on, v.id))`

/** The rows behind the four rates. */
export const mentalMeasures = measures(mentalIndicators, {
  patients: ({ at }) => inCare(at, sql`true`),
  patientsGuarded: ({ at }) => inCare(at, sql`t.guarded_on <= ${at}`),
  patientsVisited: ({ at }) => inCare(at, visited(at, sql`true`)),
  patientsImproved: ({ at }) => inCare(at, visited(at, sql`v.improvement = 'marked' and ${isLatest(at)}`)),
  patientsParticipating: ({ at }) => inCare(at, visited(at, sql`v.participation <> 'none' and ${isLatest(at)}`)),
  patientsIncident: ({ at }) => inCare(at, visited(at, sql`v.incidents > 0`)),
})
