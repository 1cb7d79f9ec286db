import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { notices } from '../contract/index.js'

const { notice } = notices.records

/**
 * Ends notices in which nothing is posted and nothing open any more: of some, or of all, a batch at a time. Those that somebody is changing are
 * left for the next night.
 *
 * @returns how many have ended
 */
export async function endSettled(
  ids: readonly string[] | 'all',
  { db, write }: Pick<ModuleContext, 'db' | 'write'>,
  limit = 500,
): Promise<number> {
  const among = ids === 'all' ? sql`true` : sql`n.id = any(${ids}::text[])`
  const { rows } = await sql<{ id: string; version: number }>`
    select n.id, n.version from notices_notice n where n.state = 'posted' and ${among}
      and not exists (select from notices_line l where l.notice = n.id and l.state in ('draft', 'posted', 'objected'))
      and not exists (select from notices_objection o where o.notice = n.id and o.state = 'open')
    order by n.id limit ${limit} for update skip locked`.execute(db)
  if (rows.length === 0) return 0
  await write.transitionMany(
    notice,
    'end',
    rows.map(({ id, version }) => ({ id, version, values: {} })),
  )
  return rows.length
}
