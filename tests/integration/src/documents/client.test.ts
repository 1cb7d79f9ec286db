import { connect } from '@opendpf/client'
import { papers } from '@opendpf/fixtures'
import type { TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decided, startPapers } from './support.js'

let server: TestServer
beforeAll(async () => {
  server = await startPapers()
})
afterAll(() => server.stop())

const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer())

it('the typed client previews, prints and fetches copies', async () => {
  const { id } = await decided(server.as())
  const { paper } = connect('http://localhost', [papers], { fetch: server.fetchAs(), apiKey: 'x' }).papers
  expect((await paper.documents(id)).map(({ name, isAvailable }) => [name, isAvailable])).toEqual([
    ['letter', true],
    ['slip', true],
  ])
  expect((await bytesOf(await paper.preview(id, 'letter'))).subarray(0, 4).toString()).toBe('%PDF')
  const printed = await paper.print(id, 'letter', { idempotencyKey: crypto.randomUUID() })
  expect(printed.type).toBe('application/pdf')
  const kept = await paper.copy(id, 'letter', 1)
  expect(Buffer.compare(await bytesOf(kept), await bytesOf(printed))).toBe(0)
  await expect(paper.copy(id, 'letter', 2)).rejects.toMatchObject({ code: 'not-found' })
})

it('the OpenAPI document tells of every route of documents', async () => {
  const { body } = await server.as()('GET', '/api/openapi.json')
  const told = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = server.routes
    .filter(({ path }) => path.startsWith('/api/v1/papers/') && path.includes('/documents'))
    .map(({ method, path }) => `${method} ${path}`)
  expect(served.length).toBeGreaterThan(8)
  for (const route of served) expect(told).toContain(route)
})
