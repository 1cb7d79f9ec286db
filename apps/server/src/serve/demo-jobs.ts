import { setTimeout as pause } from 'node:timers/promises'
import type { Platform, Services } from '@opendpf/server'
import { createReader, systemActor } from '@opendpf/server'

/** Has a job of a module done, and waits until it is: nobody else looks after the queue of a county that is being loaded. */
export async function runDemoJob(platform: Platform, { jobs }: Pick<Services, 'jobs'>, job: string): Promise<void> {
  const record = platform.registry.record('system.job')
  const read = createReader({
    platform,
    actor: systemActor,
    run: (work) => platform.pool.use(systemActor.scope, work),
  })
  const id = await jobs.queue({ job, input: {}, actor: systemActor })
  for (;;) {
    const row = (await read.one(record, id)) as unknown as { readonly state: string; readonly message: string | null }
    if (row.state === 'done') return
    if (row.state === 'failed' || row.state === 'cancelled')
      throw new Error(`${job} ended as ${row.state}: ${row.message}`)
    await pause(20)
  }
}
