import type { ModuleContext } from '@opendpf/kit/server'
import type { DisabilityGrade } from '@opendpf/standards'
import { sql } from 'kysely'
import { persons } from '../../contract/index.js'
import { marksOf } from './marks.js'
import { headRelation } from './membership.js'

interface FactRow {
  readonly household: string
  readonly person: string
  readonly relation: string
  /** Null when the person lies outside the actor's territory. */
  readonly name: string | null
  readonly birth_date: string | null
  readonly is_certified: boolean | null
  readonly disability_grade: DisabilityGrade | null
  readonly is_student: boolean
}

const batch = 1000

/**
 * Computes the head, the size and the marks of households anew from their current members. A household with a member whom the actor
 * cannot see is left as it is: marks made from half the facts would be wrong, and the nightly run sees everybody.
 */
export async function refreshHouseholds(ids: Iterable<string>, context: ModuleContext): Promise<void> {
  const all = [...new Set(ids)]
  for (let start = 0; start < all.length; start += batch) await refresh(all.slice(start, start + batch), context)
}

async function refresh(ids: readonly string[], context: ModuleContext): Promise<void> {
  const { household } = persons.records
  const rows = await context.read.many(household, { id: ids })
  const { rows: facts } = await sql<FactRow>`
    select m.household, m.person, m.relation, p.name, p.birth_date, p.is_certified, p.disability_grade,
      exists (select from persons_status s where s.person = m.person and s.kind = 'enrolled' and s.since <= ${context.today}::date
        and (s.until is null or s.until >= ${context.today}::date)) as is_student
    from persons_member m left join persons_person p on p.id = m.person
    where m.household = any(${ids}::text[]) and m.until is null`.execute(context.db)
  const byHousehold = Map.groupBy(facts, (fact) => fact.household)
  const changes = rows.flatMap((row) => {
    const members = byHousehold.get(row.id) ?? []
    if (members.some(({ name }) => name === null)) return []
    const head = members.find(({ relation }) => relation === headRelation)
    const marks = marksOf(
      members.map((member) => ({
        birthDate: member.birth_date,
        isCertified: member.is_certified === true,
        grade: member.disability_grade,
        isStudent: member.is_student,
      })),
      context.today,
    )
    return [
      {
        id: row.id,
        version: row.version,
        values: { ...marks, head: head?.person ?? null, headName: head?.name ?? row.headName },
      },
    ]
  })
  if (changes.length > 0) await context.write.updateMany(household, changes)
}

/** The households that some persons currently belong to. */
export async function householdsOf(
  personIds: readonly string[],
  { db }: Pick<ModuleContext, 'db'>,
): Promise<readonly string[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    household: string
  }>`select distinct household from persons_member where person = any(${personIds}::text[]) and until is null`.execute(
    db,
  )
  return rows.map(({ household }) => household)
}
