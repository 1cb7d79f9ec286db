import type { PlatformJob } from '../jobs/platform-job.js'
import type { Platform } from '../platform/platform.js'
import { servicesOf } from '../system/services.js'
import { batchFileOf } from './copy-row.js'

/** How long the joint file of a batch is kept; its copies are kept each by itself. */
const batchKeptDays = 7
const dayLength = 86_400_000

const prefix = batchFileOf('')

/** The joint files of batches that ended longer ago than they are kept. */
export async function dueBatches(platform: Platform): Promise<readonly string[]> {
  const kept = (await servicesOf(platform).files.list()).filter((name) => name.startsWith(prefix))
  if (kept.length === 0) return []
  const before = new Date(platform.clock.now().getTime() - batchKeptDays * dayLength).toISOString()
  const rows = await platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ id: string }>({
      text: 'select id from system_job where id = any($1::text[]) and ended_at <= $2',
      values: [kept.map((name) => name.slice(prefix.length)), before],
    }),
  )
  return rows.map(({ id }) => id)
}

/** Deletes them, and answers how many there were. */
export async function purgeBatches({ platform, signal }: PlatformJob): Promise<number> {
  const due = await dueBatches(platform)
  for (const id of due) {
    signal.throwIfAborted()
    await servicesOf(platform).files.remove(batchFileOf(id))
  }
  return due.length
}
