import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities } from '../contract/index.js'
import { who } from './who.js'

const { activity, session } = activities.records

interface Counts {
  readonly id: string
  readonly version: number
  readonly sessions: number
  readonly persons: number
  readonly personTimes: number
}

/**
 * Counts sessions, persons and person-times of activities from their attendances. Participants count, as do head counts of them; speakers,
 * volunteers and staff do not. Somebody from outside is one person by name and phone; two of one name without a phone are one. The
 * activities must be locked.
 */
export async function countAnew(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  if (ids.length === 0) return
  const sessions = await sql<{ id: string; version: number; personTimes: number }>`
    with counted as (
      select s.id, s.version, s.person_times as was,
        count(distinct ${who}) filter (where t.part = 'participant')
          + coalesce(sum(t.head_count) filter (where t.part = 'participant'), 0) as now
      from activities_session s left join activities_attendance t on t.session = s.id
      where s.activity = any(${ids}::text[]) group by s.id, s.version, s.person_times
    )
    select id, version, now::int as "personTimes" from counted where was <> now order by id`.execute(db)
  await write.updateMany(
    session,
    sessions.rows.map(({ id, version, ...values }) => ({ id, version, values })),
  )
  const { rows } = await sql<Counts>`
    with counted as (
      select s.activity, count(distinct t.session)::int as sessions,
        count(distinct ${who}) filter (where t.part = 'participant')::int as persons,
        (count(distinct (t.session, ${who})) filter (where t.part = 'participant' and t.head_count is null)
          + coalesce(sum(t.head_count) filter (where t.part = 'participant'), 0))::int as person_times
      from activities_session s join activities_attendance t on t.session = s.id
      where s.activity = any(${ids}::text[]) group by s.activity
    )
    select a.id, a.version, coalesce(c.sessions, 0) as sessions, coalesce(c.persons, 0) as persons,
      coalesce(c.person_times, 0) as "personTimes"
    from activities_activity a left join counted c on c.activity = a.id
    where a.id = any(${ids}::text[]) and (a.sessions, a.persons, a.person_times)
      is distinct from (coalesce(c.sessions, 0), coalesce(c.persons, 0), coalesce(c.person_times, 0))
    order by a.id`.execute(db)
  await write.updateMany(
    activity,
    rows.map(({ id, version, ...values }) => ({ id, version, values })),
  )
}
