import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { dueAttachments, looseBefore, purgeAttachments } from '../attachments/purge-attachments.js'
import { dueBatches, purgeBatches } from '../documents/purge-batches.js'
import { changeExport, type ExportRow, exportFileOf, exportRecordOf } from '../exports/export-state.js'
import { clearRows } from '../imports/import-rows.js'
import { changeImport, fileOf, type ImportRow, importRecordOf } from '../imports/import-state.js'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { servicesOf } from '../system/services.js'
import { writeTransaction } from '../write/transaction.js'

const dueExports = `select id from system_export where state = 'ready' and expires_at <= $1`
const dueImports = 'select id from system_import where file_until <= $1'

/** Deletes what is kept no longer: files of exports, imports and batches, what dry runs found, and uploads that no row ever carried. */
export const purgeFilesJob = defineJob({
  title: 'job.purgeFiles',
  input: z.object({}),
  async run(_, context) {
    const job = asPlatformJob(context)
    const exports = await dueIds(job.platform, dueExports)
    for (const id of exports) await expireExport(job, id)
    const imports = await dueIds(job.platform, dueImports)
    for (const id of imports) await forgetImport(job, id)
    const batches = await purgeBatches(job)
    const attachments = await purgeAttachments(job.platform, servicesOf(job.platform).attachments, job.signal)
    return { exports: exports.length, imports: imports.length, batches, attachments }
  },
})

/** Whether there is anything to delete. */
export async function isPurgeDue(platform: Platform): Promise<boolean> {
  const isDue = async (text: string, before?: string) => (await dueIds(platform, `${text} limit 1`, before)).length > 0
  if ((await isDue(`${dueExports} union all ${dueImports}`)) || (await isDue(dueAttachments, looseBefore(platform))))
    return true
  return (await dueBatches(platform)).length > 0
}

function dueIds(
  platform: Platform,
  text: string,
  now = platform.clock.now().toISOString(),
): Promise<readonly string[]> {
  return platform.pool.use(systemActor.scope, async (session) =>
    (await session.query<{ id: string }>({ text, values: [now] })).map(({ id }) => id),
  )
}

async function expireExport(job: PlatformJob, id: string): Promise<void> {
  const { platform, signal } = job
  signal.throwIfAborted()
  // the file goes first: a row that says "expired" beside a file that is still there would be a lie
  await servicesOf(platform).files.remove(exportFileOf(id))
  await writeTransaction(platform, job, async (write) => {
    const row = (await write.context.read.one(exportRecordOf(platform), id)) as unknown as ExportRow | undefined
    if (row?.state === 'ready') await changeExport(write, row, { state: 'expired' }, platform)
  })
}

async function forgetImport(job: PlatformJob, id: string): Promise<void> {
  const { platform, signal } = job
  signal.throwIfAborted()
  await servicesOf(platform).files.remove(fileOf(id))
  await writeTransaction(platform, job, async (write, session) => {
    await clearRows(session, id)
    const row = (await write.context.read.one(importRecordOf(platform), id)) as unknown as ImportRow | undefined
    if (row) await changeImport(write, row, { fileUntil: null }, platform)
  })
}
