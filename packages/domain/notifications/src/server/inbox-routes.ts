import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import * as z from 'zod'
import { type Inbox, type InboxCount, notifications } from '../contract/index.js'

const { message } = notifications.records
const page = 50
const most = 500

/** Which messages were read: some, or all that there are. */
const readSchema = z.union([
  z.strictObject({ ids: z.array(z.string().max(36)).min(1).max(most) }),
  z.strictObject({ all: z.literal(true) }),
])

/** The messages of whoever is signed in: how many wait, page by page, and which of them were read. */
export function inboxRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/inbox/count', kit.can('message.read'), async (c) => {
    const count = await c.var.transaction(countUnread)
    return c.json(count satisfies InboxCount)
  })
  routes.get('/inbox', kit.can('message.read'), async (c) => {
    const before = readPlace(c.req.query('before'))
    return c.json((await c.var.transaction((context) => readInbox(before, context))) satisfies Inbox)
  })
  routes.post('/inbox/read', kit.can('message.read'), kit.body(readSchema), async (c) => {
    const wanted = c.req.valid('json')
    const marked = await c.var.transaction((context) => markRead('ids' in wanted ? wanted.ids : undefined, context))
    return c.json({ marked })
  })
  return routes
}

const own = ({ actor }: Pick<ModuleContext, 'actor'>) => sql`holder = ${actor.id} and channel = 'in-app'`

async function countUnread(context: ModuleContext): Promise<InboxCount> {
  const { rows } = await sql<InboxCount>`
    select count(*)::int as unread, max(id) as newest from notifications_message
    where ${own(context)} and read_at is null`.execute(context.db)
  return rows[0] ?? { unread: 0, newest: null }
}

/** Ids are in the order of time: an id says where a page begins. */
async function readInbox(before: string | undefined, context: ModuleContext): Promise<Inbox> {
  const { rows } = await sql<{ id: string }>`
    select id from notifications_message where ${own(context)} and ${before === undefined ? sql`true` : sql`id < ${before}`}
    order by id desc limit ${page + 1}`.execute(context.db)
  const ids = rows.slice(0, page).map(({ id }) => id)
  const known = new Map((await context.read.many(message, { id: ids })).map((row) => [row.id, row]))
  return {
    messages: ids.flatMap((id) => {
      const row = known.get(id)
      if (!row) return []
      const { subject, text, sentAt, queuedAt, readAt, aboutRecord, about } = row
      return [{ id, subject, text, sentAt: sentAt ?? queuedAt, readAt, aboutRecord, about }]
    }),
    before: rows.length > page ? (ids.at(-1) ?? null) : null,
  }
}

async function markRead(ids: readonly string[] | undefined, context: ModuleContext): Promise<number> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from notifications_message
    where ${own(context)} and read_at is null and ${ids === undefined ? sql`true` : sql`id = any(${ids}::text[])`}
    order by id limit ${most} for update`.execute(context.db)
  const readAt = context.clock.now().toISOString()
  if (rows.length > 0)
    await context.write.updateMany(
      message,
      rows.map(({ id, version }) => ({ id, version, values: { readAt } })),
    )
  return rows.length
}

function readPlace(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f-]{36}$/.test(text)) return text
  throw new OpenDpfError('invalid-request', { params: { what: 'before' } })
}
