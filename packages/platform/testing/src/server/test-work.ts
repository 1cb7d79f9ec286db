import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { TestDatabase } from '@opendpf/database/testing'
import type { Actor } from '@opendpf/kit'
import type { Jobs, Platform } from '@opendpf/server'
import { attachServices, createFileStore, createJobs } from '@opendpf/server'

/** Jobs and files of a test server, as a deployment has them. */
export interface TestWork {
  readonly jobs: Jobs
  /** Where files lie, sealed. */
  readonly folder: string
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
  attachServices(platform, { jobs, files: createFileStore(folder, platform.crypto), actorOf })
  await jobs.start()
  return {
    jobs,
    folder,
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
