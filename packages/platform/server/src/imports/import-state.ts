import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { businessDateOf } from '@opendpf/standards'
import type { Platform } from '../platform/platform.js'
import type { ImportMode, ImportPlan, ImportState, Written } from '../system/contract/import.js'
import { writeTransaction } from '../write/transaction.js'
import type { WriteSession } from '../write/write-session.js'
import { rowOrThrow } from '../write/writer.js'
import type { RowCounts } from './import-rows.js'
import { findKind, type ImportKind } from './kinds.js'
import { importTexts } from './messages.js'

/** An import's row. */
export interface ImportRow extends RowCounts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly kind: string
  readonly state: ImportState
  readonly plan: ImportPlan | null
  readonly mode: ImportMode | null
  readonly message: string | null
  readonly job: string | null
  readonly written: Written | null
  readonly uploadedAt: string
  readonly plannedAt: string | null
  readonly fileUntil: string | null
  readonly division: string
  readonly county: string
  readonly town: string | null
}

/** Values that an import's row can be given. */
export type ImportChange = Readonly<Record<string, unknown>> & { readonly state?: ImportState }

/** What is done to an import, by the name of its text. */
export type ImportStep = 'planStep' | 'runStep' | 'undoStep'

/** The record `system.import` of a deployment. */
export function importRecordOf(platform: Pick<Platform, 'registry'>): PlacedRecord {
  return platform.registry.record('system.import')
}

/** The day of which a list tells: as somebody said, else the day on which it was brought. */
export function listDateOf({ uploadedAt }: Pick<ImportRow, 'uploadedAt'>, plan: ImportPlan): string {
  return plan.defaults.date ?? businessDateOf(new Date(uploadedAt))
}

/** The name under which an import's file is stored. */
export function fileOf(id: string): string {
  return `import-${id}`
}

/**
 * Locks an import's row within a transaction.
 *
 * @throws OpenDpfError `not-found`; `wrong-state` when it is in none of the states from which the step is possible
 */
export async function lockImport(
  write: WriteSession,
  session: Session,
  id: string,
  {
    from,
    step,
    platform,
    locale,
  }: {
    readonly from: readonly ImportState[]
    readonly step: ImportStep
    readonly platform: Platform
    readonly locale: Locale
  },
): Promise<ImportRow> {
  await session.query({ text: 'select from system_import where id = $1 for update', values: [id] })
  const row = (await write.context.read.one(importRecordOf(platform), id)) as unknown as ImportRow | undefined
  if (row === undefined) throw new OpenDpfError('not-found')
  if (!from.includes(row.state))
    throw new OpenDpfError('wrong-state', { params: { step: messageOf(importTexts, locale, step) } })
  return row
}

/** Writes an import's row within a transaction. */
export async function changeImport(
  write: WriteSession,
  row: Pick<ImportRow, 'id' | 'version'>,
  values: ImportChange,
  platform: Platform,
): Promise<ImportRow> {
  const [outcome] = await write.apply(
    importRecordOf(platform),
    [{ action: 'update', id: row.id, version: row.version, values }],
    'module',
  )
  if (outcome === undefined) throw new OpenDpfError('not-found')
  return rowOrThrow(outcome) as unknown as ImportRow
}

/** Locks, checks and writes in a transaction of its own. */
export function moveImport(
  platform: Platform,
  options: {
    readonly actor: Actor
    readonly locale: Locale
    readonly id: string
    readonly from: readonly ImportState[]
    readonly step: ImportStep
  },
  values: (row: ImportRow) => ImportChange,
): Promise<ImportRow> {
  return writeTransaction(platform, options, async (write, session) => {
    const row = await lockImport(write, session, options.id, { ...options, platform })
    return changeImport(write, row, values(row), platform)
  })
}

/**
 * The kind of an import, for somebody who may import it.
 *
 * @throws OpenDpfError `not-found` when no module of the deployment has it, `permission-denied`
 */
export function kindFor(platform: Platform, id: string, actor: Pick<Actor, 'permissions'>): ImportKind {
  const kind = findKind(platform.registry, id)
  if (kind === undefined) throw new OpenDpfError('not-found')
  for (const needed of kind.permissions)
    if (!actor.permissions.has(needed)) throw new OpenDpfError('permission-denied', { params: { needed } })
  return kind
}
