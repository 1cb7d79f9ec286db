import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { systemActor } from '../platform/actors.js'
import { asPlatformJob } from './platform-job.js'

const day = 86_400_000
const batch = 1000

/** For how many days answers to repeated requests are kept: nobody sends one again after a long weekend. */
const answersKeptDays = 3
/** For how many days an event is kept once everybody has it. */
const eventsKeptDays = 30

const expired = {
  answers: {
    days: answersKeptDays,
    text: 'delete from idempotency where ctid = any(array(select ctid from idempotency where at < $1 limit $2)) returning 1 as gone',
  },
  events: {
    days: eventsKeptDays,
    text: `delete from outbox where id = any(array(select o.id from outbox o where o.sent_at < $1 and not exists (select from system_delivery d where d.event = o.id and d.state = 'waiting') limit $2)) returning 1 as gone`,
  },
} as const

/** Takes away what the platform keeps for a time only, every night, in batches that keep nobody waiting. */
export const tidyJob = defineJob({
  title: 'job.tidy',
  input: z.object({}),
  schedule: { dailyAt: '03:30' },
  async run(_, context) {
    const { platform, signal } = asPlatformJob(context)
    const counts = { answers: 0, events: 0 }
    for (const kind of ['answers', 'events'] as const) {
      const before = new Date(platform.clock.now().getTime() - expired[kind].days * day).toISOString()
      for (;;) {
        signal.throwIfAborted()
        const gone = await platform.pool.transact(systemActor.scope, (session) =>
          session.query({ text: expired[kind].text, values: [before, batch] }),
        )
        counts[kind] += gone.length
        await context.progress(counts.answers + counts.events, 0)
        if (gone.length < batch) break
      }
    }
    return counts
  },
})
