import type { Session } from '@opendpf/database'
import { codecOf, type StoredRow } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { DeadlineRow } from './deadline-row.js'
import { deadlineRecord } from './read-deadlines.js'

/** Locks deadlines that are still open, as they are now; those that somebody else has are left out. */
export async function lockOpen(
  platform: Platform,
  session: Session,
  ids: readonly string[],
): Promise<readonly DeadlineRow[]> {
  if (ids.length === 0) return []
  const codec = codecOf(deadlineRecord(platform), platform.crypto)
  const rows = await session.query<StoredRow>({
    text: `select ${codec.list} from system_deadline where id = any($1::text[]) and ended_on is null order by id for update skip locked`,
    values: [ids],
  })
  return rows.map((stored) => codec.decode(stored) as unknown as DeadlineRow)
}
