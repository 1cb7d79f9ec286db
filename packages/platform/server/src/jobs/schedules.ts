import type { Session } from '@opendpf/database'
import type { JobSchedule } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { writeTransaction } from '../write/transaction.js'
import { findJob } from './definitions.js'
import { nextRun } from './next-run.js'
import type { JobQueue } from './queue.js'

/** A job that runs by itself. */
export interface ScheduledJob {
  /** `<module>.<job>` */
  readonly job: string
  readonly schedule: JobSchedule
}

/** Every job of the deployment that runs by itself. */
function scheduledJobs({ servers }: Pick<Platform, 'servers'>): readonly ScheduledJob[] {
  return [...servers.values()].flatMap(({ module, jobs = {} }) =>
    Object.entries(jobs).flatMap(([name, { schedule }]) =>
      schedule === undefined ? [] : [{ job: `${module.id}.${name}`, schedule }],
    ),
  )
}

/** Writes down when each job is due for the first time, and forgets jobs that run by themselves no longer. */
export async function keepSchedules(platform: Platform): Promise<void> {
  const scheduled = scheduledJobs(platform)
  const now = platform.clock.now()
  await platform.pool.transact(systemActor.scope, async (session) => {
    await session.query({
      text: 'delete from system_schedule where job <> all($1::text[])',
      values: [scheduled.map(({ job }) => job)],
    })
    for (const { job, schedule } of scheduled)
      await session.query({
        text: 'insert into system_schedule (job, due_at) values ($1, $2) on conflict (job) do nothing',
        values: [job, nextRun(schedule, now).toISOString()],
      })
  })
}

/**
 * Queues every job that is due. The moment it is due next is written in the transaction that queues it, so that of several processes one
 * queues it, and a run is neither lost nor doubled; however long nobody looked, it is queued once. While the last run has not ended,
 * there is no second one.
 *
 * @returns the jobs that were queued
 */
export async function queueDueJobs(platform: Platform, jobs: JobQueue): Promise<readonly string[]> {
  await platform.divisions.ready()
  // a deployment that is not set up yet has no place where a job could lie
  if (platform.divisions.under('').length === 0) return []
  const queued: string[] = []
  for (const { job, schedule } of scheduledJobs(platform)) {
    const now = platform.clock.now()
    const id = await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async (write, session) => {
      const [due] = await session.query<{ job: string; last_job: string | null }>({
        text: 'select job, last_job from system_schedule where job = $1 and due_at <= $2 for update skip locked',
        values: [job, now.toISOString()],
      })
      if (due === undefined) return undefined
      const next = nextRun(schedule, now).toISOString()
      if (due.last_job !== null && (await isUnderWay(session, due.last_job))) {
        await session.query({ text: 'update system_schedule set due_at = $2 where job = $1', values: [job, next] })
        return undefined
      }
      if ((await findJob(platform, job)?.definition.isNeeded?.(write.context)) === false) {
        await session.query({ text: 'update system_schedule set due_at = $2 where job = $1', values: [job, next] })
        return undefined
      }
      const queuedId = await jobs.queueIn(write, session, { job, input: {}, actor: systemActor })
      await session.query({
        text: 'update system_schedule set due_at = $2, last_at = $3, last_job = $4 where job = $1',
        values: [job, next, now.toISOString(), queuedId],
      })
      return queuedId
    })
    if (id !== undefined) queued.push(id)
  }
  if (queued.length > 0) jobs.wake()
  return queued
}

async function isUnderWay(session: Session, id: string): Promise<boolean> {
  const [row] = await session.query({
    text: `select id from system_job where id = $1 and state in ('queued', 'running')`,
    values: [id],
  })
  return row !== undefined
}

/** A job that runs by itself, as the jobs page shows it. */
export interface ScheduleEntry {
  readonly job: string
  readonly title: string
  readonly dueAt: string
  readonly lastAt: string | null
  /** The last run's `system.job`. */
  readonly lastJob: string | null
}

/** What runs by itself and when, soonest first. */
export async function readSchedules(platform: Platform, locale: Locale): Promise<readonly ScheduleEntry[]> {
  const rows = await platform.pool.use(systemActor.scope, (session) =>
    session.query<{ job: string; due_at: string; last_at: string | null; last_job: string | null }>({
      text: 'select job, due_at, last_at, last_job from system_schedule order by due_at, job',
      values: [],
    }),
  )
  return rows.flatMap(({ job, due_at, last_at, last_job }) => {
    const known = findJob(platform, job)
    if (known === undefined) return []
    const title = platform.registry.text(known.module, locale, known.definition.title)
    return [{ job, title, dueAt: due_at, lastAt: last_at, lastJob: last_job }]
  })
}
