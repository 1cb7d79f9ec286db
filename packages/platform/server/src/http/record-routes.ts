import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { allows, permissionFor, readListParams } from '@opendpf/kit'
import type { Context } from 'hono'
import { Hono } from 'hono'
import * as z from 'zod'
import { requirePermission } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'
import type { Change } from '../write/draft.js'
import { once } from '../write/idempotency.js'
import { dryRun, writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'
import { readAsOf, readBody, readIdempotencyKey, readShape, readVersion } from './bodies.js'
import type { HttpEnv } from './environment.js'

const filter = z.union([z.strictObject({ any: z.array(z.string().max(200)) }), z.strictObject({ from: z.string().max(40).optional(), to: z.string().max(40).optional() }), z.strictObject({ empty: z.boolean() })])

/** The shape of a list query in a body. */
export const listQuery = z.strictObject({
  filters: z.record(z.string(), filter).default({}),
  within: z.string().optional(),
  search: z.string().trim().min(1).max(100).optional(),
  lookup: z.strictObject({ field: z.string().max(60), value: z.string().max(64) }).optional(),
  order: z.strictObject({ by: z.string().max(60), direction: z.enum(['ascending', 'descending']) }).optional(),
  limit: z.number().optional(),
  cursor: z.string().max(1000).optional(),
})

const revealRequest = z.strictObject({ fields: z.array(z.string().max(60)).min(1).max(50), reason: z.string().trim().min(2).max(200) })
const removal = z.strictObject({ reason: z.string().trim().max(200).optional() })

type HttpContext = Context<HttpEnv>
const id = (c: HttpContext): string => c.req.param('id') ?? ''
const tag = (c: HttpContext, version: number): void => c.header('ETag', `"${version}"`)

/** Every route a record gets from its declaration. What the record does not offer has no route. */
export function recordRoutes(record: PlacedRecord): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>()
  const write = (c: HttpContext) => ({ actor: c.var.actor, locale: c.var.locale })

  routes.get('/', async (c) => c.json(await c.var.readPath.list(record, readListParams(record, withoutAsOf(c)), readAsOf(c, c.var.platform.clock.now()))))
  routes.post('/query', async (c) => c.json(await c.var.readPath.list(record, definedOnly(await readShape(c, listQuery)))))
  routes.get('/:id', async (c) => {
    const answer = await c.var.readPath.one(record, id(c), readAsOf(c, c.var.platform.clock.now()))
    tag(c, answer.version)
    return c.json(answer)
  })
  routes.get('/:id/history', async (c) => c.json({ entries: await c.var.readPath.history(record, id(c)) }))
  routes.get('/:id/access', async (c) => c.json({ entries: await c.var.readPath.accesses(record, id(c)) }))
  routes.post('/:id/reveal', async (c) => {
    const request = await readShape(c, revealRequest)
    return c.json({ values: await c.var.readPath.reveal(record, id(c), request) })
  })

  /** One change by a person; the answer is the row as he may see it. */
  const change = (c: HttpContext, wanted: Change, status: 200 | 201) => {
    const key = readIdempotencyKey(c, wanted.values)
    return writeTransaction(c.var.platform, write(c), async (path, session) => {
      const work = async () => {
        const [outcome] = await path.apply(record, [wanted], 'person')
        if (!outcome) throw new OpenDpfError('not-found')
        const answer = await c.var.readPath.show(record, rowOrThrow(outcome) as unknown as Row, session)
        return { status, body: { ...answer, warnings: outcome.warnings } }
      }
      return key ? once(session, { actor: c.var.actor, clock: c.var.platform.clock, ...key }, work) : work()
    })
  }
  const answer = (c: HttpContext, { status, body }: { status: number; body: unknown }) => {
    const version = (body as { version?: number }).version
    if (version !== undefined) tag(c, version)
    return c.json(body as object, status as 200)
  }

  if (allows(record, 'create')) {
    routes.post('/', async (c) => answer(c, await change(c, { action: 'create', values: await readBody(c) }, 201)))
  }
  if (allows(record, 'update')) {
    routes.patch('/:id', async (c) => answer(c, await change(c, { action: 'update', id: id(c), version: readVersion(c), values: await readBody(c) }, 200)))
  }
  if (allows(record, 'create') || allows(record, 'update')) {
    routes.post('/check', async (c) => {
      const existing = c.req.query('id')
      const values = await readBody(c)
      const version = existing === undefined ? 0 : (await c.var.readPath.one(record, existing)).version
      const wanted: Change = existing === undefined ? { action: 'create', values } : { action: 'update', id: existing, version, values }
      const [outcome] = await dryRun(c.var.platform, write(c), (path) => path.apply(record, [wanted], 'person'))
      return c.json({ problems: outcome?.problems ?? [], warnings: outcome?.warnings ?? [] })
    })
  }
  if (allows(record, 'remove')) {
    routes.post('/:id/remove', async (c) => {
      requirePermission(c.var.actor, permissionFor(record, 'remove'))
      const { reason } = await readShape(c, removal)
      await writeTransaction(c.var.platform, write(c), (path) => path.remove(record, [{ id: id(c), version: readVersion(c) }], reason))
      return c.body(null, 204)
    })
    routes.post('/:id/restore', async (c) => {
      requirePermission(c.var.actor, permissionFor(record, 'remove'))
      const body = await writeTransaction(c.var.platform, write(c), async (path, session) => c.var.readPath.show(record, await path.restore(record, id(c)), session))
      return answer(c, { status: 200, body })
    })
  }
  for (const verb of Object.keys(record.workflow?.transitions ?? {})) {
    routes.post(`/:id/do/${verb}`, async (c) => answer(c, await change(c, { action: 'transition', verb, id: id(c), version: readVersion(c), values: await readBody(c) }, 200)))
  }
  return routes
}

function withoutAsOf(c: HttpContext): URLSearchParams {
  const params = new URL(c.req.url).searchParams
  params.delete('asOf')
  return params
}

/** zod leaves optional keys in with `undefined`; the query's type does not have them then. */
function definedOnly(query: z.output<typeof listQuery>) {
  return JSON.parse(JSON.stringify(query)) as Parameters<HttpEnv['Variables']['readPath']['list']>[1]
}
