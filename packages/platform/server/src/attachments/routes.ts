import { ReadableStream as WebStream } from 'node:stream/web'
import { OpenDpfError } from '@opendpf/errors'
import type { Attachment, PlacedRecord } from '@opendpf/kit'
import { attachPermissions, fieldsOf } from '@opendpf/kit'
import { parse as readDisposition, create as writeDisposition } from 'content-disposition'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as z from 'zod'
import { readAsOf, readShape, refuseParams } from '../http/bodies.js'
import type { HttpEnv } from '../http/environment.js'
import { servicesOf } from '../system/services.js'
import { placesOfAttachments } from './attachment-rows.js'
import { readUpload } from './read-upload.js'
import { rulesOf, takeIn } from './take-in.js'

const revealRequest = z.strictObject({ reason: z.string().trim().min(2).max(200) })

type HttpContext = Context<HttpEnv>

/** Bringing and fetching the files of a record's fields; a record without such fields has none of these routes. */
export function attachmentRoutes(record: PlacedRecord): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>()
  for (const { name: field, meta } of fieldsOf(record)) {
    if (meta.kind !== 'attachments') continue
    if (!meta.isDerived) {
      routes.post(`/attachments/${field}`, async (c) => {
        refuseParams(c)
        requireOneOf(c, attachPermissions(record, field))
        const { platform, actor, locale } = c.var
        const { attachments: store, scan } = servicesOf(platform)
        const upload = await readUpload(c.req.raw.body, {
          declared: Number(c.req.header('content-length') ?? 0),
          maxBytes: rulesOf(record, field).maxBytes,
        })
        const request = { platform, store, scan, actor, locale, record, field, name: readName(c) }
        return c.json(await takeIn(request, upload.ok ? upload.content : undefined), 201)
      })
    }
    routes.get(`/:id/attachments/${field}/:file`, async (c) => {
      refuseParams(c, ['asOf'])
      const asOf = readAsOf(c, c.var.platform.clock.now())
      const at = { field, file: c.req.param('file'), ...asOf }
      return fileAnswer(c, await c.var.readPath.attachment(record, c.req.param('id'), at))
    })
    routes.post(`/:id/attachments/${field}/:file/reveal`, async (c) => {
      refuseParams(c, ['asOf'])
      const { reason } = await readShape(c, revealRequest)
      const asOf = readAsOf(c, c.var.platform.clock.now())
      const at = { field, file: c.req.param('file'), reason, ...asOf }
      return fileAnswer(c, await c.var.readPath.attachment(record, c.req.param('id'), at))
    })
  }
  return routes
}

/** Whoever may write a row may bring its files: by adding, by changing, or by a step that asks for them. */
function requireOneOf(c: HttpContext, permissions: readonly string[]): void {
  const { actor } = c.var
  if (!permissions.some((permission) => actor.permissions.has(permission)))
    throw new OpenDpfError('permission-denied', { params: { needed: permissions[0] ?? '' } })
}

/** The name of an upload, from `Content-Disposition: attachment; filename*=UTF-8''…`: a name in an address would stand in logs. */
function readName(c: HttpContext): string | undefined {
  const header = c.req.header('content-disposition')
  if (header === undefined) return undefined
  try {
    return readDisposition(header).parameters.filename
  } catch (cause) {
    throw new OpenDpfError('invalid-request', { params: { what: 'Content-Disposition' }, cause })
  }
}

/**
 * A file as an answer. A browser shows pictures, and saves everything else; whatever it holds, it can run nothing, frame nothing, and is
 * not kept on the way.
 */
async function fileAnswer(c: HttpContext, file: Attachment): Promise<Response> {
  const { platform } = c.var
  const places = await platform.pool.use({ level: 'all' }, (session) => placesOfAttachments(session, [file.id]))
  const place = places.get(file.id)
  if (!place) throw new OpenDpfError('not-found')
  const content = servicesOf(platform).attachments.get(place)
  // the first piece tells whether the file is there and whole, while the answer can still say so
  const first = await content.next()
  const isAskedFor = c.req.method !== 'HEAD'
  // nobody reads on: what is open is closed
  if (!isAskedFor) await content.return(undefined)
  const body = isAskedFor ? (WebStream.from(continued(first, content)) as unknown as ReadableStream<Uint8Array>) : null
  return new Response(body, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes),
      'Content-Disposition': writeDisposition(file.name, {
        type: file.type.startsWith('image/') ? 'inline' : 'attachment',
      }),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

async function* continued(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return
  yield first.value
  yield* rest
}
