import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

/** States of means, that which says most first. */
const means = ['extremely-poor', 'allowance', 'allowance-margin', 'rigid-expenditure', 'poor-monitored', 'ordinary']
const ranked = sql`(${means}::text[])`

/** Where the facts of persons stand: one query for each group, with a row for each person. */
export const personFactSources = facts({
  groups: {
    register: ({ date }) => sql`
      select id as subject, sex,
        case when birth_date <= ${date} then extract(year from age(${date}, birth_date))::int end as age,
        case when death_date is not null then death_date > ${date} else is_deceased is not true end as "isAlive"
      from persons_person`,

    // nobody records that care is not needed: where nothing says it is, it has to be assessed
    statuses: ({ date }) => sql`
      select person as subject,
        case when bool_or(kind = 'care-needed') then true end as "needsCare",
        bool_or(kind = 'orphan') as "isOrphan", bool_or(kind = 'employed') as "isEmployed",
        bool_or(kind = 'enrolled') as "isEnrolled", bool_or(kind = 'away') as "isAway",
        bool_or(kind = 'illness-burden') as "hasIllnessBurden",
        bool_or(kind = 'schooling-hardship') as "hasSchoolingHardship"
      from persons_status where since <= ${date} and (until is null or until >= ${date}) group by person`,

    // the person's own state before the household's, and of several the one that says most: the least rank
    economy: ({ date }) => sql`
      select subject, ${ranked}[(min(rank) - 1) % ${means.length}::int + 1] as economy
      from (select person as subject, array_position(${ranked}, kind) as rank
          from persons_status where since <= ${date} and (until is null or until >= ${date}) and kind = any(${ranked})
        union all
        select m.person, ${means.length}::int + array_position(${ranked}, h.economic_state)
          from persons_member m join persons_household h on h.id = m.household
          where h.economic_state is not null and m.since <= ${date} and (m.until is null or m.until > ${date})) as states
      group by subject`,

    household: ({ date }) => sql`
      select m.person as subject, bool_or(h.is_multi_disabled) as "isMultiDisabledHousehold",
        bool_or(h.is_aged_caring) as "isAgedCaringHousehold", bool_or(h.has_student) as "hasStudentInHousehold"
      from persons_member m join persons_household h on h.id = m.household
      where m.since <= ${date} and (m.until is null or m.until > ${date}) group by m.person`,
  },
})
