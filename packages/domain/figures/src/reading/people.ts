import { type RawBuilder, sql } from 'kysely'
import { ageBand } from './age-band.js'
import type { RowsByUnit } from './measures.js'

type Part = RawBuilder<unknown>

/**
 * The columns of `personDimensions`, of the person `p` on a day. Category and grade are those of the register, unless a source is named that
 * knows better what they were then.
 */
export const personColumns = (
  on: Part,
  { category = sql`p.disability_category`, grade = sql`p.disability_grade` }: { category?: Part; grade?: Part } = {},
): Part => sql`p.sex, ${ageBand(sql`p.birth_date`, on)} as "ageBand", ${category} as category, ${grade} as grade,
  p.household_type as residence`

/** Rows of a record about persons. */
export interface PeopleAsked {
  readonly table: string
  /** The column of what is counted once: `row`, `person`, or one of `more`. */
  readonly unit: string
  /** The day that counts. */
  readonly on: Part
  readonly where?: Part
  /** More columns: a value, dimensions, other units. */
  readonly more?: Part
  /** How a row `t` leads to its person `p`. Default: by its field `person`. */
  readonly join?: Part
  readonly category?: Part
}

/** The rows of a measure about persons: the same ones, whether they, the persons or something else is counted. */
export function peopleRows({
  table,
  unit,
  on,
  where = sql`true`,
  more,
  join = byPerson,
  ...known
}: PeopleAsked): RowsByUnit {
  const rows = sql`
    select t.id as row, p.id as person, t.division, ${on} as date, ${personColumns(on, known)}${more ? sql`, ${more}` : sql``}
    from ${sql.table(table)} t ${join} where ${where}`
  return { rows, unit }
}

const byPerson = sql`join persons_person p on p.id = t.person`
