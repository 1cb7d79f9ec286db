import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

/**
 * Where the fact about lists stands: what somebody confirmed of a list, from the day that the list gives until a later whole list of the same kind
 * and area that was closed without him.
 */
export const listFactSource = facts({
  groups: {
    lists: ({ date }) => sql`
      select d.person as subject, jsonb_agg(jsonb_build_object('kind', split_part(d.kind, '.', 2))) as lists
      from matching_difference d join matching_list l on l.id = d.list
      where d.sort = 'listed' and d.state = 'confirmed' and d.kind like 'matching.%' and d.day <= ${date}
        and not exists (
          select from matching_list later where later.kind = d.kind and later.division = l.division and later.is_whole
            and later.state = 'closed' and later.as_of > l.as_of and later.as_of <= ${date}
            and not exists (select from matching_difference again
              where again.list = later.id and again.person = d.person and again.state = 'confirmed'))
      group by d.person`,
  },
})
