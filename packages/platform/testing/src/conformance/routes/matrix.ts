import { allows } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import { places } from '../../server/divisions.js'
import type { Call, TestAnswer } from '../../server/test-server.js'
import type { Report } from '../check.js'
import { freshValues, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'
import type { Expectation, RouteRequest, Target } from './expectation.js'
import type { Rows } from './rows.js'
import type { RoleViewer } from './viewers.js'

/** What a run works with. */
export interface Matrix {
  readonly subject: Subject
  readonly rows: Rows
  readonly report: Report
  /** Expectations of which versions and keys were tried: what is refused for them is the same for everybody. */
  readonly tried: Set<Expectation>
}

interface Asked {
  readonly row: Sample | undefined
  /** Where the row lies, or a new one would. */
  readonly division: string
  readonly version?: number
  readonly key?: string
  /** Added to the body, so that it is another one. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Sends one request to a route. */
async function send(call: Call, expectation: Expectation, asked: Asked, { subject }: Matrix): Promise<TestAnswer> {
  const { record, route } = expectation
  const { row, division, version, key, more } = asked
  const { sampler, server } = subject
  const target: Target = {
    row,
    values: async () => (record ? freshValues(subject, record, { division }) : {}),
    make: (ref, values = {}) => sampler.make(server.platform.registry.record(ref), { division, values }),
  }
  const { body, params = {}, query = '' }: RouteRequest = await expectation.request(target)
  const [method = '', path = ''] = route.split(' ')
  const isForm = body instanceof FormData
  return call(
    method,
    `${prefixOf(path)}${path.replace('page:', '').replace(/:(\w+)/g, (_, name: string) => params[name] ?? row?.id ?? 'x')}${query}`,
    more === undefined || isForm ? body : { ...(body as object), ...more },
    { ...(version === undefined ? {} : seen(version)), ...(key === undefined ? {} : { 'idempotency-key': key }) },
  )
}

/** Whether a viewer holds what a route asks for. */
export function mayAsk({ held }: RoleViewer, { needs, needsOneOf }: Expectation): boolean {
  const hasOne = needsOneOf === undefined || needsOneOf.some((permission) => held.has(permission))
  return hasOne && needs.every((permission) => held.has(permission))
}

/** Asks a route as one viewer, about rows here, elsewhere, gone, and in versions that are past. */
export async function askAs(viewer: RoleViewer, expectation: Expectation, matrix: Matrix): Promise<void> {
  const { record, isAboutRow, answers, elsewhere } = expectation
  const { rows, report, subject } = matrix
  const isAllowed = mayAsk(viewer, expectation)
  const compare = (answer: TestAnswer, expected: number, what: string): void => {
    if (answer.status !== expected)
      report(
        expectation.route,
        `answers ${answer.status} ${answer.body?.code ?? ''} instead of ${expected} to ${viewer.name}${what}`,
      )
  }
  const isSpent = isAllowed && expectation.isSpent && answers < 400
  const isFirst = isAllowed && !matrix.tried.has(expectation)
  if (isFirst) matrix.tried.add(expectation)
  const here = record && isAboutRow ? await rows[isSpent ? 'fresh' : 'standing'](record, places.village) : undefined
  const own: Asked = { row: here, division: places.village, ...(await versionFor(expectation, here, subject)) }
  if (isFirst && expectation.isVersioned)
    compare(
      await send(viewer.call, expectation, { ...own, version: (own.version ?? 1) + 1 }, matrix),
      412,
      ', about a version that is not the latest',
    )
  const key = `${viewer.id} ${expectation.route}`.replace(/[^a-z0-9]/gi, '-')
  const asked = { ...own, ...(isFirst && expectation.isKeyed ? { key } : {}) }
  compare(await send(viewer.call, expectation, asked, matrix), isAllowed ? answers : 403, '')
  if ('key' in asked && answers < 300)
    compare(
      await send(viewer.call, expectation, { ...asked, more: { reason: 'x' } }, matrix),
      422,
      ', with a key that stood for another body',
    )
  // who may not ask is told so before anybody looks where the row lies
  if (!expectation.isPlaced || !isAllowed) return
  for (const division of viewer.elsewhere) {
    const row = record && isAboutRow ? await rows.standing(record, division) : undefined
    const there: Asked = { row, division, ...(await versionFor(expectation, row, subject)) }
    compare(await send(viewer.call, expectation, there, matrix), elsewhere, `, about a row at ${division}`)
  }
}

/** Asks a route about a row that is gone, as one viewer who may. */
export async function askAboutGone(viewer: RoleViewer, expectation: Expectation, matrix: Matrix): Promise<void> {
  const { record, isAboutRow, removed } = expectation
  if (!record || !isAboutRow || !allows(record, 'remove')) return
  if (!mayAsk(viewer, expectation)) return
  const row = await matrix.rows.removed(record, places.village)
  if (!row) return
  const asked: Asked = { row, division: places.village, version: row.version }
  const { status } = await send(viewer.call, expectation, asked, matrix)
  if (status !== removed)
    matrix.report(
      expectation.route,
      `answers ${status} instead of ${removed} to ${viewer.name}, about a row that is gone`,
    )
}

const prefixOf = (path: string): string => (path.startsWith('page:') ? '' : '/api/v1')

/** Asks a route that needs no account, as somebody who has none. */
export async function askAnybody(expectation: Expectation, matrix: Matrix): Promise<void> {
  const nobody = matrix.subject.server.as({ caller: 'nobody' })
  const { status } = await send(nobody, expectation, { row: undefined, division: places.village }, matrix)
  if (status !== expectation.answers)
    matrix.report(expectation.route, `answers ${status} instead of ${expectation.answers} to nobody who is signed in`)
}

/** Asks a route as somebody whom the server does not know, or does not know well enough yet. */
export async function askAsStranger(expectation: Expectation, matrix: Matrix): Promise<void> {
  const { server } = matrix.subject
  const strangers = {
    'nobody who is signed in': [401, server.as({ caller: 'nobody' })],
    'somebody who lacks the second factor': [401, server.as({ caller: { state: 'second-factor' } })],
    'somebody who must enrol one': [401, server.as({ caller: { state: 'enrol-second-factor' } })],
    'somebody who must change his password': [403, server.as({ caller: { state: 'change-password' } })],
    ...(expectation.route.startsWith('GET ')
      ? {}
      : { "somebody else's page": [403, server.as({ caller: { isCookie: true } })] }),
  } as Readonly<Record<string, readonly [number, Call]>>
  for (const [who, [expected, call]] of Object.entries(strangers)) {
    const [method = '', path = ''] = expectation.route.split(' ')
    const { status } = await call(method, `/api/v1${path.replace(/:\w+/g, 'x')}`, method === 'GET' ? undefined : {})
    if (status !== expected) matrix.report(expectation.route, `answers ${status} instead of ${expected} to ${who}`)
  }
}

async function versionFor(
  { isVersioned }: Expectation,
  row: Sample | undefined,
  subject: Subject,
): Promise<{ version?: number }> {
  return isVersioned && row ? { version: await versionOf(subject, row) } : {}
}
