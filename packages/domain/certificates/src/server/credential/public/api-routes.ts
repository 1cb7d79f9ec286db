import { OpenDpfError } from '@opendpf/errors'
import type { PublicEnv, PublicKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { publishedKeys } from '../credential-keys.js'
import { publishedLists, publishedTokens } from '../status-lists.js'

// long enough to take load off, short enough that a frozen certificate is soon known to be
const cached = 'public, max-age=300'

/** Keys and lists for other systems: nothing in them is about a person. */
export function apiRoutes(kit: PublicKit): Hono<PublicEnv> {
  const api = kit.router()
  api.use(kit.limit('certificates-look', { requests: 300, minutes: 5 }))
  api.get('/credential-keys', async (c) => {
    c.header('Cache-Control', cached)
    return c.json(await c.var.ask(publishedKeys))
  })
  api.get('/status-lists', async (c) => {
    c.header('Cache-Control', cached)
    return c.json({ lists: await c.var.ask(publishedLists) })
  })
  api.get('/status-lists/:id', async (c) => {
    const [token] = await c.var.ask((db) => publishedTokens(db, c.req.param('id')))
    if (token === undefined) throw new OpenDpfError('not-found')
    c.header('Cache-Control', cached)
    return c.body(token, 200, { 'Content-Type': 'application/statuslist+jwt' })
  })
  return api
}
