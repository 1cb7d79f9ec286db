import type { PlacedRecord } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import type { PlatformJob } from '../jobs/platform-job.js'
import { systemActor } from '../platform/actors.js'
import { writeTransaction } from '../write/transaction.js'
import { clockOf } from './deadline-row.js'
import type { DueDeadline, NightCounts } from './due-batches.js'
import { lockOpen } from './lock-open.js'
import { deadlineRecord } from './read-deadlines.js'

/** Takes the escapes of clocks whose limit has passed, and marks the limits without one as missed. One transaction for each batch. */
export async function passLimits(job: PlatformJob, batch: readonly DueDeadline[]): Promise<NightCounts> {
  const { registry } = job.platform
  let counts = { elapsed: 0, missed: 0, refused: 0 }
  const known = batch.filter(({ record }) => registry.records.has(record))
  const byClock = Map.groupBy(known, ({ record, clock }) => `${record} ${clock}`)
  for (const deadlines of byClock.values()) {
    const [first] = deadlines
    if (!first) continue
    const record = registry.record(first.record)
    const { escape: way, isWindow = false } = clockOf(record, first.clock) ?? {}
    const { taken, refused } =
      way === undefined ? await mark(job, deadlines, isWindow) : await take(job, deadlines, { record, verb: way })
    const isMissed = way === undefined && !isWindow
    counts = {
      elapsed: counts.elapsed + (isMissed ? 0 : taken),
      missed: counts.missed + (isMissed ? taken : 0),
      refused: counts.refused + refused,
    }
  }
  return counts
}

interface Passed {
  readonly taken: number
  readonly refused: number
}

/** Marks limits that were not kept, or windows that have closed: these end with it, and nobody is told of a fault. */
async function mark(
  { platform, locale }: PlatformJob,
  deadlines: readonly DueDeadline[],
  isWindow: boolean,
): Promise<Passed> {
  return writeTransaction(platform, { actor: systemActor, locale }, async (write, session) => {
    const record = deadlineRecord(platform)
    const rows = await lockOpen(
      platform,
      session,
      deadlines.map(({ id }) => id),
    )
    const today = todayIn(platform.clock)
    const late = rows.filter(({ state, dueOn }) => state === 'running' && dueOn !== null && dueOn < today)
    const outcomes = await write.apply(
      record,
      late.map(({ id, version, dueOn }) => ({
        ...{ action: 'transition', id, version },
        ...(isWindow ? { verb: 'elapse', values: { endedOn: dueOn } } : { verb: 'miss', values: {} }),
      })),
      'module',
    )
    for (const { id, record: ref, rowId, clock } of isWindow ? [] : late)
      write.context.write.emit('system.deadline.missed', { id, record: ref, rowId, clock })
    return { taken: outcomes.filter(({ row }) => row).length, refused: 0 }
  })
}

/** Rows that somebody is changing are left for the next night; those that have moved on are not due any more. */
async function take(
  { platform, locale }: PlatformJob,
  deadlines: readonly DueDeadline[],
  { record, verb: way }: { readonly record: PlacedRecord; readonly verb: string },
): Promise<Passed> {
  return writeTransaction(platform, { actor: systemActor, locale }, async (write, session) => {
    // rows before deadlines, as every step does, so that nobody waits crosswise
    const rows = await session.query<{ id: string; version: number }>({
      text: `select id, version from ${record.table} where id = any($1::text[]) order by id for update skip locked`,
      values: [deadlines.map(({ row_id }) => row_id)],
    })
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    const open = await lockOpen(
      platform,
      session,
      deadlines.filter(({ row_id }) => versions.has(row_id)).map(({ id }) => id),
    )
    const today = todayIn(platform.clock)
    const due = open.filter(({ state, dueOn }) => state === 'running' && dueOn !== null && dueOn < today)
    const reason = platform.registry.text('system', locale, 'deadline.reason.elapsed')
    const outcomes = await write.apply(
      record,
      due.map(({ rowId }) => ({
        action: 'transition',
        id: rowId,
        version: versions.get(rowId) ?? 0,
        verb: way,
        values: {},
        reason,
      })),
      'module',
    )
    const refused = outcomes.filter(({ problems }) => problems.length > 0).length
    return { taken: outcomes.length - refused, refused }
  })
}
