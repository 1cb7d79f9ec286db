import type { Session } from '@opendpf/database'
import { seeingEverything } from '@opendpf/database'
import type { PlacedRecord, Scope } from '@opendpf/kit'
import { attachmentsIn, fieldsOf } from '@opendpf/kit'
import type { StoredChange } from '../write/write-session.js'

/** Loose files belong to the row that was written with them from now on: its history keeps them for ever. */
export async function bindAttachments(
  record: PlacedRecord,
  changes: readonly StoredChange[],
  { session, scope }: { readonly session: Session; readonly scope: Scope },
): Promise<void> {
  const fields = fieldsOf(record).filter(({ meta }) => meta.kind === 'attachments')
  const bound = changes.flatMap(({ before, row }) =>
    fields.flatMap(({ name }) => {
      if (!row || row[name] === null || row[name] === before?.[name]) return []
      return attachmentsIn(row[name]).map(({ id }) => ({ id, rowId: row.id }))
    }),
  )
  if (bound.length === 0) return
  await seeingEverything(session, scope, () =>
    session.query({
      text: `update system_attachment a set row_id = n.row_id from unnest($1::text[], $2::text[]) as n (id, row_id)
             where a.id = n.id and a.row_id is null`,
      values: [bound.map(({ id }) => id), bound.map(({ rowId }) => rowId)],
    }),
  )
}
