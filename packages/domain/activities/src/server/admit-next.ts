import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities, registeringStates } from '../contract/index.js'

const { registration } = activities.records

/**
 * Gives free places to those who wait, in the order in which they asked. Places are for participants: speakers, volunteers and staff take
 * none. The activities must be locked.
 */
export async function admitNext(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string; version: number }>`
    with asked as (
      select r.id, r.version, r.activity, r.part, r.position, a.capacity,
        row_number() over (partition by r.activity, r.part order by r.position) as turn
      from activities_registration r join activities_activity a on a.id = r.activity
      where r.activity = any(${ids}::text[]) and r.state = 'waiting' and a.state = any(${registeringStates}::text[])
    ), taken as (
      select activity, count(*) as places from activities_registration
      where activity = any(${ids}::text[]) and state = 'admitted' and part = 'participant' group by activity
    )
    select asked.id, asked.version from asked left join taken using (activity)
    where asked.part <> 'participant' or asked.capacity is null or asked.turn <= asked.capacity - coalesce(taken.places, 0)
    order by asked.activity, asked.position`.execute(db)
  if (rows.length === 0) return
  await write.transitionMany(
    registration,
    'admit',
    rows.map(({ id, version }) => ({ id, version, values: {} })),
  )
}
