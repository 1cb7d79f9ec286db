import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { type MovedRow, persons } from '../../contract/index.js'
import { pairsOf } from '../duplicates/store.js'
import type { Refuser } from '../refusal.js'
import type { BeforeMerge } from './merge.js'

const { person, merge, duplicate } = persons.records

/**
 * Takes a merge back: both entries and every row are as they were before. Refused, naming what it is, as soon as anything of it was
 * changed again, because that work would be lost.
 */
export async function undoMerge(
  id: string,
  context: ModuleContext,
  refuse: Refuser,
  titleOf: (ref: string) => string,
): Promise<void> {
  const { read, write } = context
  const record = await read.one(merge, id)
  if (!record) throw new OpenDpfError('not-found')
  if (record.state !== 'done') refuse('state', 'merge.problem.undone')
  const touched = await findTouched(record.kept, record.keptVersion, record.moved, context)
  if (touched !== undefined) refuse('state', 'merge.problem.touched', { record: titleOf(touched) })

  const before = JSON.parse(record.before) as BeforeMerge
  await write.update(person, { id: record.kept, version: record.keptVersion, values: before.kept })
  const restored = await write.restore(person, record.dropped)
  if (before.dropped) await write.update(person, { id: restored.id, version: restored.version, values: before.dropped })
  // the return of the entry has found its open pairs anew; the old ones come back below
  const found = (await pairsOf([record.dropped], context)).filter(({ state }) => state === 'open')
  if (found.length > 0) await write.removeMany(duplicate, found)
  for (const row of record.moved.toReversed()) await putBack(row, context)
  const { version } = (await read.one(merge, id)) ?? record
  await write.update(merge, { id, version, values: { state: 'undone', undoneOn: context.today } })
  write.emit('persons.person.unmerged', { id: record.kept, restored: record.dropped, merge: id })
}

/** The record type of the first row that is not as the merge left it. */
async function findTouched(
  kept: string,
  keptVersion: number,
  moved: readonly MovedRow[],
  { read, registry }: ModuleContext,
): Promise<string | undefined> {
  if ((await read.one(person, kept))?.version !== keptVersion) return person.ref
  for (const { record, id, action, version } of moved) {
    const row = await read.one(registry.record(record), id)
    if (action === 'remove' ? row !== undefined : row?.version !== version) return record
  }
  return undefined
}

async function putBack(
  { record, id, action, before }: MovedRow,
  { read, write, registry }: ModuleContext,
): Promise<void> {
  const placed = registry.record(record)
  if (action === 'remove') {
    await write.restore(placed, id)
    return
  }
  const row = await read.one(placed, id)
  if (!row) throw new OpenDpfError('not-found')
  await write.update(placed, { id, version: row.version, values: before })
}
