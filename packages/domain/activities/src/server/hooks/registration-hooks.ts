import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities, registeringStates } from '../../contract/index.js'
import { lockActivities } from '../activities-of.js'
import { admitNext } from '../admit-next.js'

const { registration } = activities.records
type RegistrationDraft = Draft<typeof registration>
const registering: readonly string[] = registeringStates

/** People ask in order and once; places are given out as they are free. */
export const registrationHooks: RecordHooks<typeof registration> = {
  prepare({ values, refuse }) {
    if ((values.person === null) === (values.outsiderName === null)) refuse('person', 'registration.problem.who')
  },
  async check(drafts, context) {
    const known = await lockActivities(
      drafts.map(({ values }) => values.activity),
      context,
    )
    const made = drafts.filter(({ action }) => action === 'create')
    const asked = await askedBefore(made, context.db)
    const last = new Map(asked.positions)
    for (const { values, refuse } of made) {
      const of = known.get(values.activity)
      if (of && !registering.includes(of.state)) refuse('activity', 'registration.problem.closed')
      const place = (last.get(values.activity) ?? 0) + 1
      last.set(values.activity, place)
      values.position = place
      if (values.person === null) continue
      const key = `${values.activity} ${values.person}`
      if (asked.people.has(key)) refuse('person', 'registration.problem.twice')
      asked.people.add(key)
    }
  },
  after: (changes, context) =>
    admitNext(
      [...new Set(changes.flatMap(({ row, action }) => (row && (action as string) !== 'admit' ? [row.activity] : [])))],
      context,
    ),
}

/** Who has asked before and has not withdrawn, and how many have asked at all. */
async function askedBefore(made: readonly RegistrationDraft[], db: Parameters<typeof lockActivities>[1]['db']) {
  const ids = [...new Set(made.map(({ values }) => values.activity))]
  const persons = made.flatMap(({ values }) => (values.person === null ? [] : [values.person]))
  if (ids.length === 0) return { people: new Set<string>(), positions: [] }
  const same = await sql<{ key: string }>`
    select activity || ' ' || person as key from activities_registration
    where activity = any(${ids}::text[]) and person = any(${persons}::text[]) and state <> 'withdrawn'`.execute(db)
  const last = await sql<{ activity: string; position: number }>`
    select activity, max(position)::int as position from activities_registration
    where activity = any(${ids}::text[]) group by activity`.execute(db)
  return {
    people: new Set(same.rows.map(({ key }) => key)),
    positions: last.rows.map(({ activity, position }) => [activity, position] as const),
  }
}
