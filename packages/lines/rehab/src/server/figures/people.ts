import { type PeopleAsked as Asked, peopleRows, type RowsByUnit } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { poorStatuses } from '../../contract/index.js'

type Part = RawBuilder<unknown>

/** Whether the person `p` was poor on a day, as the register has it for that day: `poor` or `other`. */
const economyOn = (day: Part) => sql`
  case when exists (
    select from persons_status s where s.person = p.id and s.kind in (${sql.join(poorStatuses.map((kind) => sql.lit(kind)))})
      and s.since <= ${day} and (s.until is null or s.until >= ${day})
  ) then 'poor' else 'other' end`

/** Joins of a row `t` of a record to its person `p`: its own, or that of what it hangs on. */
const joined = {
  person: sql`join persons_person p on p.id = t.person`,
  file: sql`join rehab_file f on f.id = t.file join persons_person p on p.id = f.person`,
  contract: sql`join rehab_doctor_contract c on c.id = t.contract join persons_person p on p.id = c.person`,
  lesson: sql`join rehab_course c on c.id = t.course join rehab_file f on f.id = c.file join persons_person p on p.id = f.person`,
} as const

/** The kind of the institution that a column names. */
export const institutionType = (column: Part) => sql`
  (select o.type from organisations_organisation o where o.id = ${column}) as institution`

/** Rows of a record of this line about persons, with everybody's dimensions and the line's own. */
export interface PeopleAsked extends Omit<Asked, 'join'> {
  readonly by: keyof typeof joined
  readonly unit: 'row' | 'person'
}

/** The rows of a measure about persons: the same ones, whether they are counted or the persons. */
export function people({ by, more, ...asked }: PeopleAsked): RowsByUnit {
  const economy = sql`${economyOn(asked.on)} as economy`
  return peopleRows({ ...asked, join: joined[by], more: more ? sql`${economy}, ${more}` : economy })
}
