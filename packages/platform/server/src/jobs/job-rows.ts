import type { PlacedRecord } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { systemActor } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { JobState } from '../system/contract/job.js'
import { releaseWork } from '../system/release-work.js'
import { writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'

/** A job's row, as far as the worker needs it. */
export interface JobRow {
  readonly id: string
  readonly version: number
  readonly state: JobState
  readonly attempts: number
  readonly startedAt: string | null
  readonly askedBy: string
}

/** What happens to a job's row. */
export interface JobChange {
  readonly state: JobState
  readonly attempts?: number
  readonly startedAt?: string | null
  readonly endedAt?: string | null
  readonly message?: string | null
  readonly result?: Readonly<Record<string, unknown>> | null
}

/** The rows of jobs, written by the platform on the write path. */
export interface JobRows {
  find(id: string): Promise<JobRow | undefined>
  /** Changes the row unless it has ended already; answers whether it did. */
  change(id: string, change: (row: JobRow) => JobChange | undefined): Promise<JobRow | undefined>
  /** Writes how far a job is. No version and no audit entry: it would be thousands, and nobody answers for a percentage. */
  progress(id: string, done: number, total: number): Promise<void>
}

const ended: readonly JobState[] = ['done', 'failed', 'cancelled']

/** Whether a job will not run any more. */
export function hasEnded(state: JobState): boolean {
  return ended.includes(state)
}

/** The rows of the record `system.job` on a running platform. */
export function createJobRows(platform: Platform): JobRows {
  const record = (): PlacedRecord => platform.registry.record('system.job')
  const options = { actor: systemActor, locale: 'zh-CN' as Locale }
  return {
    find: (id) =>
      writeTransaction(
        platform,
        options,
        async ({ context }) => (await context.read.one(record(), id)) as unknown as JobRow | undefined,
      ),
    change: (id, change) =>
      writeTransaction(platform, options, async (write, session) => {
        await session.query({ text: 'select from system_job where id = $1 for update', values: [id] })
        const row = (await write.context.read.one(record(), id)) as unknown as JobRow | undefined
        if (row === undefined || hasEnded(row.state)) return undefined
        const values = change(row)
        if (values === undefined) return undefined
        const [outcome] = await write.apply(
          record(),
          [{ action: 'update', id, version: row.version, values: { ...values } }],
          'module',
        )
        if (outcome === undefined) return undefined
        if (values.state === 'failed' || values.state === 'cancelled')
          await releaseWork(
            platform,
            { write, session },
            id,
            values.state === 'failed' ? (values.message ?? null) : null,
          )
        return rowOrThrow(outcome) as unknown as Row & JobRow
      }),
    progress: (id, done, total) =>
      platform.pool.use(systemActor.scope, async (session) => {
        await session.query({
          name: 'job-progress',
          text: 'update system_job set progress_done = $2, progress_total = $3 where id = $1',
          values: [id, done, total],
        })
      }),
  }
}
