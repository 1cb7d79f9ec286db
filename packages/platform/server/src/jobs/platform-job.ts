import type { JobContext } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import type { Platform } from '../platform/platform.js'

/** What a job of the platform itself finds beside what every module's job gets. */
export interface PlatformJob extends JobContext {
  readonly platform: Platform
  readonly locale: Locale
}

/** The context of a job that the platform itself brings. */
export function asPlatformJob(job: JobContext): PlatformJob {
  if (!('platform' in job)) throw new Error('a job of the platform runs on a platform')
  return job as PlatformJob
}
