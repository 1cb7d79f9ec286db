import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { type Db, type Job, PgBoss } from 'pg-boss'
import { uuidv7 } from 'uuidv7'
import { safeParse } from 'zod/v4/core'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { releaseWork } from '../system/release-work.js'
import { writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'
import { findJob } from './definitions.js'
import { divisionOfActor } from './division-of-actor.js'
import { createJobRows, hasEnded, type JobRow } from './job-rows.js'
import { jobEndTexts } from './messages.js'
import type { JobQueue, JobRequest } from './queue.js'
import { queueName, queueSchema } from './queue-schema.js'
import { type QueuedJob, runJob } from './run-job.js'
import { keepSchedules, queueDueJobs } from './schedules.js'
import { sweepJobs } from './sweep.js'

const lookEvery = 30_000

/** Where the queue's own connections go: the application's role. */
export interface QueueConnection {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly connectionString?: string
}

export interface JobsOptions {
  readonly platform: Platform
  readonly connection: QueueConnection
  /** Who an actor is now; undefined when the account may not act any more. */
  readonly actorOf: (id: string) => Promise<Actor | undefined>
  /** Told of every failed attempt, for the log. */
  readonly onFailure?: (failure: { readonly id: string; readonly job: string; readonly error: unknown }) => void
  /** Told when there may be new work, where another process is to do it. */
  readonly onWake?: () => void
  /** Told when an attempt at a job has ended in this process. */
  readonly onEnded?: () => void
  /** Jobs that run at once in this process. Default 2. */
  readonly concurrency?: number
  /** After how many seconds without a sign of life a job is taken from a dead server, and how often that is looked at. Default 30 and 15. */
  readonly lease?: { readonly seconds: number; readonly checkEvery: number }
}

/** Long pieces of work, kept in the deployment's own database. */
export interface Jobs extends JobQueue {
  /**
   * Starts looking for work; `isWorking: false` lets jobs be queued and leaves them to other processes. `isScheduling`, which is the
   * default where it works, also queues what is due by itself.
   */
  start(options?: { readonly isWorking?: boolean; readonly isScheduling?: boolean }): Promise<void>
  /** Whether a job waits that could be started now, wherever its last attempt was made. */
  hasWaiting(): Promise<boolean>
  /** Whether this process is doing one. */
  isBusy(): boolean
  /** Queues a job in a transaction of its own and answers its id. */
  queue(request: JobRequest): Promise<string>
  /** Stops a job: at once while it waits, after its present step while it runs. Whoever asked for it may, and holders of `system:job.cancel`. */
  cancel(id: string, actor: Actor, locale?: Locale): Promise<void>
  /** Lets running jobs finish their step and puts them back into the queue. */
  stop(patience?: number): Promise<void>
}

/** Makes the jobs of a server. */
export function createJobs(options: JobsOptions): Jobs {
  const { platform, concurrency = 2, lease = { seconds: 30, checkEvery: 15 } } = options
  const rows = createJobRows(platform)
  const boss = new PgBoss({
    ...options.connection,
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    max: 3,
    application_name: 'opendpf jobs',
    options: '-c role=opendpf_see_all',
    superviseIntervalSeconds: lease.checkEvery,
    monitorIntervalSeconds: lease.checkEvery,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
  })
  // a lost connection is opened again on next use; without a listener it would end the process
  boss.on('error', (error) => options.onFailure?.({ id: '', job: 'queue', error }))
  const running = new Map<string, AbortController>()
  const stopping = new AbortController()
  let workers: readonly string[] = []
  let sweeper: NodeJS.Timeout | undefined
  let scheduler: NodeJS.Timeout | undefined

  const stateOf = async (id: string): Promise<string | undefined> =>
    (
      await boss
        .getDb()
        .executeSql(`select state::text as state from ${queueSchema}.job where name = $1 and id = $2`, [queueName, id])
    ).rows[0]?.state

  const actorOf = async (id: string): Promise<Actor | undefined> =>
    id === systemActor.id ? systemActor : options.actorOf(id)

  const work = async ([job]: Job<QueuedJob>[]): Promise<void> => {
    if (job === undefined) return
    const cancelling = new AbortController()
    running.set(job.id, cancelling)
    try {
      await runJob(
        {
          id: job.id,
          queued: job.data,
          signal: AbortSignal.any([job.signal, stopping.signal, cancelling.signal]),
          whyAborted: async () =>
            (await stateOf(job.id)) === 'cancelled' ? 'cancelled' : stopping.signal.aborted ? 'stopping' : 'taken',
        },
        {
          platform,
          rows,
          actorOf,
          onFailure: options.onFailure ?? (() => {}),
        },
      )
    } finally {
      running.delete(job.id)
      options.onEnded?.()
    }
  }

  const queueIn: Jobs['queueIn'] = async (write, session, { job, input, actor, locale = 'zh-CN', division }) => {
    const known = findJob(platform, job)
    if (known === undefined) throw new Error(`no module of this deployment has the job "${job}"`)
    const checked = safeParse(known.definition.input, input)
    if (!checked.success) throw new OpenDpfError('invalid-request', { params: { what: job }, cause: checked.error })
    const id = uuidv7()
    const title = platform.registry.text(known.module, locale, known.definition.title)
    const values = {
      kind: job,
      title,
      state: 'queued',
      progressDone: 0,
      progressTotal: 0,
      askedBy: actor.id,
      askedByName: actor.name,
      attempts: 0,
      queuedAt: platform.clock.now().toISOString(),
      division: division ?? (await divisionOfActor(platform, actor)),
    }
    const [outcome] = await write.apply(
      platform.registry.record('system.job'),
      [{ action: 'create', id, values }],
      'module',
    )
    if (outcome !== undefined) rowOrThrow(outcome)
    const queued: QueuedJob = { job, input, actor: actor.id, locale }
    // the number of attempts is kept in the row: a graceful stop must not use one up
    const sent = await boss.send(queueName, queued, {
      id,
      db: databaseOn(session),
      retryLimit: 1000,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      heartbeatSeconds: lease.seconds,
      expireInSeconds: 43_200,
    })
    if (sent === null) throw new OpenDpfError('internal', { params: { reference: id } })
    return id
  }

  const wake = (): void => {
    for (const worker of workers) boss.notifyWorker(worker)
    options.onWake?.()
  }

  return {
    async start({ isWorking = true, isScheduling = isWorking } = {}) {
      await boss.start()
      if (!isWorking && !isScheduling) return
      await sweepJobs(platform, rows)
      sweeper = setInterval(
        () =>
          void sweepJobs(platform, rows).catch((error: unknown) =>
            options.onFailure?.({ id: '', job: 'sweep', error }),
          ),
        lease.checkEvery * 1000,
      )
      const settings = {
        pollingIntervalSeconds: 1,
        heartbeatRefreshSeconds: Math.max(1, Math.floor(lease.seconds / 10)),
      } as const
      if (isWorking)
        workers = await Promise.all(
          Array.from({ length: concurrency }, () => boss.work<QueuedJob>(queueName, settings, work)),
        )
      if (!isScheduling) return
      await keepSchedules(platform)
      const look = (): void =>
        void queueDueJobs(platform, { queueIn, wake }).catch((error: unknown) =>
          options.onFailure?.({ id: '', job: 'schedule', error }),
        )
      look()
      scheduler = setInterval(look, lookEvery)
    },
    async hasWaiting() {
      const { rows: found } = await boss
        .getDb()
        .executeSql(
          `select exists (select from ${queueSchema}.job where name = $1 and state in ('created', 'retry') and start_after <= now()) as waits`,
          [queueName],
        )
      return found[0]?.waits === true
    },
    isBusy: () => running.size > 0,
    async queue(request) {
      const id = await writeTransaction(
        platform,
        { actor: request.actor, locale: request.locale ?? 'zh-CN' },
        (write, session) => queueIn(write, session, request),
      )
      wake()
      return id
    },
    queueIn,
    wake,
    async cancel(id, actor, locale = 'zh-CN') {
      await writeTransaction(platform, { actor, locale }, async (write, session) => {
        const record = platform.registry.record('system.job')
        await session.query({ text: 'select from system_job where id = $1 for update', values: [id] })
        const row = (await write.context.read.one(record, id)) as unknown as JobRow | undefined
        if (row === undefined) throw new OpenDpfError('not-found')
        if (row.askedBy !== actor.id && !actor.permissions.has('system:job.cancel'))
          throw new OpenDpfError('permission-denied', { params: { needed: 'system:job.cancel' } })
        if (hasEnded(row.state))
          throw new OpenDpfError('wrong-state', {
            params: { step: platform.registry.text('system', locale, 'permission.job.cancel') },
          })
        await boss.cancel(queueName, id, { db: databaseOn(session) })
        const values =
          row.state === 'queued'
            ? {
                state: 'cancelled',
                endedAt: platform.clock.now().toISOString(),
                message: messageOf(jobEndTexts, locale, 'cancelled', { who: actor.name }),
              }
            : { message: messageOf(jobEndTexts, locale, 'stopping') }
        const [outcome] = await write.apply(record, [{ action: 'update', id, version: row.version, values }], 'module')
        if (outcome !== undefined) rowOrThrow(outcome)
        if (row.state === 'queued') await releaseWork(platform, { write, session }, id, null)
      })
      running.get(id)?.abort(new Error('cancelled'))
    },
    async stop(patience = 10_000) {
      clearInterval(sweeper)
      clearInterval(scheduler)
      stopping.abort(new Error('stopping'))
      await boss.stop({ graceful: true, timeout: patience })
    },
  }
}

/** The queue's statements inside a running transaction. */
function databaseOn(session: Session): Db {
  return { executeSql: async (text, values = []) => ({ rows: [...((await session.query({ text, values })) ?? [])] }) }
}
