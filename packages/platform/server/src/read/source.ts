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
  return `(select ${codec.list} from ${record.table} where recorded_at <= ${at} union all select ${codec.list} from ${record.table}_history where recorded_at <= ${at} and superseded_at > ${at})`
}
