import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { rehab } from '../../contract/index.js'

const { file } = rehab.records
export type File = RowOf<typeof file>

/** A row on its way that hangs on a file. */
interface OnFile {
  readonly action: string
  readonly values: { readonly file: string }
  refuse(field: 'file', message: string): void
}

/** Files by their id. */
export async function filesOf(
  rows: readonly { readonly file: string }[],
  { read }: Pick<ModuleContext, 'read'>,
): Promise<ReadonlyMap<string, File>> {
  const ids = [...new Set(rows.map((row) => row.file))]
  if (ids.length === 0) return new Map()
  return new Map((await read.many(file, { id: ids }, { limit: ids.length })).map((row) => [row.id, row]))
}

/** Adds nothing to a file that was put away. Answers the files. */
export async function refuseArchived(
  drafts: readonly OnFile[],
  record: string,
  context: Pick<ModuleContext, 'read'>,
): Promise<ReadonlyMap<string, File>> {
  const files = await filesOf(
    drafts.map(({ values }) => values),
    context,
  )
  for (const { action, values, refuse } of drafts)
    if (action === 'create' && files.get(values.file)?.state === 'archived')
      refuse('file', `${record}.problem.archived`)
  return files
}
