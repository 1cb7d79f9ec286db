import type { PlatformJob } from '../jobs/platform-job.js'
import { systemActor } from '../platform/actors.js'
import { writeTransaction } from '../write/transaction.js'
import type { DueDeadline, NightCounts } from './due-batches.js'
import { lockOpen } from './lock-open.js'
import { deadlineRecord } from './read-deadlines.js'

/** Puts a word into the outbox for each deadline that ends soon, once. */
export async function remindOwners(
  { platform, locale }: PlatformJob,
  batch: readonly DueDeadline[],
): Promise<NightCounts> {
  return writeTransaction(platform, { actor: systemActor, locale }, async (write, session) => {
    const rows = (
      await lockOpen(
        platform,
        session,
        batch.map(({ id }) => id),
      )
    ).filter(({ state, remindOn }) => state === 'running' && remindOn !== null)
    await write.apply(
      deadlineRecord(platform),
      rows.map(({ id, version }) => ({ action: 'update', id, version, values: { remindOn: null } })),
      'module',
    )
    for (const { id, record, rowId, clock } of rows)
      write.context.write.emit('system.deadline.approaching', { id, record, rowId, clock })
    return { reminded: rows.length }
  })
}
