import { measures, personColumns } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { personIndicators } from '../../contract/figures/person-indicators.js'

/** Who is alive on a day, with what is known of them. */
const people = (at: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select p.id as unit, p.id as row, p.division, ${at} as date, ${personColumns(at)}
  from persons_person p
  where case when p.death_date is not null then p.death_date > ${at} else p.is_deceased is not true end and ${where}`

const households = (at: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select h.id as unit, h.id as row, h.division, ${at} as date, h.economic_state as economy
  from persons_household h where (h.ended_on is null or h.ended_on > ${at}) and ${where}`

/** The rows behind the figures of the register. */
export const personMeasures = measures(personIndicators, {
  registered: ({ at }) => people(at, sql`true`),
  disabled: ({ at }) => people(at, sql`p.is_certified`),
  severe: ({ at }) => people(at, sql`p.is_certified and p.disability_grade in ('1', '2')`),
  withStatus: ({ at }) => sql`
    select somebody.*, s.kind as status from (${people(at, sql`true`)}) as somebody
    join persons_status s on s.person = somebody.unit and s.since <= ${at} and (s.until is null or s.until >= ${at})`,
  households: ({ at }) => households(at, sql`true`),
  multiDisabledHouseholds: ({ at }) => households(at, sql`h.is_multi_disabled`),
  agedCaringHouseholds: ({ at }) => households(at, sql`h.is_aged_caring`),
})
