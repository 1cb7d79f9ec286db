import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

/**
 * The certificate somebody has on a day. A state that began later had not begun: the certificate was good then if its term covers the day.
 * Of a multiple disability whose components are not recorded one is known by its grade, and of the others nothing.
 */
export const certificateFactSources = facts({
  groups: {
    certificate: ({ date }) => sql`
      select distinct on (person) person as subject,
        case when valid_to < ${date} then 'expired'
          when state_on > ${date} and state <> 'valid' then 'valid' else state end as state,
        coalesce(components, case when category = '7'
          then jsonb_build_array(jsonb_build_object('grade', grade), jsonb_build_object()) end) as components
      from certificates_certificate
      where issue_date <= ${date} and (state in ('valid', 'expired', 'frozen', 'transferring') or state_on > ${date})
      order by person, issue_date desc, id desc`,

    // a renewal and a re-assessment date the one row of a certificate anew: the grade of a day before stands in what the row was until then
    grade: ({ date }) => sql`
      select distinct on (c.person) c.person as subject,
        case when c.issue_date <= ${date} then c.grade else (
          select h.grade from certificates_certificate_history h where h.id = c.id and h.issue_date <= ${date}
          order by h.version desc limit 1) end as grade
      from certificates_certificate c
      where c.state in ('valid', 'expired', 'frozen', 'transferring') or c.state_on > ${date}
      order by c.person, c.issue_date <= ${date} desc, c.issue_date desc, c.id desc`,
  },
})
