import type { Actor } from '@opendpf/kit'
import type { AttachmentStore } from '../attachments/attachment-store.js'
import type { ScanFile } from '../attachments/scan-file.js'
import { attachStore } from '../attachments/store-of.js'
import type { FileStore } from '../files/file-store.js'
import type { Jobs } from '../jobs/jobs.js'
import type { Platform } from '../platform/platform.js'

/** What the platform's own long work needs beside the platform: the queue, and a place for files. */
export interface Services {
  readonly jobs: Jobs
  readonly files: FileStore
  /** What people attach to rows, and what looks through it first. */
  readonly attachments: AttachmentStore
  readonly scan: ScanFile
  /** Who an actor is now; undefined when the account may not act any more. */
  actorOf(id: string): Promise<Actor | undefined>
}

const attached = new WeakMap<Platform['pool'], Services>()

/** Gives a platform its services; routes and jobs of the module `system` find them there. */
export function attachServices(platform: Platform, services: Services): void {
  attached.set(platform.pool, services)
  attachStore(platform, services.attachments)
}

/** The services of a platform; one that was composed to serve records alone has none. */
export function servicesOf(platform: Platform): Services {
  const services = attached.get(platform.pool)
  if (services === undefined) throw new Error('this server was composed without jobs and files')
  return services
}
