import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import type { Platform } from '../platform/platform.js'
import type { ExportFormat, ExportState } from '../system/contract/export.js'
import type { WriteSession } from '../write/write-session.js'
import { rowOrThrow } from '../write/writer.js'
import { exportTexts } from './messages.js'

/** An export's row. */
export interface ExportRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly record: string
  readonly format: ExportFormat
  readonly isUnmasked: boolean
  readonly reason: string
  readonly state: ExportState
  readonly query: string
  readonly askedBy: string
  readonly askedByName: string
  readonly expiresAt: string | null
  readonly division: string
  readonly county: string
}

/** The record `system.export` of a deployment. */
export function exportRecordOf(platform: Pick<Platform, 'registry'>): PlacedRecord {
  return platform.registry.record('system.export')
}

/** The name under which an export's file is stored. */
export function exportFileOf(id: string): string {
  return `export-${id}`
}

/**
 * Locks an export's row within a transaction.
 *
 * @throws OpenDpfError `not-found`; `wrong-state` when the step is not possible from its state
 */
export async function lockExport(
  write: WriteSession,
  session: Session,
  id: string,
  {
    from,
    step,
    platform,
    locale,
  }: {
    readonly from: readonly ExportState[]
    readonly step: 'approveStep' | 'refuseStep' | 'fetchStep'
    readonly platform: Platform
    readonly locale: Locale
  },
): Promise<ExportRow> {
  await session.query({ text: 'select from system_export where id = $1 for update', values: [id] })
  const row = (await write.context.read.one(exportRecordOf(platform), id)) as unknown as ExportRow | undefined
  if (row === undefined) throw new OpenDpfError('not-found')
  if (!from.includes(row.state))
    throw new OpenDpfError('wrong-state', { params: { step: messageOf(exportTexts, locale, step) } })
  return row
}

/** Writes an export's row within a transaction. */
export async function changeExport(
  write: WriteSession,
  row: Pick<ExportRow, 'id' | 'version'>,
  values: Readonly<Record<string, unknown>>,
  platform: Platform,
): Promise<ExportRow> {
  const [outcome] = await write.apply(
    exportRecordOf(platform),
    [{ action: 'update', id: row.id, version: row.version, values }],
    'module',
  )
  if (outcome === undefined) throw new OpenDpfError('not-found')
  return rowOrThrow(outcome) as unknown as ExportRow
}
