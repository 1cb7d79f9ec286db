import { OpenDpfError } from '@opendpf/errors'
import { messageOf } from '@opendpf/messages'
import type { JobRow } from '../jobs/job-rows.js'
import { createReader } from '../read/reader.js'
import { servicesOf } from '../system/services.js'
import { batchFileOf } from './copy-row.js'
import { documentTexts } from './messages.js'
import { documentTitle, type NamedDocument, requirePrinting } from './named-document.js'
import type { PaperViewer } from './read-copies.js'

/** The joint file of a batch, for whoever asked for it, while it is kept. Each time it is fetched the access log has a line first. */
export async function readBatch(
  document: NamedDocument,
  jobId: string,
  { platform, actor, locale }: PaperViewer,
): Promise<{ readonly name: string; readonly content: AsyncGenerator<Uint8Array> }> {
  requirePrinting(actor, document, platform.registry)
  const read = createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) })
  const job = (await read.one(platform.registry.record('system.job'), jobId)) as unknown as
    | (JobRow & {
        readonly county: string
        readonly result: { readonly record?: string; readonly document?: string; readonly printed?: number } | null
      })
    | undefined
  if (job === undefined || job.askedBy !== actor.id) throw new OpenDpfError('not-found')
  const { files } = servicesOf(platform)
  const { record, document: name, printed = 0 } = job.result ?? {}
  const isThis = record === document.record.ref && name === document.name
  if (!isThis || !(await files.has(batchFileOf(jobId))))
    throw new OpenDpfError('wrong-state', { params: { step: messageOf(documentTexts, locale, 'fetchStep') } })
  await platform.accessLog.record({
    actor,
    county: job.county,
    kind: 'export',
    record: document.record.ref,
    recordId: jobId,
    fields: [`document:${document.name}`],
    reason: messageOf(documentTexts, locale, 'print'),
    rows: printed,
  })
  return {
    name: messageOf(documentTexts, locale, 'batchFile', {
      document: documentTitle(platform.registry, locale, document),
      count: printed,
    }),
    content: files.read(batchFileOf(jobId)),
  }
}
