import { type RawBuilder, sql } from 'kysely'

type Part = RawBuilder<unknown>

/** The household in which somebody lived on a day; who has none counts for himself. */
export const householdOn = (person: Part, day: Part): Part => sql`coalesce((
  select min(m.household) from persons_member m
  where m.person = ${person} and m.since <= ${day} and (m.until is null or m.until > ${day})), ${person})`
