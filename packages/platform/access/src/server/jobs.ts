import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import type { AccessKysely } from './tables.js'

const day = 86_400_000
const batch = 1000

/**
 * Takes away sessions that have ended and attempts that no longer count, every night: on a day on which nobody signs in nothing else does.
 * The sign-in log stays.
 */
export const tidyJob = defineJob({
  title: 'job.tidy',
  input: z.object({}),
  schedule: { dailyAt: '03:15' },
  async run(_, job) {
    const now = job.clock.now()
    const counts = { sessions: 0, attempts: 0 }
    for (const kind of ['sessions', 'attempts'] as const) {
      for (;;) {
        const gone = await job.transaction(async ({ db }) => deleteSome(db as AccessKysely, kind, now))
        counts[kind] += gone
        await job.progress(counts.sessions + counts.attempts, 0)
        if (gone < batch) break
      }
    }
    return counts
  },
})

/** Deletes one batch; answers how many rows it was. */
async function deleteSome(db: AccessKysely, kind: 'sessions' | 'attempts', now: Date): Promise<number> {
  if (kind === 'sessions') {
    const rows = await db
      .deleteFrom('auth_session')
      .where('id', 'in', (eb) => eb.selectFrom('auth_session').select('id').where('expires_at', '<=', now).limit(batch))
      .returning('id')
      .execute()
    return rows.length
  }
  // no window and no lock is longer than a day
  const before = new Date(now.getTime() - day)
  const rows = await db
    .deleteFrom('auth_attempt')
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('auth_attempt')
        .select('key')
        .where('last_at', '<=', before)
        .where((or) => or.or([or('locked_until', 'is', null), or('locked_until', '<=', now)]))
        .limit(batch),
    )
    .returning('key')
    .execute()
  return rows.length
}
