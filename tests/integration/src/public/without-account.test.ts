import { accessServer } from '@opendpf/access/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { visitsServer } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const modules = [
  accessServer,
  visitsServer,
  personsServer,
  organisationsServer,
  noticesServer,
  certificatesServer,
] as unknown as readonly ModuleServer[]
const denied = '42501'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules })
})
afterAll(() => server.stop())

/** Where modules that have routes without an account may have them. */
const isOpen = (path: string): boolean =>
  modules
    .filter(({ publicRoutes }) => publicRoutes !== undefined)
    .some(
      ({ module: { id } }) =>
        path.startsWith(`/api/v1/${id}/public/`) || path === `/${id}` || path.startsWith(`/${id}/`),
    )

it('somebody without an account is answered by the routes that are open, and by no other', {
  timeout: 120_000,
}, async () => {
  const nobody = server.as({ caller: 'nobody' })
  const answered: string[] = []
  for (const { method, path } of server.routes) {
    if (path === '/api/health' || path === '/api/openapi.json') continue
    const { status } = await nobody(method, path.replace(/:\w+/g, 'x'), method === 'GET' ? undefined : {})
    if (status !== 401) answered.push(path)
  }
  expect(answered.filter((path) => !isOpen(path))).toEqual([])
  expect(answered.filter(isOpen).length).toBeGreaterThan(8)
})

it('every route that answers data to such a person is described, without a sign-in and with its shapes', async () => {
  const { body } = await server.as({ caller: 'nobody' })('GET', '/api/openapi.json')
  const told = Object.entries(body.paths as Record<string, Record<string, { tags: string[]; security?: object[] }>>)
    .filter(([path]) => path.includes('/public/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
  const served = server.routes.filter(({ path }) => /^\/api\/v1\/[a-z-]+\/public\//.test(path))
  expect(new Set(told.map(({ method, path }) => `${method.toUpperCase()} ${path}`))).toEqual(
    new Set(
      served
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    ),
  )
  for (const { operation } of told) expect(operation).toMatchObject({ tags: ['public'], security: [] })
  expect(body.paths['/api/v1/notices/public/notices/{id}/objections'].post).toMatchObject({
    operationId: 'notices.public.objections.send',
    requestBody: { content: { 'application/json': { schema: { required: ['text'], additionalProperties: false } } } },
    responses: { 201: { content: { 'application/json': { schema: { required: ['receiptCode'] } } } } },
  })
  expect(body.paths['/api/v1/certificates/public/status-lists/{id}'].get.responses['200'].content).toHaveProperty([
    'application/statuslist+jwt',
  ])
  // what answers is what is told
  const list = await server.as({ caller: 'nobody' })('GET', '/api/v1/certificates/public/credential-keys')
  expect(list.body).toEqual({ keys: [] })
})

it('the database shows such a person nothing of any register, log or history', async () => {
  const records = [...server.platform.registry.records.values()]
  const open = records.filter(({ publicly }) => publicly !== undefined)
  expect(open.map(({ ref }) => ref)).toEqual(['notices.notice', 'notices.line', 'notices.objection'])
  const closed = [
    ...records.filter(({ publicly }) => publicly === undefined).map(({ table }) => table),
    ...records.map(({ table }) => `${table}_history`),
    ...['audit_entry', 'audit_head', 'access_log', 'outbox', 'number_lookup', 'idempotency', 'auth_attempt'],
  ]
  const outcomes = await server.connect('app', async (client) => {
    await client.query('set role opendpf_see_public')
    const codes: Record<string, string> = {}
    for (const table of closed)
      codes[table] = await client.query(`select from ${table}`).then(
        () => 'shown',
        ({ code }) => code,
      )
    return codes
  })
  expect(outcomes).toEqual(Object.fromEntries(closed.map((table) => [table, denied])))
  expect(closed.length).toBeGreaterThan(60)
})
