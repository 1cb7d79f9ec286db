import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { TestDatabase } from '@opendpf/database/testing'
import type { Actor } from '@opendpf/kit'
import type { AttachmentStore, Jobs, Platform, ScanFile } from '@opendpf/server'
import {
  attachServices,
  createAttachmentStore,
  createFileStore,
  createJobs,
  folderObjects,
  scanNothing,
} from '@opendpf/server'

/** Jobs and files of a test server, as a deployment has them. */
export interface TestWork {
  readonly jobs: Jobs
  /** Where files lie, sealed. */
  readonly folder: string
  /** What is attached to rows, in a folder of its own below it. */
  readonly attachments: AttachmentStore
  /** Waits until a job has ended, and answers how. */
  done(job: string): Promise<{ readonly state: string; readonly message: string | null }>
  stop(): Promise<void>
}

/** Starts the queue and a folder for files, and gives both to the platform. */
export async function openTestWork(options: {
  readonly platform: Platform
  readonly database: TestDatabase
  readonly actorOf: (id: string) => Promise<Actor | undefined>
  readonly onFailure: (error: unknown) => void
  /** What looks through files; default nothing does. */
  readonly scan?: ScanFile
}): Promise<TestWork> {
  const { platform, database, actorOf } = options
  const folder = await mkdtemp(join(tmpdir(), 'opendpf-test-files-'))
  const jobs = createJobs({
    platform,
    connection: database.connectionFor('app'),
    actorOf,
    onFailure: ({ error }) => options.onFailure(error),
    lease: { seconds: 10, checkEvery: 1 },
  })
  const attachments = createAttachmentStore(folderObjects(join(folder, 'attachments')), platform.crypto)
  const files = createFileStore(folder, platform.crypto)
  attachServices(platform, { jobs, files, attachments, scan: options.scan ?? scanNothing, actorOf })
  // what runs by itself does so in a test that asks for it
  await jobs.start({ isScheduling: false })
  return {
    jobs,
    folder,
    attachments,
    async done(job) {
      for (;;) {
        const [row] = await platform.pool.use({ level: 'all' }, (session) =>
          session.query<{ state: string; message: string | null }>({
            text: 'select state, message from system_job where id = $1',
            values: [job],
          }),
        )
        if (row && row.state !== 'queued' && row.state !== 'running') return row
        await setTimeout(30)
      }
    },
    async stop() {
      await jobs.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
