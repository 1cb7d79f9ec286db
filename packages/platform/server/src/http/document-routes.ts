import { ReadableStream as WebStream } from 'node:stream/web'
import { OpenDpfError } from '@opendpf/errors'
import { hasDocuments, type PlacedRecord } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as z from 'zod'
import { readBatch } from '../documents/batch-file.js'
import { documentTexts } from '../documents/messages.js'
import { documentNamed, documentTitle, type NamedDocument, requirePrinting } from '../documents/named-document.js'
import { previewDocument } from '../documents/preview.js'
import { mostInBatch, requestBatch } from '../documents/print-batch.js'
import { printRow } from '../documents/print-row.js'
import { listDocuments, readCopy } from '../documents/read-copies.js'
import { servicesOf } from '../system/services.js'
import { once } from '../write/idempotency.js'
import { writeTransaction } from '../write/transaction.js'
import { readIdempotencyKey, readShape, refuseParams } from './bodies.js'
import type { HttpEnv } from './environment.js'
import { definedOnly, listQuery } from './list-query.js'

const nothing = z.strictObject({})
const batchRequest = z
  .strictObject({
    rows: z.array(z.string().max(36)).min(1).max(mostInBatch).optional(),
    query: listQuery.optional(),
  })
  .refine(({ rows, query }) => (rows === undefined) !== (query === undefined), {
    path: ['rows'],
    params: { key: 'required' },
  })

/** What a record is asked whose rows have documents: which there are, one as a preview or a copy, copies again, and one for many rows. */
export function documentRoutes(record: PlacedRecord): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>()
  if (!hasDocuments(record)) return routes
  routes.get('/:id/documents', async (c) => {
    refuseParams(c)
    return c.json({ documents: await listDocuments(record, c.req.param('id'), c.var) })
  })
  for (const name of Object.keys(record.documents ?? {})) {
    const document = documentNamed(record, name)
    routes.get(`/:id/documents/${name}/preview`, async (c) => {
      refuseParams(c)
      const bytes = await previewDocument(document, c.req.param('id'), c.var)
      const file = messageOf(documentTexts, c.var.locale, 'previewFile', { document: titleOf(c, document) })
      return pdfAnswer([bytes], file)
    })
    routes.post(`/:id/documents/${name}`, async (c) => {
      refuseParams(c)
      return print(c, document, c.req.param('id'))
    })
    routes.get(`/:id/documents/${name}/:copy`, async (c) => {
      refuseParams(c)
      requirePrinting(c.var.actor, document, c.var.registry)
      return copyAnswer(c, document, c.req.param('id'), Number(c.req.param('copy')))
    })
    routes.post(`/documents/${name}`, async (c) => {
      refuseParams(c)
      requirePrinting(c.var.actor, document, c.var.registry)
      const { rows, query } = await readShape(c, batchRequest)
      const wanted = rows ?? definedOnly(query ?? { filters: {} })
      const { platform, actor, locale, readPath } = c.var
      const services = servicesOf(platform)
      return c.json({ job: await requestBatch(document, wanted, { platform, actor, locale, readPath, services }) }, 202)
    })
    routes.get(`/documents/${name}/:job`, async (c) => {
      refuseParams(c)
      const { name: file, content } = await readBatch(document, c.req.param('job'), c.var)
      return pdfAnswer(content, file)
    })
  }
  return routes
}

/** Makes a copy and answers it; a repeated Idempotency-Key gets the first copy again. */
async function print(c: Context<HttpEnv>, document: NamedDocument, id: string): Promise<Response> {
  const { platform, actor, locale } = c.var
  requirePrinting(actor, document, platform.registry)
  const idempotency = readIdempotencyKey(c, await readShape(c, nothing))
  const { body } = await writeTransaction(platform, { actor, locale }, (write, session) =>
    once(session, { platform, actor, idempotency }, async () => {
      const { copy } = await printRow(document, id, { platform, actor, locale, write, session })
      return { status: 201, body: { copy } }
    }),
  )
  return copyAnswer(c, document, id, (body as { readonly copy: number }).copy, 201)
}

async function copyAnswer(
  c: Context<HttpEnv>,
  document: NamedDocument,
  id: string,
  copy: number,
  status = 200,
): Promise<Response> {
  if (!Number.isInteger(copy)) throw new OpenDpfError('not-found')
  const { title } = await c.var.readPath.one(document.record, id)
  const { content, row } = await readCopy(document, { id, copy, isAgain: status !== 201 }, c.var)
  const file = messageOf(documentTexts, c.var.locale, 'file', { document: titleOf(c, document), title, copy })
  const answer = pdfAnswer(content, file, status)
  answer.headers.set(
    'Content-Location',
    `${c.req.path.replace(/\/documents\/.*$/, '')}/documents/${document.name}/${copy}`,
  )
  answer.headers.set('ETag', `"${row.hash}"`)
  return answer
}

const titleOf = (c: Context<HttpEnv>, document: NamedDocument): string =>
  documentTitle(c.var.registry, c.var.locale, document)

/** A PDF that a browser shows; its name may hold any character. */
function pdfAnswer(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string, status = 200): Response {
  return new Response(WebStream.from(content) as unknown as ReadableStream<Uint8Array>, {
    status,
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
