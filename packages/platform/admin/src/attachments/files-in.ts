import type { Attachment, PlacedRecord } from '@opendpf/kit'
import { attachmentsIn, fieldMeta } from '@opendpf/kit'

/** The files in a field of a row; none for a field that holds something else. */
export function filesIn(
  record: PlacedRecord,
  field: string,
  values: Readonly<Record<string, unknown>>,
): readonly Attachment[] {
  return fieldMeta(record, field).kind === 'attachments' ? attachmentsIn(values[field]) : []
}
