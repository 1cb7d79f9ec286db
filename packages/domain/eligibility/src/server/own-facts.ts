import { sql } from 'kysely'
import { facts } from '../asking/index.js'

/** What somebody draws on a day: what others pay, and what modules of this deployment tell. */
export const ownFacts = facts({
  groups: {
    benefits: ({ date, receives }) => sql`
      select drawn.subject,
        jsonb_agg(jsonb_build_object('kind', drawn.kind, 'statement', drawn.statement)) as benefits
      from (select person as subject, kind, case has_statement when true then 'yes' when false then 'no' end as statement
          from eligibility_benefit where since <= ${date} and (until is null or until >= ${date})
        union all select subject, kind, null from ${receives} as told where kind is not null) as drawn
      group by drawn.subject`,
  },
})
