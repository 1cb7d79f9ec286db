import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { JobContext } from '@opendpf/kit/server'
import { type Locale, messageOf } from '@opendpf/messages'
import { todayIn } from '@opendpf/standards'
import { safeParse } from 'zod/v4/core'
import { periodsOn } from '../deadlines/periods.js'
import { type Platform, providedBy } from '../platform/platform.js'
import { createReader } from '../read/reader.js'
import { readSnapshot, writeTransaction } from '../write/transaction.js'
import { attemptsOf, findJob, type KnownJob } from './definitions.js'
import { isWorthRetrying, sayFailure } from './failure.js'
import type { JobRow, JobRows } from './job-rows.js'
import { jobEndTexts } from './messages.js'
import type { PlatformJob } from './platform-job.js'
import { throttleProgress } from './progress.js'

/** What lies in the queue: no values, only names and ids. */
export interface QueuedJob {
  readonly job: string
  readonly input: unknown
  readonly actor: string
  readonly locale: Locale
}

/** One attempt at a job. */
export interface Attempt {
  readonly id: string
  readonly queued: QueuedJob
  readonly signal: AbortSignal
  /** Why the signal was given: somebody cancelled, the server stops, or another server has the job now. */
  readonly whyAborted: () => Promise<'cancelled' | 'stopping' | 'taken'>
}

export interface RunTools {
  readonly platform: Platform
  readonly rows: JobRows
  readonly actorOf: (id: string) => Promise<Actor | undefined>
  readonly onFailure: (failure: { readonly id: string; readonly job: string; readonly error: unknown }) => void
}

/** Tells the queue to bring the job again. Carries nothing: the queue keeps what it is told as plain text. */
class RunAgain extends Error {
  override readonly name = 'RunAgain'
}

/**
 * Makes one attempt: the row says what is going on before and after. The actor's permissions are those of now, not of when the job
 * was queued.
 *
 * @throws RunAgain when the queue must bring the job again
 */
export async function runJob(attempt: Attempt, tools: RunTools): Promise<void> {
  const { id, queued } = attempt
  const { rows, platform } = tools
  const now = (): string => platform.clock.now().toISOString()
  const end = (key: keyof (typeof jobEndTexts)['en'] & string, params = {}) =>
    rows.change(id, () => ({
      state: 'failed',
      endedAt: now(),
      message: messageOf(jobEndTexts, queued.locale, key, params),
    }))

  const known = findJob(platform, queued.job)
  if (known === undefined) return void (await end('unknownKind', { kind: queued.job }))
  const input = safeParse(known.definition.input, queued.input)
  if (!input.success) return void (await end('badInput'))
  const actor = await tools.actorOf(queued.actor)
  if (actor === undefined) return void (await end('actorGone'))
  const row = await rows.change(id, ({ attempts, startedAt }) =>
    attempts >= attemptsOf(known)
      ? undefined
      : { state: 'running', attempts: attempts + 1, startedAt: startedAt ?? now(), message: null },
  )
  if (row === undefined) return void (await end('interrupted', { attempts: attemptsOf(known) }))

  const progress = throttleProgress((done, total) => rows.progress(id, done, total))
  try {
    const result = await known.definition.run(input.data, contextOf(attempt, actor, { platform, note: progress.note }))
    await progress.flush()
    await rows.change(id, () => ({ state: 'done', endedAt: now(), message: null, result: result ?? null }))
  } catch (error) {
    await progress.flush()
    await settleFailure(error, { attempt, known, row, tools, now })
  }
}

function contextOf(
  { id, queued, signal }: Attempt,
  actor: Actor,
  { platform, note }: { readonly platform: Platform; readonly note: JobContext['progress'] },
): PlatformJob {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> => platform.pool.use(actor.scope, work)
  return {
    platform,
    locale: queued.locale,
    id,
    signal,
    actor,
    clock: platform.clock,
    today: todayIn(platform.clock),
    registry: platform.registry,
    provided: providedBy(platform),
    read: createReader({ platform, actor, run }),
    periods: periodsOn(todayIn(platform.clock), actor, run),
    progress: note,
    transaction: (work) => {
      signal.throwIfAborted()
      return writeTransaction(platform, { actor, locale: queued.locale }, ({ context }) => work(context))
    },
    snapshot: (work) => {
      signal.throwIfAborted()
      return readSnapshot(platform, { actor, locale: queued.locale }, work)
    },
  }
}

interface Failed {
  readonly attempt: Attempt
  readonly known: KnownJob
  readonly row: JobRow
  readonly tools: RunTools
  readonly now: () => string
}

async function settleFailure(error: unknown, { attempt, known, row, tools, now }: Failed): Promise<void> {
  const { id, queued, signal } = attempt
  const { rows } = tools
  if (signal.aborted) {
    const why = await attempt.whyAborted()
    if (why === 'cancelled') return void (await rows.change(id, () => ({ state: 'cancelled', endedAt: now() })))
    // stopping is nobody's fault and costs no attempt; a job that another server took is that server's to write down
    if (why === 'stopping') await rows.change(id, ({ attempts }) => ({ state: 'queued', attempts: attempts - 1 }))
    throw new RunAgain(why)
  }
  tools.onFailure({ id, job: queued.job, error })
  const detail = sayFailure(error, id, queued.locale)
  if (isWorthRetrying(error) && row.attempts < attemptsOf(known)) {
    await rows.change(id, () => ({
      state: 'queued',
      message: messageOf(jobEndTexts, queued.locale, 'retrying', { attempts: row.attempts, detail }),
    }))
    throw new RunAgain('failed')
  }
  await rows.change(id, () => ({
    state: 'failed',
    endedAt: now(),
    message: messageOf(jobEndTexts, queued.locale, 'failed', { detail }),
  }))
}
