import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'
import type { Gram } from './grams.js'
import { gramsOf } from './grams.js'

const batch = 10_000

/** Brings the grams of written rows in line with their names. Removed rows lose theirs with the row itself. Not waited for. */
export function writeGrams(
  session: Session,
  record: PlacedRecord,
  changes: readonly { readonly before: Row | undefined; readonly row: Row | undefined }[],
): void {
  const fields = record.search ?? []
  if (fields.length === 0) return
  const table = `${record.table}_gram`
  const changed = changes.filter(
    ({ before, row }) =>
      row && (!before || before.division !== row.division || fields.some((field) => before[field] !== row[field])),
  )
  const known = changed.flatMap(({ before }) => (before ? [before.id] : []))
  if (known.length > 0)
    session.send({
      name: `grams-remove:${table}`,
      text: `delete from ${table} where id = any($1::text[])`,
      values: [known],
    })
  const rows = changed.flatMap(({ row }) => {
    if (!row) return []
    return [
      ...firstPositions(fields.flatMap((field) => (typeof row[field] === 'string' ? gramsOf(row[field]) : []))),
    ].map(([gram, position]) => ({
      county: row.county ?? '000000',
      gram,
      position,
      id: row.id,
      town: row.town,
      division: row.division ?? '',
    }))
  })
  for (let start = 0; start < rows.length; start += batch) {
    session.send({
      name: `grams-insert:${table}`,
      text: `insert into ${table} (county, gram, position, id, town, division) select county, gram, position, id, town, division from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      values: [JSON.stringify(rows.slice(start, start + batch))],
    })
  }
}

/** A gram stands once for each row, at its first place: a search then meets a row once. */
function firstPositions(grams: readonly Gram[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { gram, position } of grams) first.set(gram, Math.min(position, first.get(gram) ?? position))
  return first
}
