import type { Jobs } from '../jobs/jobs.js'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { isPurgeDue } from './purge-files.js'

const hour = 3_600_000

/** Looks every hour whether files are past their time, and queues their deletion. */
export function startHousekeeping(options: {
  readonly platform: Platform
  readonly jobs: Jobs
  readonly onFailure: (error: unknown) => void
}): { stop(): void } {
  const look = async (): Promise<void> => {
    if (await isPurgeDue(options.platform))
      await options.jobs.queue({ job: 'system.purgeFiles', input: {}, actor: systemActor })
  }
  const run = (): void => void look().catch(options.onFailure)
  run()
  const timer = setInterval(run, hour)
  return { stop: () => clearInterval(timer) }
}
