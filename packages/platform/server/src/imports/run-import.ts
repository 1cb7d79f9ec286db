import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import { defineJob } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import * as z from 'zod'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import { type ImportMode, importModes, type Written } from '../system/contract/import.js'
import { servicesOf } from '../system/services.js'
import { openWriteSession } from '../write/session.js'
import { applyBatch } from './apply-batch.js'
import { refusedPositions } from './import-rows.js'
import { changeImport, type ImportRow, lockImport, moveImport } from './import-state.js'
import { readyForManyRows } from './large-transaction.js'
import { importTexts } from './messages.js'
import { type PreparedSource, prepareSource } from './prepare-source.js'
import { readAhead } from './read-ahead.js'
import type { RowDraft } from './row-draft.js'

const batchSize = 1000
const namedAtMost = 5
const attemptsAtMost = 3

/** Writes the rows of a planned import, in one transaction: all of them are there afterwards, or none. */
export const runImportJob = defineJob({
  title: 'job.runImport',
  retries: 1,
  input: z.object({ id: z.string().max(36), mode: z.enum(importModes) }),
  async run({ id, mode }, context) {
    const job = asPlatformJob(context)
    const row = await moveImport(job.platform, { ...job, id, from: ['running', 'done'], step: 'runStep' }, () => ({
      message: null,
    }))
    // the transaction was committed and the server died before it said so
    if (row.state === 'done') return { rows: row.rows }
    return writeRowsOf(job, row, mode)
  },
})

async function writeRowsOf(
  job: PlatformJob,
  row: ImportRow,
  mode: ImportMode,
): Promise<Readonly<Record<string, unknown>>> {
  const { platform, actor, locale } = job
  const prepared = await prepareSource(row, { platform, files: servicesOf(platform).files, actor, locale })
  const skipped = new Set(await platform.pool.use(actor.scope, (session) => refusedPositions(session, row.id)))
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(job, row, { prepared, skipped, mode })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // somebody changed the register since the dry run: those rows are left out, and everything is written again without them
      if (mode === 'all-or-nothing' || attempt === attemptsAtMost) throw refusalOf(error.drafts, { prepared, locale })
      for (const { position } of error.drafts) skipped.add(position)
    }
  }
}

class Refused extends Error {
  readonly drafts: readonly RowDraft[]
  constructor(drafts: readonly RowDraft[]) {
    super('rows were refused')
    this.drafts = drafts
  }
}

function refusalOf(
  drafts: readonly RowDraft[],
  { prepared, locale }: { readonly prepared: PreparedSource; readonly locale: PlatformJob['locale'] },
): OpenDpfError {
  const rows = drafts
    .slice(0, namedAtMost)
    .map(({ sheet, number }) =>
      messageOf(importTexts, locale, 'rowOfSheet', { sheet: prepared.sheets[sheet]?.name ?? '', number }),
    )
  const message = messageOf(importTexts, locale, 'rowsRefused', {
    count: drafts.length,
    rows: rows.join(locale === 'zh-CN' ? '、' : ', '),
  })
  const reasons = drafts
    .slice(0, namedAtMost)
    .flatMap(({ problems }) =>
      problems.slice(0, 1).map(({ field, code, message: said }) => ({ path: field, code, message: said })),
    )
  return new OpenDpfError('invalid-input', { fields: [{ path: 'rows', code: 'rowsRefused', message }, ...reasons] })
}

/** One transaction: the rows, then their audit entries, then what the import's own row says of it. */
async function runOnce(
  job: PlatformJob,
  row: ImportRow,
  {
    prepared,
    skipped,
    mode,
  }: { readonly prepared: PreparedSource; readonly skipped: ReadonlySet<number>; readonly mode: ImportMode },
): Promise<Readonly<Record<string, unknown>>> {
  const { platform, actor, locale, signal } = job
  const total = row.rows
  return platform.pool.transact(actor.scope, async (session) => {
    await readyForManyRows(session)
    const write = openWriteSession({ platform, session, actor, locale })
    const begun = platform.clock.now().toISOString()
    const refused: RowDraft[] = []
    const counts = { creates: 0, updates: 0, unchanged: 0, refused: skipped.size }
    let done = 0
    for await (const batch of readAhead(prepared.batches(batchSize))) {
      signal.throwIfAborted()
      const drafts = batch.map(({ draft }) => draft).filter(({ position }) => !skipped.has(position))
      const results = await applyBatch(drafts, {
        platform,
        write,
        reader: prepared.readerOf,
        seenUntil: row.plannedAt ?? undefined,
      })
      for (const { draft, outcome } of results) {
        if (outcome === 'refused') refused.push(draft)
        else counts[outcome === 'create' ? 'creates' : outcome === 'update' ? 'updates' : 'unchanged'] += 1
      }
      done += batch.length
      await job.progress(done, total)
    }
    if (refused.length > 0) throw new Refused(refused)
    signal.throwIfAborted()
    const closing = openWriteSession({ platform, session, actor, locale })
    // locked before the audit chain is: whoever waits for the chain may hold this row
    const locked = await lockImport(closing, session, row.id, { from: ['running'], step: 'runStep', platform, locale })
    await write.finish()
    const written = await writtenBy(session, { actor: actor.id, since: begun })
    await changeImport(
      closing,
      locked,
      {
        state: 'done',
        mode,
        ranAt: platform.clock.now().toISOString(),
        written,
        creates: counts.creates,
        updates: counts.updates,
        unchanged: counts.unchanged,
      },
      platform,
    )
    await closing.finish()
    return counts
  })
}

/**
 * The stretches of the audit chains that this transaction wrote. They are whole: from the first entry to the commit it holds the
 * chain, and the database itself knows which transaction a row is from.
 */
async function writtenBy(
  session: Session,
  { actor, since }: { readonly actor: string; readonly since: string },
): Promise<Written> {
  const rows = await session.query<{ county: string; from: number; to: number }>({
    text: `select county, min(seq) as "from", max(seq) as "to" from audit_entry where actor = $1 and at >= $2 and xmin = pg_current_xact_id()::xid group by county order by county`,
    values: [actor, since],
  })
  return rows
}
