import type { RowOf } from '@opendpf/kit'
import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'
import { countBatches } from '../../paying/count-batches.js'
import { followLines } from '../recovery/follow-lines.js'

const { batch, line } = payments.records

/** A line is taken out of a batch that is still prepared; afterwards only what came back from the bank can be let go. */
export const lineHooks: RecordHooks<typeof line> = {
  async check(drafts, { read }) {
    const dropped = drafts.filter(({ verb, before }) => verb === 'drop' && before?.state === 'pending')
    if (dropped.length === 0) return
    const ids = [...new Set(dropped.map(({ values }) => values.batch))]
    const open = new Set((await read.many(batch, { id: ids, state: ['draft', 'dropped'] })).map(({ id }) => id))
    for (const { values, refuse } of dropped) if (!open.has(values.batch)) refuse('state', 'line.problem.approved')
  },
  async after(changes, context) {
    const moved = changes.filter(({ before, row }) => before && row && before.state !== row.state)
    await followLines(
      moved.flatMap(({ row }) => (row ? [row] : [])),
      context,
    )
    await reviveReplaced(
      moved.flatMap(({ row }) => (row?.state === 'dropped' && row.replaces !== null ? [row.replaces] : [])),
      context,
    )
    await letGoOfStopped(
      moved.flatMap(({ row }) => (row?.state === 'returned' && row.stopReason !== null ? [row] : [])),
      context,
    )
    await countBatches([...new Set(moved.flatMap(({ row }) => (row ? [row.batch] : [])))], context)
  },
}

/** What comes back and is no longer due, because what it rests on ended meanwhile, is not paid anew. */
async function letGoOfStopped(rows: readonly RowOf<typeof line>[], { write }: ModuleContext): Promise<void> {
  if (rows.length === 0) return
  await write.transitionMany(
    line,
    'drop',
    rows.map(({ id, version, stopReason }) => ({ id, version, values: { dropReason: stopReason } })),
  )
}

/** What a line was to take the place of is open again when that line is let go of before it was sent. */
async function reviveReplaced(ids: readonly string[], { read, write }: ModuleContext): Promise<void> {
  if (ids.length === 0) return
  const replaced = await read.many(line, { id: [...ids], state: 'replaced' }, { limit: ids.length })
  await write.transitionMany(
    line,
    'revive',
    replaced.map(({ id, version }) => ({ id, version, values: {} })),
  )
}
