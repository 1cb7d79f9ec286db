import { isOpenDpfError, OpenDpfError } from '@opendpf/errors'
import { defineJob } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import pMap from 'p-map'
import * as z from 'zod'
import { sayFailure } from '../jobs/failure.js'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import { servicesOf } from '../system/services.js'
import { dryRun } from '../write/transaction.js'
import { applyBatch } from './apply-batch.js'
import { walkKeys } from './duplicate-keys.js'
import { clearRows, countRows, type RowCounts, writeRows } from './import-rows.js'
import { type ImportRow, moveImport } from './import-state.js'
import { type PreparedSource, prepareSource } from './prepare-source.js'
import { readAhead } from './read-ahead.js'
import type { RowDraft, RowResult } from './row-draft.js'

const batchSize = 1000
/** Batches know nothing of each other, so one is prepared while the database tries another. */
const batchesAtOnce = 2

/** The dry run: every row is read, checked and taken through the write path, and nothing of it stays but what was found. */
export const planImportJob = defineJob({
  title: 'job.planImport',
  retries: 1,
  input: z.object({ id: z.string().max(36) }),
  async run({ id }, context) {
    const job = asPlatformJob(context)
    const row = await moveImport(job.platform, { ...job, id, from: ['planning', 'planned'], step: 'planStep' }, () => ({
      message: null,
    }))
    // the result was committed and the server died before the job said so
    if (row.state === 'planned') return { rows: row.rows }
    // what other people write from now on was not seen by this dry run
    const plannedAt = job.clock.now().toISOString()
    const counts = await planRows(job, row)
    await moveImport(job.platform, { ...job, id, from: ['planning'], step: 'planStep' }, () => ({
      state: 'planned',
      plannedAt,
      ...counts,
    }))
    return { ...counts }
  },
})

async function planRows(job: PlatformJob, row: ImportRow): Promise<RowCounts> {
  const { platform, actor, locale, signal } = job
  const prepared = await prepareSource(row, { platform, files: servicesOf(platform).files, actor, locale })
  const keys = await walkKeys(prepared.source, prepared.sheets, prepared.readers, signal)
  await platform.pool.transact(actor.scope, (session) => clearRows(session, row.id))
  let done = 0
  await pMap(
    readAhead(prepared.batches(batchSize)),
    async (batch) => {
      signal.throwIfAborted()
      for (const { row: cells, draft } of batch) keys.mark(draft, cells, prepared.readerOf(draft))
      const results = await tryBatch(
        batch.map(({ draft }) => draft),
        { job, prepared, locale },
      )
      await platform.pool.transact(actor.scope, (session) => writeRows(session, row, results, platform.crypto))
      done += batch.length
      await job.progress(done, keys.rows)
    },
    { concurrency: batchesAtOnce },
  )
  return platform.pool.use(actor.scope, (session) => countRows(session, row.id))
}

interface Trial {
  readonly job: PlatformJob
  readonly prepared: PreparedSource
  readonly locale: Locale
}

/**
 * Tries a batch and takes it back. When one row makes the whole batch fail, the batch is halved until that row is found, so that
 * one strange row never hides what the others would do.
 */
async function tryBatch(drafts: readonly RowDraft[], trial: Trial): Promise<readonly RowResult[]> {
  const { job, prepared, locale } = trial
  // values and remarks are written into a draft while it is tried; a second try must not find those of the first
  const copies = drafts.map(copyOf)
  try {
    return await dryRun(job.platform, job, (write) =>
      applyBatch(copies, { platform: job.platform, write, reader: prepared.readerOf, seenUntil: undefined }),
    )
  } catch (error) {
    job.signal.throwIfAborted()
    // two batches that met at the same rows: the other one goes on
    if (codeOf(error) === deadlock) return tryBatch(drafts, trial)
    if (!isRowsFault(error)) throw error
    const [only] = drafts
    if (only === undefined || drafts.length > 1) {
      const middle = Math.ceil(drafts.length / 2)
      return [...(await tryBatch(drafts.slice(0, middle), trial)), ...(await tryBatch(drafts.slice(middle), trial))]
    }
    const known = isOpenDpfError(error) ? error : new OpenDpfError('duplicate', { params: { what: '' }, cause: error })
    only.problems.push({
      column: null,
      heading: '',
      field: '',
      value: '',
      code: known.code,
      message: sayFailure(known, '', locale),
    })
    return [{ draft: only, outcome: 'refused', changes: [] }]
  }
}

function copyOf(draft: RowDraft): RowDraft {
  return {
    ...draft,
    parts: draft.parts.map((part) => ({ ...part, values: { ...part.values }, masked: { ...part.masked } })),
    problems: [...draft.problems],
    warnings: [...draft.warnings],
  }
}

const uniqueViolation = '23505'
const deadlock = '40P01'

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code
}

/** Whether a single row can be at fault: a refusal of the rules, or a value that the database already has. */
function isRowsFault(error: unknown): boolean {
  if (isOpenDpfError(error)) return error.status < 500 && error.code !== 'permission-denied'
  return codeOf(error) === uniqueViolation
}
