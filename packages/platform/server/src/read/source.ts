import type { PlacedRecord } from '@opendpf/kit'
import type { Codec } from '../platform/codec.js'
import type { Parameters } from './conditions.js'

/**
 * Where a query reads from: the table of now, or the rows as they were known at an instant, current and past versions together.
 * Everything else of a query stays the same.
 */
export function sourceSql(record: PlacedRecord, codec: Codec, asOf: string | undefined, params: Parameters): string {
  if (asOf === undefined) return record.table
  const at = `${params.add(asOf)}::timestamptz`
  // conditions stand around both halves, not in them: only so does the database join and order the halves by their own indexes
  return `(select ${codec.list} from (select ${codec.list}, null::timestamptz as superseded_at from ${record.table} union all select ${codec.list}, superseded_at from ${record.table}_history) versions where recorded_at <= ${at} and (superseded_at is null or superseded_at > ${at}))`
}
