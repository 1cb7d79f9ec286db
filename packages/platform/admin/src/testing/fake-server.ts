import type { Module, PlacedRecord } from '@opendpf/kit'
import { createRegistry } from '@opendpf/kit'
import { indexDivisions } from '../divisions/division-index.js'
import type { FakeRequest } from './fake-answers.js'
import { json, refuse } from './fake-answers.js'
import { createFakeDeliveries } from './fake-deliveries.js'
import { fakeDivisions } from './fake-divisions.js'
import { batchJob } from './fake-documents.js'
import { createFakeRecords } from './fake-records.js'
import { createFakeSession } from './fake-session.js'
import { createFakeTransfers } from './fake-transfers.js'

/** The server in memory, spoken to through `fetch`. */
export function createFakeServer(options: {
  readonly modules: readonly Module[]
  readonly isSignedIn?: boolean
  readonly permissions?: readonly string[]
}) {
  const registry = createRegistry(options.modules)
  const divisions = indexDivisions(fakeDivisions)
  const records = createFakeRecords(registry, (code) => divisions.nameOf(code))
  const session = createFakeSession({
    isSignedIn: options.isSignedIn ?? true,
    permissions: options.permissions ?? ['*'],
  })
  const transfers = createFakeTransfers()
  const deliveries = createFakeDeliveries()
  const requests: {
    readonly method: string
    readonly url: string
    readonly body: unknown
    readonly headers: Headers
  }[] = []
  let isDown = false

  async function answer(input: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input, 'http://localhost')
    const method = init.method ?? 'GET'
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Readonly<Record<string, unknown>>) : {}
    const headers = new Headers(init.headers)
    requests.push({ method, url: url.pathname + url.search, body, headers })
    if (isDown) throw new TypeError('fetch failed')
    if (method !== 'GET' && headers.get('x-opendpf') !== '1') return refuse('permission-denied')
    const version = headers.get('if-match')
    const request: FakeRequest = {
      method,
      body,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      version: version === null ? undefined : Number(version.replaceAll('"', '')),
      file: init.body instanceof Blob ? fileOf(init.body, headers) : undefined,
    }
    const own = session.handle(request)
    if (own) return own
    if (session.isOut()) return refuse('not-signed-in')
    if (request.path === '/system/divisions/tree') return json({ version: '1', divisions: fakeDivisions })
    if (request.path === '/system/jobs/batch-0001') return batchJob()
    return transfers.handle(request) ?? deliveries.handle(request) ?? records.handle(request) ?? refuse('not-found')
  }

  return {
    registry,
    requests,
    fetch: ((input, init) => answer(String(input), init)) as typeof globalThis.fetch,
    insert: (record: PlacedRecord, fields: Readonly<Record<string, unknown>>) => records.insert(record, fields).id,
    touch: records.touch,
    endSession: session.end,
    setDown: (down: boolean) => {
      isDown = down
    },
  }
}

/** A file as it was sent, with its name from the header. */
function fileOf({ type, size }: Blob, headers: Headers): { name: string; type: string; size: number } {
  const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(name), type, size }
}
