import { defineJob, type JobContext } from '@opendpf/kit/server'
import * as z from 'zod'
import type { DailySource } from '../telling/index.js'
import { dailySources, type Sourced } from './telling/sources-of.js'
import { tell } from './telling/tell.js'

/**
 * Looks each morning for what people have to be told of: a certificate that ends soon, a notice that closes. Each page is a transaction of its
 * own, and nobody is told twice: a run that was stopped goes through everything again.
 */
export const remindJob = defineJob({
  input: z.strictObject({}),
  title: 'job.remind',
  schedule: { dailyAt: '08:30' },
  async run(_, job) {
    const failures: unknown[] = []
    let told = 0
    for (const sourced of dailySources(job)) {
      try {
        told += await remind(sourced, job)
      } catch (error) {
        job.signal.throwIfAborted()
        // what one module cannot find must not keep from people what others did
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some reminders could not be looked for')
    return { told }
  },
})

async function remind({ source, ...what }: Sourced<DailySource>, job: JobContext): Promise<number> {
  let told = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    const page = await job.transaction(async (context) => {
      const { due, next } = await source(from, context)
      return { next, told: await tell(what, due, context) }
    })
    told += page.told
    after = page.next
    await job.progress(told, told)
  }
  return told
}
