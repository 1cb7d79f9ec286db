import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities } from '../contract/index.js'

const { activity, session } = activities.records
export type Activity = RowOf<typeof activity>
export type Session = RowOf<typeof session>

/**
 * Activities by their id, kept from everybody else until this transaction has ended: places are given and people counted by one at a time,
 * so that two desks that sign in at once do not overwrite each other's figures.
 */
export async function lockActivities(
  ids: Iterable<string>,
  { db, read }: Pick<ModuleContext, 'db' | 'read'>,
): Promise<ReadonlyMap<string, Activity>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  // in one order, so that nobody waits crosswise
  await sql`select id from activities_activity where id = any(${all}::text[]) order by id for update`.execute(db)
  return new Map((await read.many(activity, { id: all }, { limit: all.length })).map((row) => [row.id, row]))
}

/** Sessions by their id. */
export async function sessionsOf(
  ids: Iterable<string>,
  { read }: Pick<ModuleContext, 'read'>,
): Promise<ReadonlyMap<string, Session>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  return new Map((await read.many(session, { id: all }, { limit: all.length })).map((row) => [row.id, row]))
}
