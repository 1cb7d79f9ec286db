import { migrate, withClient } from '@opendpf/database'
import { keysOf } from '@opendpf/database/crypto'
import type { OpenTestDatabase, TestDatabase } from '@opendpf/database/testing'
import { openTestDatabase } from '@opendpf/database/testing'
import type { Actor, Module, PlacedRecord, Scope } from '@opendpf/kit'
import { covers, createRegistry, pathOf, scopeOfDivision } from '@opendpf/kit'
import type { ModuleContext, ModuleServer, SnapshotContext } from '@opendpf/kit/server'
import type { Caller, OpenPlatform, ScanFile } from '@opendpf/server'
import {
  createApp,
  cryptoFromKeys,
  deliverEvents,
  migrationsOf,
  openPlatform,
  readSnapshot,
  systemActor,
  withSystem,
  writeTransaction,
} from '@opendpf/server'
import { fixedClock } from '@opendpf/standards'
import type { Client } from 'pg'
import { testDivisions } from './divisions.js'
import { keyOf, testRing } from './template.js'
import type { TestWork } from './test-work.js'
import { openTestWork } from './test-work.js'

export interface TestServerOptions {
  readonly modules: readonly ModuleServer[]
  /** Written through the write path once, into the template that later tests clone. */
  readonly seed?: (context: ModuleContext) => Promise<void>
  /** Names the seed; change it when the seed changes. */
  readonly seedKey?: string
  /** The instant at which the server believes to be. */
  readonly now?: string
  /** Starts although tables and contracts differ, for tests that say how they differ. */
  readonly trustSchema?: boolean
  /** With jobs and files, as a deployment has them: for imports, exports and whatever else takes long. */
  readonly hasWork?: boolean
  /** What looks through files that people bring, of a server with work; default nothing does. */
  readonly scan?: ScanFile
}

/** Who asks: patterns of permissions and a place. */
export interface TestActor {
  readonly id?: string
  readonly name?: string
  /** A 12-digit division, or everything. */
  readonly at?: string
  readonly may?: readonly string[]
  /** How far he has signed in, if not wholly; `nobody` for a session that is none or has ended. */
  readonly caller?: 'nobody' | Partial<Pick<Caller, 'state' | 'isCookie'>>
}

/** An answer, with its body read as JSON where it is JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
export interface TestAnswer<Body = any> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
  /** The body as it came. */
  readonly text: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<TestAnswer>

/** A composed server on a database of its own, for one test file. */
export interface TestServer {
  readonly platform: OpenPlatform
  readonly database: OpenTestDatabase
  readonly clock: { now(): Date; advance(milliseconds: number): void }
  /** Sends requests as somebody; without options, as somebody who may do everything in county 990121. */
  as(actor?: TestActor): Call
  /** The same for a client that wants a `fetch`. */
  fetchAs(actor?: TestActor): (request: Request) => Promise<Response>
  actor(actor?: TestActor): Actor
  /** Work on the write path as the platform itself, or as somebody. */
  write<T>(work: (context: ModuleContext) => Promise<T>, actor?: TestActor): Promise<T>
  /** Reads the rows of one moment as somebody; without options, as somebody who may do everything in county 990121. */
  snapshot<T>(work: (context: SnapshotContext) => Promise<T>, actor?: TestActor): Promise<T>
  /** Tells modules what has happened, until nothing more follows from it. */
  deliver(): Promise<void>
  /** Work on a connection of its own, past the application: for tests that tamper, and for plans. */
  connect<T>(role: 'owner' | 'migrator' | 'app', work: (client: Client) => Promise<T>): Promise<T>
  path(record: { readonly module: string; readonly name: string }): string
  /** Every address that is served. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** Jobs and files; only of a server that was started with them. */
  readonly work: TestWork
  stop(): Promise<void>
}

const actorHeader = 'x-test-actor'
/** So deep may events follow from events. */
const deepest = 10
/** Where a request comes from, for limits by address. */
const addressHeader = 'x-test-address'

