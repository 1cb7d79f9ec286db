import { modules as served } from '@opendpf/app-server/modules'
import { loansServer, sampleRules, stipendsServer, visitsServer } from '@opendpf/fixtures'
import { type PlacedRecord, pathOf } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import { systemServer } from '@opendpf/server/system/server'
import {
  createSampler,
  ownRoutesOf,
  places,
  type Sampler,
  startTestServer,
  type TestAnswer,
  type TestServer,
} from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyAttacks } from './bodies.js'
import { type Counting, countOn } from './everything.js'
import { createSelection } from './likeness.js'
import type { Attack, Target } from './requests.js'
import { derivedRoutes, kindOf } from './routes.js'

const modules = [visitsServer, loansServer, stipendsServer, ...served] as unknown as readonly ModuleServer[]
const composed = [systemServer as unknown as ModuleServer, ...modules]
const records = composed.flatMap(({ module }) => Object.values(module.records) as PlacedRecord[])
/** Routes that modules add themselves, as `<method> <path>`. */
const added = new Set(
  composed.flatMap((one) => ownRoutesOf(one).map(({ method, path }) => `${method} /api/v1/${one.module.id}${path}`)),
)
/** Those of them that take no body and do not look at one. */
const bodiless = [
  '/api/v1/system/audit/verify',
  '/api/v1/persons/households/refresh',
  '/api/v1/persons/duplicates/scan',
]
const paths = new Map(records.map((record) => [`/api/v1${pathOf(record)}`, record]))

let server: TestServer
let sampler: Sampler
let count: Counting['count']
let counted: Promise<void>
let close: () => void
beforeAll(async () => {
  server = await startTestServer({ modules, hasWork: true })
  sampler = createSampler({ server, module: 'visits', rules: sampleRules })
  const open = Promise.withResolvers<Counting>()
  counted = server.connect('owner', countOn(open.resolve))
  ;({ count, close } = await open.promise)
})
afterAll(async () => {
  close()
  await counted
  await server.stop()
})

const select = createSelection()

/** A derived route's record and kind; undefined for a route that a module adds itself. */
function derived({
  method,
  path,
}: {
  readonly method: string
  readonly path: string
}): { readonly record: PlacedRecord; readonly kind: string } | undefined {
  if (added.has(`${method} ${path}`)) return undefined
  const [address = '', record] = [...paths].findLast(([start]) => path === start || path.startsWith(`${start}/`)) ?? []
  return record && { record, kind: kindOf(method, path.slice(address.length)) }
}

const telling = /node_modules|\.ts:\d|\.js:\d|stack|syntax error|violates|pg_|invalid byte|select .* from|relation "/i

function isProblem(answer: TestAnswer, language: 'zh-CN' | 'en'): readonly string[] {
  const { body, headers, text, status } = answer
  const said = `${body.title} ${body.detail} ${(body.errors ?? []).map(({ message }: { message: string }) => message).join(' ')}`
  return [
    ...(headers.get('content-type')?.startsWith('application/problem+json') ? [] : ['is no problem document']),
    ...(headers.get('content-language') === language ? [] : [`speaks ${headers.get('content-language')}`]),
    ...(body.status === status && typeof body.code === 'string' ? [] : ['has no code or another status']),
    ...(/\p{Script=Han}/u.test(body.title ?? '') === (language === 'zh-CN') && body.detail ? [] : [`says “${said}”`]),
    ...(telling.test(text) ? ['tells of its inside'] : []),
  ]
}

/** Sends every attack and says which were not refused as they should be. */
async function failing(
  attacks: readonly Attack[],
  actor: Parameters<TestServer['as']>[0] = {},
): Promise<readonly string[]> {
  const call = server.as(actor)
  const findings: string[] = []
  for (const [index, { what, method, path, body, headers = {}, status, field }] of attacks.entries()) {
    const language = index % 2 === 0 ? 'zh-CN' : 'en'
    const answer = await call(method, path, body, { 'accept-language': language, ...headers }).catch(
      (error: Error) => ({ error }),
    )
    const said =
      'error' in answer
        ? [`${answer.error.message.slice(0, 200)} (${String(answer.error.cause).slice(0, 200)})`]
        : [
            ...(status.includes(answer.status)
              ? isProblem(answer, language)
              : [`answers ${answer.status} ${answer.text.slice(0, 160)}`]),
            ...(field === undefined ||
            (answer.body?.errors ?? []).some((problem: { path: string }) => problem.path.split('.')[0] === field)
              ? []
              : [`does not name "${field}": ${answer.text.slice(0, 200)}`]),
          ]
    findings.push(...said.map((finding) => `${method} ${path.slice(0, 120)}, ${what}: ${finding}`))
  }
  return findings
}

