import { sampleRules } from '@opendpf/fixtures'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import type { SampledServer, SampleRules, TestAnswer } from '@opendpf/testing'
import { createSampler } from '@opendpf/testing'
import type { APIRequestContext } from '@playwright/test'
import { registry } from './pages.js'

const village = '990121100201'
const programme = () => 'poverty-relief.living'

/** The samples of all tests are of a programme that only they know; here they are of one that is shipped, and that is offered already. */
const rules: SampleRules = {
  ...sampleRules,
  'programmes.application.programme': programme,
  'programmes.application.evidence': () => ['idCard', 'certificate', 'account'],
  'programmes.application.survey': () => undefined,
  'programmes.cycle.programme': programme,
  'programmes.receipt.programme': programme,
  // the demo county has decided what hospitals reduce
  'poverty-relief.reduction.person': async (_, { make }) => (await make('persons.person')).id,
}

/**
 * Makes one row of a record, and what it refers to, by the rules of the samples of all tests. One person makes it, and another takes the steps
 * that need a second pair of eyes.
 *
 * @throws Error with what the server said, when there is no valid row
 */
export async function fill(
  record: PlacedRecord,
  { maker, second }: { readonly maker: APIRequestContext; readonly second: APIRequestContext },
): Promise<void> {
  const server: SampledServer = {
    as: (actor) => (method, path, body, headers) =>
      send(actor?.id === 'sampler' ? maker : second, { method, path, body, ...(headers ? { headers } : {}) }),
    path: (one) => `/api/v1${pathOf(one as PlacedRecord)}`,
    platform: { registry },
    clock: { now: () => new Date(), advance: () => {} },
    write: () => Promise.reject(new Error('only the platform writes it')),
  }
  // rows that were made in another run are not in the way of these
  const sampler = createSampler({ server, module: record.module, rules, seed: seedOf(record.ref) })
  await sampler.make(record, { division: village })
}

const seedOf = (ref: string): number => [...ref].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 1)

interface Sent {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

async function send(request: APIRequestContext, { method, path, body, headers = {} }: Sent): Promise<TestAnswer> {
  const isFile = body instanceof Uint8Array
  const answer = await request.fetch(path, {
    method,
    headers: {
      'X-OpenDPF': '1',
      ...(isFile ? { 'Content-Disposition': 'attachment; filename="scan.png"' } : {}),
      ...headers,
    },
    data: isFile ? Buffer.from(body) : inChinese(body),
  })
  const bytes = new Uint8Array(await answer.body())
  const text = await answer.text()
  const isJson = answer.headers()['content-type']?.includes('json') === true
  return {
    status: answer.status(),
    headers: new Headers(answer.headers()),
    body: isJson ? JSON.parse(text) : text,
    text,
    bytes,
  }
}

/** The words of samples hold what careless code trips over; on these pages they stand for what a clerk types. */
function inChinese(body: unknown): unknown {
  if (typeof body === 'string') return body.startsWith('记') ? body.replace(/[^\p{Script=Han}\n]/gu, '') : body
  if (Array.isArray(body)) return body.map(inChinese)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, inChinese(value)]))
}
