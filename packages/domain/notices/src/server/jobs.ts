import type { ModuleContext } from '@opendpf/kit/server'
import { defineJob } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { notices } from '../contract/index.js'
import { endSettled } from './end-settled.js'
import { settleDates } from './settle-dates.js'

const { line } = notices.records
const page = 500

/**
 * What time alone does to notices, every night, whatever anybody looks at: dates that waited for the holidays of a year, lines whose working
 * days have passed, notices that are at their end. Each batch is a transaction of its own; a run that was stopped goes on where it was.
 */
export const closeJob = defineJob({
  input: z.strictObject({}),
  title: 'job.close',
  // what listens to cleared lines goes on in the same night
  schedule: { dailyAt: '00:20' },
  run: async (_, job) => {
    const counts = { settled: 0, cleared: 0, ended: 0 }
    const repeat = async (key: keyof typeof counts, work: (context: ModuleContext) => Promise<number>) => {
      for (let count = page; count === page; ) {
        job.signal.throwIfAborted()
        count = await job.transaction(work)
        counts[key] += count
        const done = counts.settled + counts.cleared + counts.ended
        await job.progress(done, done)
      }
    }
    counts.settled = await settleDates(job, page)
    await repeat('cleared', clearDue)
    await repeat('ended', (context) => endSettled('all', context, page))
    return counts
  },
})

/** Clears lines whose last day has passed and that nobody objects to. Those that somebody is changing are left for the next night. */
async function clearDue({ db, write, today }: ModuleContext): Promise<number> {
  const { rows } = await sql<{ id: string; version: number }>`
    select l.id, l.version from notices_line l where l.state = 'posted' and l.last_day < ${today}::date
      and not exists (select from notices_objection o where o.notice = l.notice and o.state = 'open' and (o.line is null or o.line = l.id))
    order by l.id limit ${page} for update skip locked`.execute(db)
  if (rows.length === 0) return 0
  await write.transitionMany(
    line,
    'clear',
    rows.map(({ id, version }) => ({ id, version, values: {} })),
  )
  return rows.length
}
