import { permissionFor } from '@opendpf/kit'
import { defineJob } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { streamCsv, streamRows } from '@opendpf/sheets'
import { businessDateOf } from '@opendpf/standards'
import * as z from 'zod'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import { requirePermission } from '../platform/actors.js'
import { servicesOf } from '../system/services.js'
import { writeTransaction } from '../write/transaction.js'
import { findRows, readAsked } from './asked-rows.js'
import { askerWithin } from './asked-territory.js'
import { exportColumns } from './export-columns.js'
import { exportRows } from './export-rows.js'
import { changeExport, type ExportRow, exportFileOf, exportRecordOf, lockExport } from './export-state.js'
import { exportTexts } from './messages.js'
import { askerMoved } from './requests.js'

/** How long the file of an export is kept. */
const exportKeptDays = 7
const dayLength = 86_400_000

/** Writes the file of an export, as whoever asked for it sees the list now. */
export const makeExportJob = defineJob({
  title: 'job.makeExport',
  retries: 2,
  input: z.object({ id: z.string().max(36) }),
  async run({ id }, context) {
    const job = asPlatformJob(context)
    const row = (await job.read.one(exportRecordOf(job.platform), id)) as unknown as ExportRow | undefined
    // a file that is there already, or a request that was withdrawn
    if (row === undefined || row.state !== 'queued') return undefined
    const made = await makeFile(job, row)
    const now = job.clock.now()
    const expiresAt = new Date(now.getTime() + exportKeptDays * dayLength).toISOString()
    await settle(job, id, {
      state: 'ready',
      rows: made.rows,
      fileBytes: made.bytes,
      readyAt: now.toISOString(),
      expiresAt,
    })
    return { rows: made.rows }
  },
})

async function settle(job: PlatformJob, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  await writeTransaction(job.platform, job, async (write, session) => {
    const row = await lockExport(write, session, id, {
      from: ['queued'],
      step: 'approveStep',
      platform: job.platform,
      locale: job.locale,
    })
    await changeExport(write, row, values, job.platform)
  })
}

async function makeFile(job: PlatformJob, row: ExportRow): Promise<{ readonly rows: number; readonly bytes: number }> {
  const { platform, locale, signal } = job
  // what another person let out is what was asked for, wherever the asker works since
  const actor = row.isUnmasked ? askerWithin(job.actor, row.division) : job.actor
  if (actor === undefined) throw askerMoved(locale)
  const record = platform.registry.record(row.record)
  requirePermission(actor, permissionFor(record, 'read'))
  requirePermission(actor, permissionFor(record, 'export'))
  const columns = exportColumns(record, { registry: platform.registry, locale, isUnmasked: row.isUnmasked })
  const asked = readAsked(row)
  const listed = asked.rows && (await findRows({ platform, actor, locale }, asked.rows))
  let rows = 0
  const { bytes } = await platform.pool.transact(actor.scope, async (session) => {
    const found = exportRows({
      platform,
      session,
      actor,
      record,
      query: asked.query,
      listed,
      columns,
      async onPage(done) {
        signal.throwIfAborted()
        rows = done
        await job.progress(done, done)
      },
    })
    const sheet = { columns: columns.map(({ column }) => column), rows: found, watermark: watermarkOf(job, row) }
    const content =
      row.format === 'csv'
        ? streamCsv(sheet)
        : streamRows({ ...sheet, sheetName: platform.registry.text(record.module, locale, record.name) })
    return servicesOf(platform).files.put(exportFileOf(row.id), content)
  })
  const fields = columns.map(({ field }) => field)
  await platform.accessLog.record({
    actor,
    county: row.county,
    kind: 'export',
    record: row.record,
    recordId: row.id,
    fields,
    reason: row.reason,
    rows,
  })
  return { rows, bytes }
}

function watermarkOf({ clock, locale }: PlatformJob, row: ExportRow): string {
  return messageOf(exportTexts, locale, 'watermark', {
    who: row.askedByName,
    when: businessDateOf(clock.now()),
    reason: row.reason,
  })
}
