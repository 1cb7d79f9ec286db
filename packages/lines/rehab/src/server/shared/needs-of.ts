import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'

const { need } = persons.records
export type Need = RowOf<typeof need>

/** Needs of the register by their ids, each once. */
export async function needsOf(ids: readonly string[], { read }: Pick<ModuleContext, 'read'>): Promise<readonly Need[]> {
  const all = [...new Set(ids)]
  return all.length === 0 ? [] : read.many(need, { id: all }, { limit: all.length })
}
