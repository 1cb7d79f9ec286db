import { visitsServer } from '@opendpf/fixtures'
import type { TestServer } from '@opendpf/testing'
import { startTestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
})
afterAll(() => server.stop())

describe('the OpenAPI document', () => {
  it('is made from the contracts, with labels, codes and privacy', async () => {
    const { body } = await server.as()('GET', '/api/openapi.json', undefined, { 'accept-language': 'zh-CN' })
    expect(body.openapi).toBe('3.1.0')
    expect(body.components.schemas['visits.household.input']).toMatchObject({
      required: ['head', 'division'],
      properties: { head: { title: '户主', maxLength: 50 } },
    })
    expect(body.components.schemas['visits.visit.answer'].properties.fields.properties.note).toMatchObject({
      'x-privacy': 'S4',
      'x-masked': true,
    })
    expect(body.paths['/api/v1/visits/visits/{id}/do/finish'].post).toMatchObject({
      'x-permission': 'visits:visit.finish',
      summary: '完成走访走访',
    })
  })

  it('tells of the routes of a workflow, and of every route that a record has', async () => {
    const { body } = await server.as()('GET', '/api/openapi.json')
    expect(body.paths['/api/v1/visits/visits/do/finish/bulk'].post).toMatchObject({
      'x-permission': 'visits:visit.finish',
      operationId: 'visits.visit.do.finish.bulk',
    })
    const served = server.routes
      .filter(({ path }) => path.startsWith('/api/v1/visits/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const told = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(served.filter((route) => !told.includes(route))).toEqual([])
  })

  it('has no reference that leads nowhere', async () => {
    const { body, text } = await server.as()('GET', '/api/openapi.json')
    for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      expect(
        path.split('/').reduce((node: Record<string, never> | undefined, key) => node?.[key], body),
        path,
      ).toBeDefined()
    }
  })
})
