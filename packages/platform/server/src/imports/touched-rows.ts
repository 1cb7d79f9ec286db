import type { Session } from '@opendpf/database'
import type { Written } from '../system/contract/import.js'

/** A row that an import wrote, by itself or by what followed from it. */
export interface TouchedRow {
  readonly record: string
  readonly id: string
  /** The version at which the import left it. */
  readonly version: number
  /** The version it had before; 0 for a new row. */
  readonly before: number
  readonly isNew: boolean
  /** The import ended with the row removed. */
  readonly isGone: boolean
}

/** Every row that a stretch of the audit chain tells of: what the import wrote, and what hooks and followers wrote because of it. */
export async function readTouched(session: Session, written: Written): Promise<readonly TouchedRow[]> {
  const rows: TouchedRow[] = []
  for (const { county, from, to } of written) {
    const found = await session.query<{
      record: string
      id: string
      first: number
      last: number
      began: string
      ended: string
    }>({
      text: `select record, record_id as id, min(version) as first, max(version) as last, (array_agg(action order by seq))[1] as began, (array_agg(action order by seq desc))[1] as ended
             from audit_entry where county = $1 and seq between $2 and $3 group by record, record_id`,
      values: [county, from, to],
    })
    rows.push(
      ...found.map(({ record, id, first, last, began, ended }) => ({
        record,
        id,
        version: last,
        before: first - 1,
        isNew: began === 'create',
        isGone: ended === 'remove',
      })),
    )
  }
  return rows
}
