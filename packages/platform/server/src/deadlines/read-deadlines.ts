import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import { codecOf, type StoredRow } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { DeadlineRow } from './deadline-row.js'

interface ReadTools {
  readonly platform: Platform
  readonly session: Session
}

type ByRow = ReadonlyMap<string, readonly DeadlineRow[]>

/** The record that deadlines are rows of. */
export function deadlineRecord({ registry }: Pick<Platform, 'registry'>): PlacedRecord {
  return registry.record('system.deadline')
}

/** The deadlines of some rows that have not ended, locked, by row. */
export async function openDeadlines(record: PlacedRecord, ids: readonly string[], tools: ReadTools): Promise<ByRow> {
  if (ids.length === 0) return new Map()
  const { codec, group } = reading(tools)
  const rows = await tools.session.query<StoredRow>({
    name: 'open-deadlines',
    text: `select ${codec.list} from system_deadline where record = $1 and row_id = any($2::text[]) and ended_on is null order by id for update`,
    values: [record.ref, ids],
  })
  return group(rows)
}

/** The deadlines that went with rows that were removed, as they were last, by row. */
export async function removedDeadlines(record: PlacedRecord, ids: readonly string[], tools: ReadTools): Promise<ByRow> {
  if (ids.length === 0) return new Map()
  const { codec, group } = reading(tools)
  const rows = await tools.session.query<StoredRow>({
    text: `select distinct on (row_id, clock) ${codec.list} from system_deadline_history h where record = $1 and row_id = any($2::text[]) and ended_on is null and not exists (select from system_deadline d where d.id = h.id) order by row_id, clock, superseded_at desc, version desc`,
    values: [record.ref, ids],
  })
  return group(rows)
}

function reading({ platform }: ReadTools) {
  const codec = codecOf(deadlineRecord(platform), platform.crypto)
  return {
    codec,
    group: (rows: readonly StoredRow[]): ByRow =>
      Map.groupBy(
        rows.map((stored) => codec.decode(stored) as unknown as DeadlineRow),
        ({ rowId }) => rowId,
      ),
  }
}
