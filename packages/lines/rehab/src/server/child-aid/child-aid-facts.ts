import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

/** Where the facts about aid of children stand. */
export const childAidFactSources = facts({
  groups: {
    diagnoses: ({ date }) => sql`
      select person as subject, jsonb_agg(jsonb_build_object('category', category, 'finding', finding)) as diagnoses
      from rehab_diagnosis where diagnosed_on <= ${date} group by person`,

    // what a programme granted is told by its enrolment
    aids: ({ date }) => sql`
      select person as subject, jsonb_agg(jsonb_build_object('aid', aid)) as "aidedBefore" from rehab_relief
      where enrolment is null and state in ('approved', 'away', 'training', 'settled') and decided_on <= ${date}
        and extract(year from decided_on) = extract(year from ${date}) group by person`,
  },
})