describe.each(records.map((record) => [record.ref, record] as const))('%s', (_, record) => {
  it('refuses what it cannot take, in the language asked for, and writes nothing', { timeout: 120_000 }, async () => {
    const here = await sampler.make(record, { division: places.village })
    const there =
      record.scope === 'global' ? undefined : await sampler.make(record, { division: places.neighbourVillage })
    const address = server.path(record)
    const { body } = await server.as({ at: 'all' })('GET', `${address}/${here.id}`)
    const target: Target = { address, here, there, version: body.version }
    const kinds = new Set(
      server.routes.flatMap((route) => {
        const { record: owner, kind = '' } = derived(route) ?? {}
        return owner?.ref === record.ref ? [kind] : []
      }),
    )
    const attacks = [...kinds].flatMap((kind) => select(kind, derivedRoutes[kind]?.(record, target) ?? []))
    const before = await count()
    expect(await failing(attacks, record.scope === 'global' ? { at: 'all' } : {})).toEqual([])
    expect(await count()).toEqual(before)
    expect(attacks.length).toBeGreaterThan(0)
  })
})

/** Routes of this kind say themselves what they take, and are asked by the conformance checks as nobody. */
const needsNoAccount = /^\/api\/v1\/[^/]+\/public\//

describe('every route', () => {
  it('is added by a module, or of a kind that is tried', () => {
    const served = server.routes.filter(
      ({ path }) => path.startsWith('/api/v1/') && path !== '/api/v1/modules' && !needsNoAccount.test(path),
    )
    const untried = served.filter(
      (route) => !added.has(`${route.method} ${route.path}`) && !((derived(route)?.kind ?? '') in derivedRoutes),
    )
    expect(untried).toEqual([])
    expect(served.length).toBeGreaterThan(200)
  })

  it('asks who is there', async () => {
    const attacks = server.routes
      .filter(({ path }) => path.startsWith('/api/v1/') && !needsNoAccount.test(path))
      .map(
        ({ method, path }): Attack => ({
          what: 'nobody',
          method,
          path: path.replace(/:\w+/g, 'x'),
          status: [401],
          headers: { 'x-test-actor': 'nobody' },
          ...(method === 'GET' ? {} : { body: {} }),
        }),
      )
    expect(await failing(attacks)).toEqual([])
  })

  it('that a module adds itself refuses bodies that are none', { timeout: 120_000 }, async () => {
    const taking = [...added]
      .map((route) => route.split(' ') as [string, string])
      .filter(([method, path]) => method !== 'GET' && !bodiless.includes(path))
    const attacks = taking.flatMap(([method, path]) =>
      bodyAttacks(
        { method, path: path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000'), headers: { 'if-match': '"1"' } },
        [400, 404, 409, 413, 415, 422],
      ),
    )
    const before = await count()
    expect(await failing(attacks)).toEqual([])
    expect(await count()).toEqual(before)
  })
})

describe('one key for two requests', () => {
  it('is refused, whatever the second one is', async () => {
    const call = server.as({ id: 'twice' })
    const households = '/api/v1/visits/households'
    const key = { 'idempotency-key': 'twice-0001' }
    const { body } = await call('POST', households, { head: '张三', division: places.village }, key)
    const before = await count()
    const others: readonly (readonly [string, string, unknown, Readonly<Record<string, string>>])[] = [
      ['POST', households, { head: '李四', division: places.village }, key],
      ['PATCH', `${households}/${body.id}`, { head: '张三' }, { ...key, 'if-match': '"1"' }],
      ['POST', `${households}/${body.id}/remove`, {}, { ...key, 'if-match': '"1"' }],
    ]
    for (const request of others)
      expect((await call(...request)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    expect(
      (await server.as({ id: 'other' })('POST', households, { head: '李四', division: places.village }, key)).status,
    ).toBe(201)
    expect((await count()).visits_household).toBe((before.visits_household ?? 0) + 1)
  })
})