/** Starts a test server. The schema is migrated once per set of modules and cloned, which takes some 50 ms. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const { trustSchema = false } = options
  const start = options.now ?? '2026-06-15T02:00:00Z'
  const registry = createRegistry(withSystem(options.modules).map(({ module }) => module as Module))
  const crypto = cryptoFromKeys(keysOf(testRing()))
  const prepare = async ({ connectionFor }: Pick<TestDatabase, 'connectionFor'>) => {
    await migrate(connectionFor('migrator'), migrationsOf(options.modules))
    const platform = await openPlatform({
      modules: options.modules,
      connection: connectionFor('app'),
      migrator: connectionFor('migrator'),
      crypto,
      clock: fixedClock(start),
      trustSchema,
    })
    try {
      await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async ({ context }) => {
        await context.write.createMany(registry.record('system.division'), testDivisions)
      })
      for (const server of options.modules)
        await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async ({ context }) =>
          server.seed?.(context),
        )
      if (options.seed)
        await writeTransaction(
          platform,
          { actor: systemActor, locale: 'zh-CN' },
          ({ context }) => options.seed?.(context) ?? Promise.resolve(),
        )
    } finally {
      await platform.close()
    }
  }
  const database = await openTestDatabase({ key: keyOf(options), prepare })
  let now = Date.parse(start)
  const clock = {
    now: () => new Date(now),
    advance(milliseconds: number) {
      now += milliseconds
    },
  }
  const platform = await openPlatform({
    modules: options.modules,
    connection: database.connectionFor('app'),
    migrator: database.connectionFor('migrator'),
    crypto,
    clock,
    trustSchema,
  })
  const actors = new Map<string, Actor>()
  const callers = new Map<string, TestActor['caller']>()
  const granted = new Map<string, ReadonlySet<string>>()
  const permissionsOf = (patterns: readonly string[]): ReadonlySet<string> => {
    const key = patterns.join(' ')
    const known = granted.get(key) ?? covered(registry.permissions, patterns)
    granted.set(key, known)
    return known
  }
  const toActor = ({ id = 'tester', name = '测试员', at = '990121000000', may = ['*'] }: TestActor = {}): Actor => {
    const scope: Scope = at === 'all' ? { level: 'all' } : scopeOfDivision(at)
    return {
      id,
      name,
      kind: 'user',
      scope,
      permissions: permissionsOf(may),
    }
  }
  const failures: unknown[] = []
  const onFailure = (error: unknown): void => void failures.push(error)
  const actorOf = async (id: string) => [...actors.values()].findLast((actor) => actor.id === id)
  const work = options.hasWork
    ? await openTestWork({ platform, database, actorOf, onFailure, ...(options.scan ? { scan: options.scan } : {}) })
    : undefined
  const workOf = (): TestWork => {
    if (work === undefined) throw new Error('this test server was started without jobs and files')
    return work
  }
  const app = createApp({
    platform,
    version: 'test',
    logError: ({ error }) => onFailure(error),
    addressOf: (c) => c.req.header(addressHeader) ?? 'somewhere',
    queue: (actor, job, input) => workOf().jobs.queue({ actor, job, input }),
    authenticator: {
      async authenticate(headers) {
        const key = headers.get(actorHeader) ?? ''
        const actor = actors.get(key)
        const caller = callers.get(key)
        if (!actor || caller === 'nobody') return undefined
        return { actor, state: 'signed-in', isCookie: false, ...caller }
      },
    },
  })
  return {
    platform,
    database,
    clock,
    actor: toActor,
    as(actor) {
      const key = String(actors.size)
      actors.set(key, toActor(actor))
      callers.set(key, actor?.caller)
      return async (method, path, body, headers = {}) => {
        const sent = body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }
        const type: Record<string, string> = body instanceof FormData ? {} : { 'content-type': 'application/json' }
        const response = await app.request(path, {
          method,
          headers: { [actorHeader]: key, ...type, ...headers },
          ...sent,
        })
        const bytes = new Uint8Array(await response.arrayBuffer())
        const text = new TextDecoder().decode(bytes)
        const isJson = response.headers.get('content-type')?.includes('json') === true
        if (response.status >= 500)
          throw new Error(`${method} ${path} answered ${response.status}: ${text}`, { cause: failures.at(-1) })
        return {
          status: response.status,
          headers: response.headers,
          body: isJson ? JSON.parse(text) : text,
          text,
          bytes,
        }
      }
    },
    fetchAs(actor) {
      const key = String(actors.size)
      actors.set(key, toActor(actor))
      return async (request) => {
        const headers = new Headers(request.headers)
        headers.set(actorHeader, key)
        return app.request(new Request(request, { headers }))
      }
    },
    write: (work, actor) =>
      writeTransaction(platform, { actor: actor ? toActor(actor) : systemActor, locale: 'zh-CN' }, ({ context }) =>
        work(context),
      ),
    snapshot: (work, actor) => readSnapshot(platform, { actor: toActor(actor), locale: 'zh-CN' }, work),
    async deliver() {
      for (let left = deepest; left > 0; left -= 1) {
        const found = failures.length
        await deliverEvents({ platform, onFailure: ({ error }) => onFailure(error) })
        if (failures.length > found) throw new Error('a module failed at an event', { cause: failures.at(-1) })
        const [waiting] = await platform.pool.use({ level: 'all' }, (session) =>
          session.query<{ count: number }>({
            text: 'select count(*)::int as count from outbox where sent_at is null',
            values: [],
          }),
        )
        if (waiting?.count === 0) return
      }
      throw new Error(`events follow from events more than ${deepest} deep`)
    },
    connect: (role, work) => withClient(database.connectionFor(role), work),
    path: (record) => `/api/v1${pathOf(record as PlacedRecord)}`,
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    get work() {
      return workOf()
    },
    async stop() {
      await work?.stop()
      await platform.close()
      await database.drop()
    },
  }
}

/** The permissions that patterns cover. Most patterns of tests name one permission, often all but one of a module's. */
function covered(permissions: readonly string[], patterns: readonly string[]): ReadonlySet<string> {
  const named = new Set(patterns)
  const wide = patterns.filter((pattern) => pattern.includes('*'))
  return new Set(
    permissions.filter((permission) => named.has(permission) || wide.some((pattern) => covers(pattern, permission))),
  )
}

function isRaw(body: unknown): body is string | FormData | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
}
