import type { Session } from '@opendpf/database'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import { documentsOfRow } from '@opendpf/kit'
import type { Pending } from '../write/draft.js'

interface StepOfRow {
  readonly item: Pending
  readonly step: Transition
}

/**
 * The rows whose step waits for a document that was not made from them as they stand. One query for a whole batch; rows that have no such
 * document by their values need none.
 */
export async function rowsWithoutDocument(
  record: PlacedRecord,
  steps: readonly StepOfRow[],
  session: Session,
): Promise<ReadonlySet<string>> {
  const waiting = steps.flatMap(({ item: { id, before }, step: { requiresDocument } }) =>
    requiresDocument !== undefined &&
    before &&
    documentsOfRow(record, before).some(([name]) => name === requiresDocument)
      ? [{ id, version: before.version, document: requiresDocument }]
      : [],
  )
  if (waiting.length === 0) return new Set()
  const made = await session.query<{ id: string }>({
    name: 'documents-made',
    text: `select w.id from jsonb_to_recordset($2::jsonb) as w(id text, version int, document text) where exists (select from system_document d where d.record = $1 and d.row_id = w.id and d.document = w.document and d.row_version = w.version)`,
    values: [record.ref, JSON.stringify(waiting)],
  })
  const known = new Set(made.map(({ id }) => id))
  return new Set(waiting.map(({ id }) => id).filter((id) => !known.has(id)))
}
