import { messageOf } from '@opendpf/messages'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import type { JobRows } from './job-rows.js'
import { jobEndTexts } from './messages.js'
import { queueName } from './queue-schema.js'

/**
 * Ends rows whose job will never run again though they do not say so: it was cancelled and its server died, or the queue lost it. No job
 * stands as running for ever.
 */
export async function sweepJobs(platform: Platform, rows: JobRows): Promise<number> {
  const lost = await platform.pool.use(systemActor.scope, (session) =>
    session.query<{ id: string; state: string | null }>({
      text: `select j.id, b.state::text as state from system_job j left join jobs.job b on b.name = $1 and b.id = j.id::uuid
             where j.state in ('queued', 'running') and (b.id is null or b.state in ('completed', 'failed', 'cancelled') and b.completed_on < now() - interval '1 minute')`,
      values: [queueName],
    }),
  )
  for (const { id, state } of lost) {
    const endedAt = platform.clock.now().toISOString()
    await rows.change(id, () =>
      state === 'cancelled'
        ? { state: 'cancelled', endedAt }
        : { state: 'failed', endedAt, message: messageOf(jobEndTexts, 'zh-CN', 'lost') },
    )
  }
  return lost.length
}
