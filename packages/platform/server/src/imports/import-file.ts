import { setTimeout as pause } from 'node:timers/promises'
import { createReader } from '../read/reader.js'
import type { ImportMode, ImportPlan, ImportState } from '../system/contract/import.js'
import type { ImportRow } from './import-state.js'
import { importRecordOf } from './import-state.js'
import type { ImportSource } from './open-source.js'
import type { ImportRequest } from './requests.js'
import { requestPlan, requestRun, uploadImport } from './requests.js'

/** What a file that was imported in one go led to. */
export interface ImportResult {
  readonly id: string
  readonly state: ImportState
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly problems: number
  readonly message: string | null
}

export interface ImportFileOptions extends ImportRequest {
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind: string
  readonly mode: ImportMode
  readonly defaults?: ImportPlan['defaults']
  readonly onProgress?: (state: ImportState, row: ImportRow) => void
}

/**
 * Imports a file with the layout as it was recognised, without a person in between: for the command line and the demo county. The
 * same steps as the wizard's, so the import can be looked at and undone there.
 */
export async function importFile(options: ImportFileOptions): Promise<ImportResult> {
  const { row, source } = await uploadImport(options, options)
  await requestPlan(options, row.id, suggestedPlan(source, options.defaults))
  const planned = await settled(options, row.id)
  if (planned.state !== 'planned' || (options.mode === 'all-or-nothing' && planned.problems > 0))
    return resultOf(planned)
  await requestRun(options, row.id, options.mode)
  return resultOf(await settled(options, row.id))
}

/** The sheets that hold a table, each column as the field it was recognised as. */
function suggestedPlan(source: ImportSource, defaults: ImportPlan['defaults'] = {}): ImportPlan {
  const sheets = source.sheets.filter(({ isOffered }) => isOffered)
  return {
    sheets: sheets.map(({ name, layout }) => ({
      name,
      headerRows: [layout.headerRows?.[0] ?? 0, layout.headerRows?.[1] ?? 0],
      columns: Object.fromEntries(
        layout.columns.map(({ index, suggestion }) => [String(index), suggestion?.field ?? null]),
      ),
    })),
    defaults,
  }
}

const working: readonly ImportState[] = ['planning', 'running', 'undoing']

async function settled(options: ImportFileOptions, id: string): Promise<ImportRow> {
  const { platform, actor } = options
  const reader = createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) })
  for (;;) {
    const row = (await reader.one(importRecordOf(platform), id)) as unknown as ImportRow
    options.onProgress?.(row.state, row)
    if (!working.includes(row.state)) return row
    await pause(100)
  }
}

function resultOf({ id, state, rows, creates, updates, problems, message }: ImportRow): ImportResult {
  return { id, state, rows, creates, updates, problems, message: message ?? null }
}
