import { OpenDpfError } from '@opendpf/errors'
import type { PublicEnv, PublicKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import { addObjection, readOutcome } from './objections.js'
import { sentObjection } from './operations.js'
import { NoticeGone, readList, readNotice } from './read-notices.js'

/** The same as the pages, as JSON, for a county's web site or mini program. */
export function apiRoutes(kit: PublicKit): Hono<PublicEnv> {
  const api = kit.router()
  api.use(kit.limit('notices-look', { requests: 300, minutes: 5 }))
  api.get('/notices', async (c) => c.json(await readList(c.var, c.req.query('after'))))
  api.get('/notices/:id', async (c) => {
    try {
      return c.json(await readNotice(c.var, c.req.param('id')))
    } catch (error) {
      // that there was one is no secret, what was in it is
      if (error instanceof NoticeGone) return c.json({ isGone: true }, 410)
      throw error
    }
  })
  api.post('/notices/:id/objections', kit.limit('notices-object', { requests: 10, minutes: 60 }), async (c) => {
    const { notice } = await readNotice(c.var, c.req.param('id')).catch((error: unknown) => {
      if (error instanceof NoticeGone) throw new OpenDpfError('not-found', { cause: error })
      throw error
    })
    const sent = await readSent(c)
    const receiptCode = await addObjection(c.var, notice, sent)
    return c.json({ receiptCode }, 201)
  })
  api.get('/objections/:code', kit.limit('notices-code', { requests: 30, minutes: 10 }), async (c) =>
    c.json(await readOutcome(c.var, c.req.param('code'))),
  )
  return api
}

/** Only JSON is taken: a form of another site cannot send it. */
async function readSent(c: Context<PublicEnv>) {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new OpenDpfError('unsupported-media-type', { params: { accepted: 'application/json' } })
  const body: unknown = await c.req.json().catch((cause: unknown) => {
    throw new OpenDpfError('invalid-request', { params: { what: 'JSON' }, cause })
  })
  const result = sentObjection.safeParse(body)
  if (!result.success) {
    const [issue] = result.error.issues
    const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
    throw new OpenDpfError('invalid-request', { params: { what: what || 'JSON' } })
  }
  return definedOnly(result.data)
}

/** zod leaves optional keys in with `undefined`. */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}
