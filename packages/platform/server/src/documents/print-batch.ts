import type { DocumentTree } from '@opendpf/documents'
import { isOpenDpfError, OpenDpfError } from '@opendpf/errors'
import type { ListQuery } from '@opendpf/kit'
import { maximumLimit } from '@opendpf/kit'
import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { asPlatformJob, type PlatformJob } from '../jobs/platform-job.js'
import type { ReadPath } from '../read/read-path.js'
import { type Services, servicesOf } from '../system/services.js'
import { writeTransaction } from '../write/transaction.js'
import { batchFileOf } from './copy-row.js'
import { makeTree } from './make-tree.js'
import { documentNamed, documentTitle, type NamedDocument, requirePrinting } from './named-document.js'
import { lockRow, printRow, renderTrees } from './print-row.js'
import type { PaperViewer } from './read-copies.js'

/** How many rows one batch prints at most. */
export const mostInBatch = 1000
const batchInput = z.object({
  record: z.string().max(100),
  document: z.string().max(60),
  rows: z.array(z.string().max(36)).min(1).max(mostInBatch),
})

/** Queues the printing of one document for many rows, named or as a list, and answers the job. */
export async function requestBatch(
  document: NamedDocument,
  wanted: readonly string[] | ListQuery,
  { services, readPath, ...viewer }: PaperViewer & { readonly services: Services; readonly readPath: ReadPath },
): Promise<string> {
  const { actor, locale, platform } = viewer
  requirePrinting(actor, document, platform.registry)
  const rows = 'filters' in wanted ? await listed(document, wanted, readPath) : [...new Set(wanted)]
  if (rows.length === 0) throw new OpenDpfError('invalid-request', { params: { what: 'rows' } })
  const input = { record: document.record.ref, document: document.name, rows }
  return services.jobs.queue({ job: 'system.printDocuments', input, actor, locale })
}

/** Makes a copy for each row and one file of all, in the order that was asked for. Rows that have no such document now are left out and counted. */
export const printBatchJob = defineJob({
  title: 'job.printDocuments',
  retries: 2,
  input: batchInput,
  async run({ record, document: name, rows }, context) {
    const job = asPlatformJob(context)
    const { platform, actor, locale, signal } = job
    const document = documentNamed(platform.registry.record(record), name)
    requirePrinting(actor, document, platform.registry)
    const made = await madeBefore(job)
    const trees: DocumentTree[] = []
    for (const [index, row] of rows.entries()) {
      signal.throwIfAborted()
      const tree = made.has(row) ? await treeOf(document, row, job) : await copyOf(document, row, job)
      if (tree) trees.push(tree)
      await job.progress(index + 1, rows.length + 1)
    }
    const { files } = servicesOf(platform)
    if (trees.length > 0 && !(await files.has(batchFileOf(job.id)))) {
      const title = documentTitle(platform.registry, 'zh-CN', document)
      const { bytes } = await renderTrees(trees, { locale, title })
      await files.put(batchFileOf(job.id), [bytes])
    }
    return { record, document: name, printed: trees.length, leftOut: rows.length - trees.length }
  },
})

/** A copy of a row's own; undefined where the document cannot be made from it now. */
async function copyOf(document: NamedDocument, row: string, job: PlatformJob): Promise<DocumentTree | undefined> {
  const { platform, actor, locale } = job
  try {
    const { tree } = await writeTransaction(platform, { actor, locale }, (write, session) =>
      printRow(document, row, { platform, actor, locale, write, session, job: job.id }),
    )
    return tree
  } catch (error) {
    if (isOpenDpfError(error) && error.status < 500) return undefined
    throw error
  }
}

/** The tree of a row whose copy an attempt before has made. */
async function treeOf(document: NamedDocument, row: string, { platform, actor }: PlatformJob): Promise<DocumentTree> {
  return platform.pool.transact(actor.scope, async (session) => {
    const found = await lockRow(document, row, { platform, actor, session })
    return (await makeTree(document, found, { platform, session, actor })).tree
  })
}

async function madeBefore({ id, platform, actor }: PlatformJob): Promise<ReadonlySet<string>> {
  const rows = await platform.pool.use(actor.scope, (session) =>
    session.query<{ rowId: string }>({
      text: 'select row_id as "rowId" from system_document where job = $1',
      values: [id],
    }),
  )
  return new Set(rows.map(({ rowId }) => rowId))
}

/** The rows of a list, page by page; more than a batch takes are refused, not cut off. */
async function listed({ record }: NamedDocument, query: ListQuery, readPath: ReadPath): Promise<readonly string[]> {
  const found: string[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const { cursor: _, ...rest } = query
    const page = await readPath.list(record, {
      ...rest,
      ...(rest.lookup ? {} : { limit: maximumLimit }),
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.rows.map(({ id }) => id))
    if (found.length > mostInBatch) throw new OpenDpfError('too-large', { params: { limit: mostInBatch } })
    cursor = page.next
  }
  return found
}
