import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { countiesWithKeySince, resealKeys, rotateKey } from './credential-keys.js'
import { bringUpToDate } from './status-entries.js'
import { signAgain } from './status-lists.js'

/** How often lists are signed though nothing has changed. Verifiers may rely on one for twelve times as long. */
const minutes = 60
const freshness = (minutes - 10) * 60_000
/** A key signs for a year. */
const keyLife = 365 * 86_400_000

/**
 * Every hour: makes up for a status that was not flipped, signs lists anew, and gives a county another key when the one it has is a year old.
 */
export const refreshCredentialsJob = defineJob({
  input: z.strictObject({}),
  title: 'job.refreshCredentials',
  schedule: { everyMinutes: minutes },
  async run(_, job) {
    const ago = (milliseconds: number) => new Date(job.clock.now().getTime() - milliseconds).toISOString()
    const flipped = await job.transaction((context) => bringUpToDate('all', context))
    const rotated = await job.transaction(async (context) => {
      const due = await countiesWithKeySince(ago(keyLife), context)
      for (const county of due) await rotateKey(county, false, context)
      await resealKeys(context)
      return due.length
    })
    const signed = await job.transaction((context) => signAgain({ signedBefore: ago(freshness) }, context))
    return { flipped, rotated, signed }
  },
})
