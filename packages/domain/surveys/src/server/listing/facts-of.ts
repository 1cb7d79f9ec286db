import type { ModuleContext } from '@opendpf/kit/server'
import { ageOn } from '@opendpf/standards'
import { sql } from 'kysely'
import type { Facts } from '../../contract/index.js'

interface Known extends Omit<Facts, 'age'> {
  readonly id: string
  readonly birthDate: string | null
  readonly household: string | null
}

/** What the register knows of people on a day, and which household they belong to. */
export interface Registered {
  readonly facts: Facts
  readonly household: string | null
}

/** What is known of people on a day, by their id, in one query. */
export async function registeredOf(
  people: readonly string[],
  on: string,
  { db }: Pick<ModuleContext, 'db'>,
): Promise<ReadonlyMap<string, Registered>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<Known>`
    select p.id, p.birth_date::text as "birthDate", p.sex, p.disability_category as category, p.disability_grade as grade,
      p.household_type as residence, m.household
    from persons_person p
    left join persons_member m on m.person = p.id and m.until is null
    where p.id = any(${people}::text[])`.execute(db)
  return new Map(
    rows.map(({ id, birthDate, household, sex, category, grade, residence }) => [
      id,
      {
        facts: { age: birthDate === null ? null : (ageOn(birthDate, on) ?? null), sex, category, grade, residence },
        household,
      },
    ]),
  )
}
