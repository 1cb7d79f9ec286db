import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

/** Who receives what of the programmes on a day, for lists of gaps and rules of overlap. A pause is no end. */
export const receives = facts({
  receives: ({ date }) => sql`
    select subject, scheme, null::text as kind, (from_month || '-01')::date as since from programmes_enrolment
    where from_month <= to_char(${date}, 'YYYY-MM') and (last_month is null or last_month >= to_char(${date}, 'YYYY-MM'))`,
})
