import { todayIn } from '@opendpf/standards'
import type { PlatformJob } from '../jobs/platform-job.js'
import { systemActor } from '../platform/actors.js'
import { writeTransaction } from '../write/transaction.js'
import { clockOf, datesOf } from './deadline-row.js'
import type { DueDeadline, NightCounts } from './due-batches.js'
import { lockOpen } from './lock-open.js'
import { deadlineRecord } from './read-deadlines.js'

/** Computes dates anew that depend on a year whose holidays were not known: the State Council announces them in November. */
export async function settleDates(
  { platform, locale }: PlatformJob,
  batch: readonly DueDeadline[],
): Promise<NightCounts> {
  return writeTransaction(platform, { actor: systemActor, locale }, async (write, session) => {
    const today = todayIn(platform.clock)
    const rows = await lockOpen(
      platform,
      session,
      batch.map(({ id }) => id),
    )
    const changes = rows.flatMap((row) => {
      const record = platform.registry.records.get(row.record)
      const clock = record && clockOf(record, row.clock)
      if (!clock) return []
      const { fields } = datesOf(clock, row.course, today)
      const { remindOn: _, ...dates } = fields
      const values = row.dueOn === fields.dueOn ? dates : fields
      return [{ action: 'update', id: row.id, version: row.version, values } as const]
    })
    const outcomes = await write.apply(deadlineRecord(platform), changes, 'module')
    return { settled: outcomes.filter(({ row, before }) => row && before && row.version !== before.version).length }
  })
}
