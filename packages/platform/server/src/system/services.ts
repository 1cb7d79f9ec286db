import type { Jobs } from '../jobs/jobs.js'
import type { Platform } from '../platform/platform.js'

/** What the platform's own long work needs beside the platform: the queue, and a place for files. */
export interface Services {
  readonly jobs: Jobs
}

const attached = new WeakMap<object, Services>()

/** Gives a platform its services; routes and jobs of the module `system` find them there. */
export function attachServices(platform: Platform, services: Services): void {
  attached.set(platform, services)
}

/** The services of a platform; a platform that only serves records has none, and its routes for long work say so. */
export function servicesOf(platform: Platform): Services {
  const services = attached.get(platform)
  if (services === undefined) throw new Error('this server was composed without jobs')
  return services
}
