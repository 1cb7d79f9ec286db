import type { PlacedRecord, RowOf } from '@opendpf/kit'
import type { DomainEvent, ModuleContext } from '@opendpf/kit/server'
import { notices } from '../contract/index.js'

const { line } = notices.records

/**
 * The line that an event of this module is about, if its subject is a row of a record and has not got another line since; for `on` of the module
 * whose record it is.
 */
export async function lineOf(
  { payload }: DomainEvent,
  record: Pick<PlacedRecord, 'ref'>,
  { read }: Pick<ModuleContext, 'read'>,
): Promise<RowOf<typeof line> | undefined> {
  const row = await read.one(line, String((payload as { readonly id?: unknown } | null)?.id))
  if (row?.subjectRecord !== record.ref) return undefined
  const latest = (await read.many(line, { subjectRecord: record.ref, subject: row.subject })).at(-1)
  return latest?.id === row.id ? row : undefined
}

/** Takes the lines of a subject down that are not at their end: it has been withdrawn, or is looked at again for another reason. */
export async function withdrawLines(
  { read, write }: Pick<ModuleContext, 'read' | 'write'>,
  subject: { readonly record: Pick<PlacedRecord, 'ref'>; readonly id: string },
  reason: string,
): Promise<void> {
  const rows = await read.many(line, {
    subjectRecord: subject.record.ref,
    subject: subject.id,
    state: ['draft', 'posted', 'objected'],
  })
  if (rows.length === 0) return
  await write.transitionMany(
    line,
    'withdraw',
    rows.map(({ id, version }) => ({ id, version, values: { withdrawReason: reason } })),
    reason,
  )
}
