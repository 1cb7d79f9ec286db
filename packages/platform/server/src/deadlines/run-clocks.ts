import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { asPlatformJob } from '../jobs/platform-job.js'
import { dueBatches } from './due-batches.js'
import { passLimits } from './pass-limits.js'
import { remindOwners } from './remind-owners.js'
import { settleDates } from './settle-dates.js'

/**
 * What time alone does to cases, every night: the step that a clock takes when its limit has passed, the mark of a limit that was not
 * kept, a word before one ends, and dates that waited for the holidays of a year. A run that was stopped goes on where it was: what it
 * has done is not due any more.
 */
export const runClocksJob = defineJob({
  title: 'job.runClocks',
  input: z.object({}),
  schedule: { dailyAt: '00:10' },
  async run(_, context) {
    const job = asPlatformJob(context)
    const counts = { elapsed: 0, missed: 0, refused: 0, reminded: 0, settled: 0 }
    const work = [
      ['unsettled', settleDates],
      ['due', passLimits],
      ['reminder', remindOwners],
    ] as const
    let done = 0
    for (const [kind, take] of work) {
      for await (const batch of dueBatches(job, kind)) {
        job.signal.throwIfAborted()
        const found = await take(job, batch)
        for (const key of Object.keys(found) as (keyof typeof counts)[]) counts[key] += found[key] ?? 0
        done += batch.length
        await job.progress(done, done)
      }
    }
    return counts
  },
})
