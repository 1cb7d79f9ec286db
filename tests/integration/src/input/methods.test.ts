import { visitsServer } from '@opendpf/fixtures'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
})
afterAll(() => server.stop())

it.each([
  ['PUT', '/api/v1/visits/households', 'GET, POST'],
  ['DELETE', '/api/v1/visits/households/x', 'GET, PATCH'],
  ['GET', '/api/v1/visits/households/x/reveal', 'POST'],
  ['POST', '/api/v1/modules', 'GET'],
  ['POST', '/api/health', 'GET'],
])('%s %s is answered with what the address does take', async (method, path, allowed) => {
  const { status, headers, body } = await server.as()(method, path, method === 'GET' ? undefined : {})
  expect([status, headers.get('allow'), body.code]).toEqual([405, allowed, 'method-not-allowed'])
})

it.each(['/api/v1/nothing', '/api/v1/visits/nothing/x/y', '/api/nothing'])('%s is no address', async (path) => {
  const { status, headers } = await server.as()('PUT', path, {})
  expect([status, headers.get('allow')]).toEqual([404, null])
})

it('nobody learns which addresses there are without signing in', async () => {
  const nobody = server.as({ caller: 'nobody' })
  expect((await nobody('PUT', '/api/v1/visits/households', {})).status).toBe(401)
  expect((await nobody('PUT', '/api/v1/visits/nothing', {})).status).toBe(401)
})
