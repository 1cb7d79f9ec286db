import { randomBytes } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { access } from '../../contract/index.js'
import { hashKey, keyPrefix } from '../authenticator/keys.js'
import { announce } from '../changes.js'
import { instantOf } from '../instants.js'
import type { AccessKysely } from '../tables.js'
import { shownOnce } from './shown-once.js'

const { apiKey } = access.records

/**
 * Issuing a key. Only its holder may, signed in himself: whoever registers keys for others never sees one, and so cannot act in their
 * names.
 */
export function keyRoutes({ router, can }: RouteKit): Hono<RouteEnv> {
  const routes = router()
  routes.post('/api-keys/:id/issue', can('apiKey.issue'), async (c) => {
    const key = await shownOnce('apiKey.issue', (show) =>
      c.var.transaction(async (context) => show(await issue(context, c.req.param('id')))),
    )
    return c.json({ key })
  })
  routes.get('/api-keys/:id/usage', can('apiKey.read'), async (c) => {
    const usage = await c.var.transaction(async ({ read, db }) => {
      const row = await read.one(apiKey, c.req.param('id'))
      if (!row) throw new OpenDpfError('not-found')
      const found = await (db as AccessKysely)
        .selectFrom('auth_api_key')
        .select('last_used_at')
        .where('id', '=', row.id)
        .executeTakeFirst()
      return { lastUsedAt: found?.last_used_at == null ? null : instantOf(found.last_used_at).toISOString() }
    })
    return c.json(usage)
  })
  return routes
}

async function issue({ actor, read, write, clock, today, db }: ModuleContext, id: string): Promise<string> {
  const row = await read.one(apiKey, id)
  if (!row) throw new OpenDpfError('not-found')
  if (actor.kind !== 'user' || row.holder !== actor.id) {
    throw new OpenDpfError('permission-denied', { params: { needed: 'access:apiKey.issue' } })
  }
  if (row.isRevoked || row.expiresOn < today)
    throw new OpenDpfError('wrong-state', { params: { step: 'apiKey.issue' } })
  const key = `${keyPrefix}${randomBytes(32).toString('base64url')}`
  const now = clock.now()
  await write.update(apiKey, { id: row.id, version: row.version, values: { issuedAt: now.toISOString() } })
  const values = { hash: hashKey(key), issued_at: now, last_used_at: null }
  await (db as AccessKysely)
    .insertInto('auth_api_key')
    .values({ id: row.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
  announce([row.id])
  return key
}
