import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { negotiateLocale } from '@opendpf/messages'
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { openApiDocument } from '../openapi/document.js'
import type { Platform } from '../platform/platform.js'
import type { Authenticator } from './authentication.js'
import { authenticated } from './authentication.js'
import type { HttpEnv } from './environment.js'
import { moduleRoutes } from './module-routes.js'
import type { ErrorLog } from './problems.js'
import { answerProblem } from './problems.js'

export interface AppOptions {
  readonly platform: Platform
  readonly authenticator: Authenticator
  readonly version: string
  readonly queue: (actor: Actor, job: string, input: unknown) => Promise<string>
  readonly logError: ErrorLog
}

const tooLarge = (): never => {
  throw new OpenDpfError('too-large', { params: { limit: '64 MB' } })
}
const counted = bodyLimit({ maxSize: 66 * 1024 * 1024, onError: tooLarge })

/** A body that says how long it is meets its limit where it is read; one that does not is counted as it comes. */
const refuseEndless: MiddlewareHandler = (c, next) =>
  c.req.header('transfer-encoding') === undefined ? next() : counted(c, next)

/** The composed HTTP interface: everything below `/api`, with the routes of every module. */
export function createApp({ platform, authenticator, version, queue, logError }: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  app.onError((error, c) => answerProblem(c, error, logError))
  app.use('/api/*', requestId(), secureHeaders(), refuseEndless)
  app.get('/api/health', async (c) => {
    await platform.pool.use({ level: 'all' }, (session) => session.query({ text: 'select 1', values: [] }))
    return c.json({ status: 'ok', version })
  })
  const documents = new Map<Locale, object>()
  app.get('/api/openapi.json', (c) => {
    const locale = negotiateLocale(c.req.header('accept-language'))
    const document = documents.get(locale) ?? openApiDocument(platform.registry, { version, locale })
    documents.set(locale, document)
    return c.json(document)
  })
  const api = new Hono<HttpEnv>()
  if (authenticator.routes) api.route('/', authenticator.routes)
  api.use(authenticated(platform, authenticator, queue))
  api.get('/modules', (c) => c.json({ modules: [...platform.servers.keys()] }))
  for (const server of platform.servers.values()) api.route(`/${server.module.id}`, moduleRoutes(server))
  app.route('/api/v1', api)
  app.all('/api/*', () => {
    throw new OpenDpfError('not-found')
  })
  return app
}
