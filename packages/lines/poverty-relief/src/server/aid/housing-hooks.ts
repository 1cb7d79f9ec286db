import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { povertyRelief } from '../../contract/index.js'

const { housing } = povertyRelief.records

/** The house is that of the household in which the person lives. */
export const housingHooks: RecordHooks<typeof housing> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['surveyedOn', 'startedOn', 'acceptedOn'], { record: 'housing', today })
  },
  async check(drafts, { db }) {
    const placed = drafts.filter(({ action, values }) => action === 'create' || values.household !== null)
    const people = [...new Set(placed.map(({ values }) => values.person))]
    if (people.length === 0) return
    const { rows } = await sql<{ readonly person: string; readonly household: string }>`
      select person, household from persons_member where person = any(${people}::text[]) and until is null
      order by person, since desc`.execute(db)
    const homes = Map.groupBy(rows, ({ person }) => person)
    for (const { action, values, refuse } of placed) {
      const home = homes.get(values.person) ?? []
      if (values.household === null && action === 'create') values.household = home[0]?.household ?? null
      else if (values.household !== null && !home.some(({ household }) => household === values.household))
        refuse('household', 'housing.problem.household')
    }
  },
}

const isUnsafe: Guard<typeof housing> = (_, { condition }) => (condition === 'safe' ? {} : true)

export const housingGuards = { 'housing.isUnsafe': isUnsafe } as const
