import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { PublicOperation } from '@opendpf/kit/server'
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
import type { AddressOf } from './public-routes.js'
import { publicRoutes } from './public-routes.js'

export interface AppOptions {
  readonly platform: Platform
  readonly authenticator: Authenticator
  readonly version: string
  readonly queue: (actor: Actor, job: string, input: unknown) => Promise<string>
  readonly logError: ErrorLog
  /** Where a request comes from, for the limits of public routes. Default: all requests count as from one address. */
  readonly addressOf?: AddressOf
}

const tooLarge = (): never => {
  throw new OpenDpfError('too-large', { params: { limit: '64 MB' } })
}
const counted = bodyLimit({ maxSize: 66 * 1024 * 1024, onError: tooLarge })

/** A body that says how long it is meets its limit where it is read; one that does not is counted as it comes. */
const refuseEndless: MiddlewareHandler = (c, next) =>
  c.req.header('transfer-encoding') === undefined ? next() : counted(c, next)

/** Pages without an account are plain documents: no script, nothing of others, in nobody's frame. */
const pageHeaders: NonNullable<Parameters<typeof secureHeaders>[0]> = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // a form that is sent without any referrer does not tell its own page from another's
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
}
/** The same for pages that say they work with scripts: those of this server alone. */
const scriptedHeaders: typeof pageHeaders = {
  ...pageHeaders,
  contentSecurityPolicy: { ...pageHeaders.contentSecurityPolicy, scriptSrc: ["'self'"], connectSrc: ["'self'"] },
}
const mostOfForm = 64 * 1024

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/** The methods that an address does take; none for an address that is none. */
function methodsAt(app: Hono<HttpEnv>, path: string): readonly string[] {
  return methods.filter((method) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method))
}

/** The composed HTTP interface: everything below `/api`, with the routes of every module. */
export function createApp({
  platform,
  authenticator,
  version,
  queue,
  logError,
  addressOf = () => '',
}: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  app.onError((error, c) => answerProblem(c, error, logError))
  app.use('/api/*', requestId(), secureHeaders(), refuseEndless)
  app.get('/api/health', async (c) => {
    await platform.pool.use({ level: 'all' }, (session) => session.query({ text: 'select 1', values: [] }))
    return c.json({ status: 'ok', version })
  })
  const publicOperations = new Map<string, readonly PublicOperation[]>()
  const documents = new Map<Locale, object>()
  app.get('/api/openapi.json', (c) => {
    const locale = negotiateLocale(c.req.header('accept-language'))
    const document = documents.get(locale) ?? openApiDocument(platform.registry, { version, locale, publicOperations })
    documents.set(locale, document)
    return c.json(document)
  })
  const api = new Hono<HttpEnv>()
  if (authenticator.routes) api.route('/', authenticator.routes)
  for (const server of platform.servers.values()) {
    const open = publicRoutes(server, { platform, addressOf })
    if (!open) continue
    const { id } = server.module
    publicOperations.set(id, open.operations)
    api.route(`/${id}/public`, open.api)
    const [plain, scripted] = [secureHeaders(pageHeaders), secureHeaders(scriptedHeaders)]
    const scriptedPaths = (open.scripted ?? []).map((path) => `/${id}${path}`)
    app.use(
      `/${id}/*`,
      requestId(),
      (c, next) => (scriptedPaths.includes(c.req.path) ? scripted : plain)(c, next),
      bodyLimit({ maxSize: mostOfForm, onError: tooLarge }),
    )
    app.route(`/${id}`, open.pages)
  }
  api.use(authenticated(platform, authenticator, queue))
  api.get('/modules', (c) => c.json({ modules: [...platform.servers.keys()] }))
  for (const server of platform.servers.values()) api.route(`/${server.module.id}`, moduleRoutes(server))
  app.route('/api/v1', api)
  app.all('/api/*', (c) => {
    const allowed = methodsAt(app, c.req.path)
    if (allowed.length === 0) throw new OpenDpfError('not-found')
    c.header('Allow', allowed.join(', '))
    throw new OpenDpfError('method-not-allowed')
  })
  return app
}
