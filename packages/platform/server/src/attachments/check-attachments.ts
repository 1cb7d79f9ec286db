import { seeingEverything } from '@opendpf/database'
import type { Attachment, PlacedRecord } from '@opendpf/kit'
import { attachmentsIn, fieldsOf } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { Pending } from '../write/draft.js'
import type { PrepareOptions } from '../write/prepare-options.js'
import type { AttachmentRow } from './attachment-rows.js'
import { lockAttachments, looseFor } from './attachment-rows.js'
import { attachmentTexts } from './messages.js'

/**
 * Lets a row carry only files that its writer brought for it: his own loose ones of this field, and those that this row has or had. What a
 * file is called, is and weighs comes from the table of files, whatever was sent. A module's own code may carry a file on to another row.
 */
export async function checkAttachments(
  record: PlacedRecord,
  pending: readonly Pending[],
  options: PrepareOptions,
): Promise<void> {
  for (const { name, meta } of fieldsOf(record)) {
    if (meta.kind !== 'attachments') continue
    const changed = pending.filter(({ draft, before }) => {
      const value = (draft.values as Record<string, unknown>)[name]
      return value !== null && value !== undefined && value !== before?.[name]
    })
    if (changed.length > 0) await settleFiles(record, name, changed, options)
  }
}

async function settleFiles(
  record: PlacedRecord,
  field: string,
  pending: readonly Pending[],
  options: PrepareOptions,
): Promise<void> {
  const { platform, session, actor } = options
  const ids = pending.flatMap((item) => wantedIn(item, field))
  const known = await seeingEverything(session, actor.scope, () =>
    lockAttachments(session, [...new Set(ids)], platform.crypto),
  )
  const taken = new Set<string>()
  for (const item of pending) {
    const carried = new Map(attachmentsIn(item.before?.[field]).map((file) => [file.id, file]))
    const files = [...new Set(wantedIn(item, field))].map((id): Attachment | undefined => {
      const kept = carried.get(id)
      if (kept) return kept
      const row = known.get(id)
      if (!row || taken.has(id) || !mayCarry(row, record, field, item, options)) return undefined
      taken.add(id)
      return row.file
    })
    if (files.includes(undefined)) item.problems.push(unknownFile(record, field, options))
    else (item.draft.values as Record<string, unknown>)[field] = files
  }
}

function wantedIn({ draft }: Pending, field: string): readonly string[] {
  return attachmentsIn((draft.values as Record<string, unknown>)[field]).map(({ id }) => id)
}

function mayCarry(
  row: AttachmentRow,
  record: PlacedRecord,
  field: string,
  item: Pending,
  { origin, actor, platform }: PrepareOptions,
): boolean {
  if (origin === 'module') return true
  if (row.record !== record.ref || row.field !== field) return false
  if (row.rowId !== null) return row.rowId === item.id
  return row.uploadedBy === actor.id && Date.parse(row.uploadedAt) > platform.clock.now().getTime() - looseFor
}

function unknownFile(record: PlacedRecord, field: string, { speech }: PrepareOptions) {
  const message = messageOf(attachmentTexts, speech.locale, 'attachmentUnknown', { label: speech.label(record, field) })
  return { path: field, code: 'attachmentUnknown', message }
}
