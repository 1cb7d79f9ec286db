import type { Session } from '@opendpf/database'
import { changeExport, type ExportRow, exportRecordOf } from '../exports/export-state.js'
import { changeImport, type ImportRow, importRecordOf } from '../imports/import-state.js'
import type { Platform } from '../platform/platform.js'
import type { WriteSession } from '../write/write-session.js'
import type { ImportState } from './contract/import.js'

const before: Readonly<Partial<Record<ImportState, ImportState>>> = {
  planning: 'uploaded',
  running: 'planned',
  undoing: 'done',
}

/**
 * Gives back what a job was working on when it ends other than well, in the transaction in which it ends: nothing stands as under way
 * for ever, whatever happened to its job.
 */
export async function releaseWork(
  platform: Platform,
  { write, session }: { readonly write: WriteSession; readonly session: Session },
  job: string,
  message: string | null,
): Promise<void> {
  const reader = write.context.read
  for (const row of (await reader.many(importRecordOf(platform), {
    job,
    state: Object.keys(before),
  })) as unknown as readonly ImportRow[]) {
    await session.query({ text: 'select from system_import where id = $1 for update', values: [row.id] })
    await changeImport(write, row, { state: before[row.state] ?? row.state, message }, platform)
  }
  for (const row of (await reader.many(exportRecordOf(platform), {
    job,
    state: 'queued',
  })) as unknown as readonly ExportRow[]) {
    await changeExport(write, row, { state: 'failed', message }, platform)
  }
}
