import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import {
  attachServices,
  createApp,
  createAttachmentStore,
  createFileStore,
  createJobs,
  folderObjects,
  type Jobs,
  scanNothing,
} from '@opendpf/server'
import { startTestServer, type TestActor, type TestServer } from '@opendpf/testing'
import { expect, vi } from 'vitest'

/** A server with jobs and files, as a deployment has them. */
export interface Desk {
  readonly server: TestServer
  readonly jobs: Jobs
  readonly folder: string
  readonly failures: unknown[]
  as(actor?: TestActor): Person
  /** Starts one more process that looks for work. */
  startWorking(): Promise<Jobs>
  stop(): Promise<void>
}

/** Somebody at the desk. */
export interface Person {
  call(
    method: string,
    path: string,
    body?: unknown,
    // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  ): Promise<{ status: number; body: any; headers: Headers; bytes: Uint8Array }>
  /** Waits for a job and answers its row. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  done(job: string): Promise<any>
}

/** Opens a desk on a database of its own. */
export async function openDesk(
  modules: readonly ModuleServer[],
  { isWorking = true }: { readonly isWorking?: boolean } = {},
): Promise<Desk> {
  const server = await startTestServer({ modules })
  const folder = await mkdtemp(join(tmpdir(), 'opendpf-desk-'))
  const actors = new Map<string, Actor>()
  const failures: unknown[] = []
  const started: Jobs[] = []
  const startJobs = async (works: boolean): Promise<Jobs> => {
    const jobs = createJobs({
      platform: server.platform,
      connection: server.database.connectionFor('app'),
      actorOf: async (id) => actors.get(id),
      onFailure: ({ error }) => void failures.push(error),
      lease: { seconds: 10, checkEvery: 1 },
    })
    await jobs.start({ isWorking: works })
    started.push(jobs)
    return jobs
  }
  const jobs = await startJobs(isWorking)
  attachServices(server.platform, {
    jobs,
    files: createFileStore(folder, server.platform.crypto),
    attachments: createAttachmentStore(folderObjects(join(folder, 'attachments')), server.platform.crypto),
    scan: scanNothing,
    actorOf: async (id) => actors.get(id),
  })
  const app = createApp({
    platform: server.platform,
    version: 'test',
    logError: ({ error }) => void failures.push(error),
    queue: (actor, job, input) => jobs.queue({ actor, job, input }),
    authenticator: {
      async authenticate(headers) {
        const actor = actors.get(headers.get('x-actor') ?? '')
        return actor && { actor, state: 'signed-in', isCookie: false }
      },
    },
  })
  return {
    server,
    jobs,
    folder,
    failures,
    startWorking: () => startJobs(true),
    as(wanted = {}) {
      const actor = server.actor(wanted)
      actors.set(actor.id, actor)
      const call: Person['call'] = async (method, path, body) => {
        const sent = body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }
        const headers = {
          'x-actor': actor.id,
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        }
        const response = await app.request(`/api/v1${path}`, { method, headers, ...sent })
        const bytes = new Uint8Array(await response.arrayBuffer())
        const isJson = response.headers.get('content-type')?.includes('json') === true
        const text = new TextDecoder().decode(bytes)
        if (response.status >= 500)
          throw new Error(`${method} ${path} answered ${response.status}: ${text}`, { cause: failures.at(-1) })
        return { status: response.status, headers: response.headers, bytes, body: isJson ? JSON.parse(text) : text }
      }
      return {
        call,
        async done(job) {
          await vi.waitFor(
            async () =>
              expect((await call('GET', `/system/jobs/${job}`)).body.fields.state).toMatch(/done|failed|cancelled/),
            { timeout: 600_000, interval: 50 },
          )
          return (await call('GET', `/system/jobs/${job}`)).body.fields
        },
      }
    },
    async stop() {
      await Promise.all(started.map((each) => each.stop()))
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A file as a browser sends it. */
export function fileForm(kind: string, name: string, content: Uint8Array | string): FormData {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new File([typeof content === 'string' ? content : Buffer.from(content)], name))
  return form
}

/** Uploads a file, accepts what was recognised, and waits for the dry run. */
export async function planFile(
  person: Person,
  options: {
    readonly kind: string
    readonly name?: string
    readonly content: Uint8Array | string
    readonly division?: string
    /** The day of the list. */
    readonly date?: string
  },
) {
  const uploaded = await person.call(
    'POST',
    '/system/imports',
    fileForm(options.kind, options.name ?? '名册.csv', options.content),
  )
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
  const sheets = uploaded.body.sheets.filter(({ isOffered }: { isOffered: boolean }) => isOffered)
  const plan = {
    sheets: sheets.map(
      ({
        name,
        layout,
      }: {
        name: string
        layout: { headerRows: [number, number]; columns: { index: number; field?: string }[] }
      }) => ({
        name,
        headerRows: layout.headerRows,
        columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
      }),
    ),
    defaults: {
      ...(options.division === undefined ? {} : { division: options.division }),
      ...(options.date === undefined ? {} : { date: options.date }),
    },
  }
  const { id } = uploaded.body
  const planned = await person.call('POST', `/system/imports/${id}/plan`, plan)
  expect(planned.status, JSON.stringify(planned.body)).toBe(202)
  const job = await person.done(planned.body.job)
  return {
    id,
    uploaded: uploaded.body,
    plan,
    job,
    row: (await person.call('GET', `/system/imports/${id}`)).body.fields,
  }
}

/** Runs a planned import and answers its row. */
export async function runFile(person: Person, id: string, mode: 'all-or-nothing' | 'valid-rows' = 'all-or-nothing') {
  const answer = await person.call('POST', `/system/imports/${id}/run`, { mode })
  expect(answer.status, JSON.stringify(answer.body)).toBe(202)
  const job = await person.done(answer.body.job)
  return { job, row: (await person.call('GET', `/system/imports/${id}`)).body.fields }
}

/** All rows of one sort. */
export async function rowsOf(person: Person, id: string, only: 'problems' | 'warnings' | 'changes') {
  const rows: {
    row: number
    problems: { heading: string; code: string; value: string }[]
    warnings: { code: string }[]
    changes: object[]
  }[] = []
  for (let next: string | undefined = ''; next !== undefined; ) {
    const { body } = await person.call(
      'GET',
      `/system/imports/${id}/rows?only=${only}${next === '' ? '' : `&cursor=${next}`}`,
    )
    rows.push(...body.rows)
    next = body.next
  }
  return rows
}

/** Takes the visits of a test away, so that the next one on the same desk begins with none. */
export async function clearVisits({ server }: Pick<Desk, 'server'>): Promise<void> {
  await server.platform.pool.use({ level: 'all' }, async (session) => {
    for (const table of ['visits_visit', 'visits_household', 'number_lookup'])
      await session.query({ text: `delete from ${table}`, values: [] })
  })
}
