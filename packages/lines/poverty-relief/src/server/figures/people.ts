import { ageBand } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'

type Part = RawBuilder<unknown>

/** Rows `t` of a record about persons `p`. */
interface PeopleAsked {
  readonly table: string
  /** What is counted once. */
  readonly unit: Part
  /** The day that counts. */
  readonly on: Part
  readonly where?: Part
  /** More columns: a value, dimensions. */
  readonly more?: Part
  /** How a row leads to its person. */
  readonly join?: Part
}

const ownPerson = sql`join persons_person p on p.id = t.person`

/** The rows of a measure about persons, with what everybody is broken down by. */
export function people({ table, unit, on, where = sql`true`, more, join = ownPerson }: PeopleAsked): Part {
  return sql`
    select ${unit} as unit, t.id as row, t.division, ${on} as date, p.sex, ${ageBand(sql`p.birth_date`, on)} as "ageBand",
      p.disability_category as category, p.disability_grade as grade${more ? sql`, ${more}` : sql``}
    from ${sql.table(table)} t ${join} where ${where}`
}

/** The household in which somebody lived on a day; who has none counts for himself. */
export const householdOn = (person: Part, day: Part): Part => sql`coalesce((
  select min(m.household) from persons_member m
  where m.person = ${person} and m.since <= ${day} and (m.until is null or m.until > ${day})), ${person})`
