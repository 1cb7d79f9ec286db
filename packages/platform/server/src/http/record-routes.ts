import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { allows, permissionFor, personSteps, readListParams } from '@opendpf/kit'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as z from 'zod'
import { attachmentRoutes } from '../attachments/routes.js'
import { requirePermission } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'
import type { Change } from '../write/draft.js'
import type { Answer } from '../write/idempotency.js'
import { once } from '../write/idempotency.js'
import { dryRun, writeTransaction } from '../write/transaction.js'
import type { WriteSession } from '../write/write-session.js'
import { rowOrThrow } from '../write/writer.js'
import { readAsOf, readBody, readIdempotencyKey, readShape, readVersion, refuseParams } from './bodies.js'
import { documentRoutes } from './document-routes.js'
import type { HttpEnv } from './environment.js'
import { definedOnly, listQuery } from './list-query.js'
import { workflowRoutes } from './workflow-routes.js'

const revealRequest = z.strictObject({
  fields: z.array(z.string().max(60)).min(1).max(50),
  reason: z.string().trim().min(2).max(200),
})
const removal = z.strictObject({ reason: z.string().trim().max(200).optional() })

type HttpContext = Context<HttpEnv>
const id = (c: HttpContext): string => c.req.param('id') ?? ''
const tag = (c: HttpContext, version: number): void => c.header('ETag', `"${version}"`)

/** Every route a record gets from its declaration. What the record does not offer has no route. */
export function recordRoutes(record: PlacedRecord): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>()

  routes.get('/', async (c) =>
    c.json(
      await c.var.readPath.list(
        record,
        readListParams(record, withoutAsOf(c)),
        readAsOf(c, c.var.platform.clock.now()),
      ),
    ),
  )
  routes.post('/query', async (c) => {
    refuseParams(c)
    return c.json(await c.var.readPath.list(record, definedOnly(await readShape(c, listQuery))))
  })
  routes.get('/:id', async (c) => {
    refuseParams(c, ['asOf'])
    const answer = await c.var.readPath.one(record, id(c), readAsOf(c, c.var.platform.clock.now()))
    tag(c, answer.version)
    return c.json(answer)
  })
  routes.get('/:id/history', async (c) => {
    refuseParams(c)
    return c.json({ entries: await c.var.readPath.history(record, id(c)) })
  })
  routes.get('/:id/access', async (c) => {
    refuseParams(c)
    return c.json({ entries: await c.var.readPath.accesses(record, id(c)) })
  })
  routes.post('/:id/reveal', async (c) => {
    refuseParams(c)
    const request = await readShape(c, revealRequest)
    return c.json({ values: await c.var.readPath.reveal(record, id(c), request) })
  })

  /** Work on the write path, once for each Idempotency-Key. */
  const transact = async (
    c: HttpContext,
    content: unknown,
    work: (path: WriteSession, session: Session) => Promise<Answer>,
  ) => {
    refuseParams(c)
    const { platform, actor, locale } = c.var
    const idempotency = readIdempotencyKey(c, content)
    const { status, body } = await writeTransaction(platform, { actor, locale }, (path, session) =>
      once(session, { platform, actor, idempotency }, () => work(path, session)),
    )
    if (status === 204) return c.body(null, 204)
    tag(c, (body as { version: number }).version)
    return c.json(body as object, status as 200)
  }
  /** One change by a person; the answer is the row as he may see it. */
  const change = (c: HttpContext, wanted: Change, status: 200 | 201) =>
    transact(c, wanted.values, async (path, session) => {
      const [outcome] = await path.apply(record, [wanted], 'person')
      if (!outcome) throw new OpenDpfError('not-found')
      const row = rowOrThrow(outcome, (field) =>
        c.var.registry.text(record.module, c.var.locale, `${record.name}.${field}`),
      )
      return {
        status,
        body: { ...(await c.var.readPath.show(record, row as unknown as Row, session)), warnings: outcome.warnings },
      }
    })

  if (allows(record, 'create')) {
    routes.post('/', async (c) => change(c, { action: 'create', values: await readBody(c) }, 201))
  }
  if (allows(record, 'update')) {
    routes.patch('/:id', async (c) =>
      change(c, { action: 'update', id: id(c), version: readVersion(c), values: await readBody(c) }, 200),
    )
  }
  if (allows(record, 'create') || allows(record, 'update')) {
    routes.post('/check', async (c) => {
      refuseParams(c, ['id'])
      const { platform, actor, locale } = c.var
      const existing = c.req.query('id')
      // of what nobody adds by a form only a change can be tried, and the row has to be named
      if (existing === undefined && !allows(record, 'create'))
        throw new OpenDpfError('invalid-request', { params: { what: 'id' } })
      if (existing !== undefined && !allows(record, 'update')) throw new OpenDpfError('method-not-allowed')
      const values = await readBody(c)
      const version = existing === undefined ? 0 : (await c.var.readPath.one(record, existing)).version
      const wanted: Change =
        existing === undefined ? { action: 'create', values } : { action: 'update', id: existing, version, values }
      const [outcome] = await dryRun(platform, { actor, locale }, (path) => path.apply(record, [wanted], 'person'))
      return c.json({ problems: outcome?.problems ?? [], warnings: outcome?.warnings ?? [] })
    })
  }
  if (allows(record, 'remove')) {
    routes.post('/:id/remove', async (c) => {
      requirePermission(c.var.actor, permissionFor(record, 'remove'))
      const { reason } = await readShape(c, removal)
      const version = readVersion(c)
      return transact(c, { reason }, async (path) => {
        await path.remove(record, [{ id: id(c), version }], reason)
        return { status: 204, body: null }
      })
    })
    routes.post('/:id/restore', async (c) => {
      requirePermission(c.var.actor, permissionFor(record, 'remove'))
      return transact(c, {}, async (path, session) => ({
        status: 200,
        body: await c.var.readPath.show(record, await path.restore(record, id(c)), session),
      }))
    })
  }
  for (const [verb] of personSteps(record)) {
    routes.post(`/:id/do/${verb}`, async (c) =>
      change(c, { action: 'transition', verb, id: id(c), version: readVersion(c), values: await readBody(c) }, 200),
    )
  }
  return routes
    .route('/', attachmentRoutes(record))
    .route('/', workflowRoutes(record))
    .route('/', documentRoutes(record))
}

function withoutAsOf(c: HttpContext): URLSearchParams {
  const params = new URL(c.req.url).searchParams
  params.delete('asOf')
  return params
}
