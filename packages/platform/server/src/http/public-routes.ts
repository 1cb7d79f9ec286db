import { isOpenDpfError, OpenDpfError } from '@opendpf/errors'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { permissionFor, placeOf, publicActorId } from '@opendpf/kit'
import type { ModuleServer, PublicEnv, PublicKit, PublicRoutes } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { negotiateLocale } from '@opendpf/messages'
import { todayIn } from '@opendpf/standards'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Platform } from '../platform/platform.js'
import { createPublicReader, publicViewOf } from '../read/public-reader.js'
import { kyselyOn } from '../write/kysely-session.js'
import { writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'

const mostAttempts = 3

/** Where a request comes from, for limits by address. */
export type AddressOf = (c: Context) => string

/** The routes of a module for people without an account, with what a request needs; undefined for a module that has none. */
export function publicRoutes(
  server: ModuleServer,
  { platform, addressOf }: { readonly platform: Platform; readonly addressOf: AddressOf },
): PublicRoutes | undefined {
  const own = server.publicRoutes?.(publicKit(addressOf))
  if (!own) return undefined
  refuseUntold(server.module.id, own)
  return {
    operations: own.operations,
    api: new Hono<PublicEnv>()
      .use(prepared(platform, (c) => negotiateLocale(c.req.header('accept-language'))))
      .route('/', own.api),
    // what hangs in the village is Chinese, and so are the pages unless somebody asks for the other language
    ...(own.scripted ? { scripted: own.scripted } : {}),
    pages: new Hono<PublicEnv>()
      .use(prepared(platform, (c) => (c.req.query('lang') === 'en' ? 'en' : 'zh-CN')))
      .route('/', own.pages),
  }
}

/** What is public is described: other systems have nothing else to go by. */
function refuseUntold(module: string, { api, operations }: PublicRoutes): void {
  const told = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  const served = new Set(
    api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  )
  const untold = [...served].filter((route) => !told.has(route))
  const unserved = [...told].filter((route) => !served.has(route))
  if (untold.length + unserved.length > 0)
    throw new Error(
      `public routes of ${module} and what is told of them differ: ${[...untold, ...unserved].join(', ')}`,
    )
}

function publicKit(addressOf: AddressOf): PublicKit {
  const limiters = new Map<string, RateLimiterMemory>()
  return {
    router: () => new Hono<PublicEnv>(),
    limit(name, { requests, minutes }) {
      const limiter =
        limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points: requests, duration: minutes * 60 })
      limiters.set(name, limiter)
      return createMiddleware<PublicEnv>(async (c, next) => {
        await limiter.consume(addressOf(c)).catch((refusal: { readonly msBeforeNext?: number }) => {
          if (refusal.msBeforeNext === undefined) throw refusal
          const seconds = Math.ceil(refusal.msBeforeNext / 1000)
          c.header('Retry-After', String(seconds))
          throw new OpenDpfError('too-many-requests', { params: { seconds } })
        })
        await next()
      })
    },
  }
}

/** Nobody keeps or indexes what is shown here: it is taken down when its time has passed. */
function prepared(platform: Platform, localeOf: (c: Context) => Locale) {
  const look = createPublicReader(platform)
  return createMiddleware<PublicEnv>(async (c, next) => {
    await platform.divisions.ready()
    const locale = localeOf(c)
    const set = c.set as (key: string, value: unknown) => void
    set('look', look)
    set('ask', (work: Parameters<PublicEnv['Variables']['ask']>[0]) =>
      platform.pool.look((session) => work(kyselyOn(session, () => true))),
    )
    set('registry', platform.registry)
    set('clock', platform.clock)
    set('today', todayIn(platform.clock))
    set('locale', locale)
    set('placeOf', platform.divisions.fullNameOf)
    set('nameOf', platform.divisions.nameOf)
    set('add', async (record: PlacedRecord, values: Readonly<Record<string, unknown>>, within: string) =>
      add(platform, record, { values, within, locale }),
    )
    c.header('Cache-Control', 'no-store')
    c.header('X-Robots-Tag', 'noindex, nofollow')
    await next()
  })
}

/** May add what is open to everybody, in one county, and read nothing: what it sees is not its own sight but the public reader's. */
function publicActor(record: PlacedRecord, within: string): Actor {
  return {
    id: publicActorId,
    name: '公众',
    kind: 'system',
    scope: { level: 'county', code: placeOf(within).county },
    permissions: new Set([permissionFor(record, 'create')]),
  }
}

async function add(
  platform: Platform,
  record: PlacedRecord,
  {
    values,
    within,
    locale,
  }: { readonly values: Readonly<Record<string, unknown>>; readonly within: string; readonly locale: Locale },
) {
  const { adds = [] } = publicViewOf(record)
  for (const field of Object.keys(values))
    if (!adds.includes(field)) throw new OpenDpfError('invalid-request', { params: { what: field } })
  const actor = publicActor(record, within)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeTransaction(platform, { actor, locale }, async (path) => {
        const [outcome] = await path.apply(record, [{ action: 'create', values }], 'person')
        if (!outcome) throw new OpenDpfError('not-found')
        return rowOrThrow(outcome, (field) => platform.registry.text(record.module, locale, `${record.name}.${field}`))
      })
    } catch (error) {
      // he has seen no version: somebody else changed what follows from his row at the same moment
      if (attempt === mostAttempts || !isOpenDpfError(error) || error.code !== 'version-conflict') throw error
    }
  }
}
