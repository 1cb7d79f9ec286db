import type { Session } from '@opendpf/database'
import { isOpenDpfError, OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldsOf, inputFields } from '@opendpf/kit'
import { defineJob } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import * as z from 'zod'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import type { Row, StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import { openWriteSession } from '../write/session.js'
import type { WriteSession } from '../write/write-session.js'
import { changeImport, type ImportRow, lockImport, moveImport } from './import-state.js'
import { readyForManyRows } from './large-transaction.js'
import { importTexts } from './messages.js'
import { readTouched, type TouchedRow } from './touched-rows.js'

const batchSize = 1000

/** Takes back what an import wrote, as long as nobody has touched any of it since. */
export const undoImportJob = defineJob({
  title: 'job.undoImport',
  retries: 1,
  input: z.object({ id: z.string().max(36) }),
  async run({ id }, context) {
    const job = asPlatformJob(context)
    const row = await moveImport(job.platform, { ...job, id, from: ['undoing', 'undone'], step: 'undoStep' }, () => ({
      message: null,
    }))
    // the transaction was committed and the server died before it said so
    if (row.state === 'undone') return {}
    return undo(job, row)
  },
})

function undo(job: PlatformJob, row: ImportRow): Promise<Readonly<Record<string, unknown>>> {
  const { platform, actor, locale, signal } = job
  return platform.pool.transact(actor.scope, async (session) => {
    await readyForManyRows(session)
    const write = openWriteSession({ platform, session, actor, locale })
    const touched = await readTouched(session, row.written ?? [])
    const groups = inOrder(
      Map.groupBy(touched, ({ record }) => record),
      platform.registry,
    )
    for (const [record, rows] of groups) await refuseChanged(session, platform.registry.record(record), rows, job)
    const counts = { removed: 0, restored: 0 }
    let done = 0
    const step = async (size: number): Promise<void> => {
      signal.throwIfAborted()
      done += size
      await job.progress(done, touched.length)
    }
    for (const [ref, rows] of groups) {
      const record = platform.registry.record(ref)
      for (const batch of inBatches(rows.filter(({ isNew, isGone }) => isNew && !isGone))) {
        counts.removed += await removeRows(write, session, record, batch, job)
        await step(batch.length)
      }
    }
    // what refers to others comes back after them
    for (const [ref, rows] of groups.toReversed()) {
      const record = platform.registry.record(ref)
      for (const batch of inBatches(rows.filter(({ isNew }) => !isNew))) {
        counts.restored += await restoreRows(write, session, record, batch, job)
        await step(batch.length)
      }
    }
    const closing = openWriteSession({ platform, session, actor, locale })
    // locked before the audit chain is: whoever waits for the chain may hold this row
    const locked = await lockImport(closing, session, row.id, { from: ['undoing'], step: 'undoStep', platform, locale })
    await write.finish()
    await changeImport(closing, locked, { state: 'undone', undoneAt: platform.clock.now().toISOString() }, platform)
    await closing.finish()
    return counts
  })
}

/** Records that refer to others come first: a row goes before the row it refers to. */
function inOrder(
  groups: ReadonlyMap<string, readonly TouchedRow[]>,
  registry: Registry,
): readonly (readonly [string, readonly TouchedRow[]])[] {
  const ordered: string[] = []
  const visit = (ref: string, above: readonly string[]): void => {
    if (ordered.includes(ref) || above.includes(ref)) return
    for (const { record } of registry.referencesTo(ref)) if (groups.has(record.ref)) visit(record.ref, [...above, ref])
    ordered.push(ref)
  }
  for (const ref of groups.keys()) visit(ref, [])
  return ordered.map((ref) => [ref, groups.get(ref) ?? []] as const)
}

/** Every row must still be at the version the import left it at. */
async function refuseChanged(
  session: Session,
  record: PlacedRecord,
  rows: readonly TouchedRow[],
  { platform, locale }: PlatformJob,
): Promise<void> {
  const found = await session.query<{ id: string; version: number }>({
    text: `select id, version from ${record.table} where id = any($1::text[]) order by id for update`,
    values: [rows.map(({ id }) => id)],
  })
  const versions = new Map(found.map(({ id, version }) => [id, version]))
  const changed = rows.filter(({ id, version, isGone }) => (isGone ? versions.has(id) : versions.get(id) !== version))
  if (changed.length === 0) return
  const message = messageOf(importTexts, locale, 'touched', {
    count: changed.length,
    what: platform.registry.text(record.module, locale, record.name),
  })
  throw new OpenDpfError('invalid-input', {
    fields: [
      { path: record.ref, code: 'touched', message },
      ...changed.slice(0, 5).map(({ id }) => ({ path: id, code: 'touched', message: id })),
    ],
  })
}

async function removeRows(
  write: WriteSession,
  session: Session,
  record: PlacedRecord,
  rows: readonly TouchedRow[],
  { platform, locale }: PlatformJob,
): Promise<number> {
  // hooks that follow other removals may have moved a version on
  const now = await session.query<{ id: string; version: number }>({
    text: `select id, version from ${record.table} where id = any($1::text[])`,
    values: [rows.map(({ id }) => id)],
  })
  try {
    await write.remove(record, now)
  } catch (error) {
    if (!isOpenDpfError(error) || error.code !== 'still-in-use') throw error
    const what = platform.registry.text(record.module, locale, record.name)
    throw new OpenDpfError('invalid-input', {
      fields: [{ path: record.ref, code: 'stillUsed', message: messageOf(importTexts, locale, 'stillUsed', { what }) }],
      cause: error,
    })
  }
  return now.length
}

/** Puts rows back to the values they had before the import, as a change like any other. */
async function restoreRows(
  write: WriteSession,
  session: Session,
  record: PlacedRecord,
  rows: readonly TouchedRow[],
  { platform }: PlatformJob,
): Promise<number> {
  for (const { id } of rows.filter(({ isGone }) => isGone)) await write.restore(record, id)
  const codec = codecOf(record, platform.crypto)
  const history = await session.query<StoredRow>({
    text: `select ${codec.list} from ${record.table}_history h join unnest($1::text[], $2::int[]) as wanted (wanted_id, wanted_version) on h.id = wanted_id and h.version = wanted_version`,
    values: [rows.map(({ id }) => id), rows.map(({ before }) => before)],
  })
  const now = await session.query<{ id: string; version: number }>({
    text: `select id, version from ${record.table} where id = any($1::text[])`,
    values: [rows.map(({ id }) => id)],
  })
  const versions = new Map(now.map(({ id, version }) => [id, version]))
  const fields = new Set([
    ...inputFields(record),
    ...fieldsOf(record)
      .filter(({ meta }) => meta.copiedFrom === undefined)
      .map(({ name }) => name),
  ])
  const changes = history.map(codec.decode).flatMap((row: Row) => {
    const version = versions.get(row.id)
    const values = Object.fromEntries(Object.entries(row).filter(([name]) => fields.has(name)))
    return version === undefined ? [] : [{ action: 'update' as const, id: row.id, version, values }]
  })
  const outcomes = await write.apply(record, changes, 'module')
  const refused = outcomes.flatMap(({ problems }) => problems)
  if (refused.length > 0) throw new OpenDpfError('invalid-input', { fields: refused })
  return changes.length
}

function inBatches(rows: readonly TouchedRow[]): readonly (readonly TouchedRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    rows.slice(index * batchSize, (index + 1) * batchSize),
  )
}
