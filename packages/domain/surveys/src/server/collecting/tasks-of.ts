import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'

const { assignment, interview } = surveys.records
export type Interview = RowOf<typeof interview>
export type Assignment = RowOf<typeof assignment>

/** The tasks of villages by their id, each with the questions that are asked there. */
export async function tasksOf(
  ids: Iterable<string>,
  { read }: Pick<ModuleContext, 'read'>,
): Promise<ReadonlyMap<string, Assignment>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  return new Map((await read.many(assignment, { id: all }, { limit: all.length })).map((row) => [row.id, row]))
}
