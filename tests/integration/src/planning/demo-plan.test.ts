import { readFileSync } from 'node:fs'
import { certificatesServer } from '@opendpf/certificates/server'
import { figuresServer } from '@opendpf/figures/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import type { CheckedPlan, PlanProgress } from '@opendpf/planning'
import { planningServer } from '@opendpf/planning/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    modules: [personsServer, organisationsServer, noticesServer, certificatesServer, figuresServer, planningServer],
  })
})
afterAll(() => server.stop())

it('the plan of the demo county is brought in, sound, and can be submitted', async () => {
  const content = readFileSync(new URL('../../../../tooling/demo-county/annual-plan.yaml', import.meta.url), 'utf8')
  const call = server.as()
  const { status, body } = await call('POST', '/api/v1/planning/plan-files', { format: 'yaml', content })
  expect(status, JSON.stringify(body)).toBe(201)
  expect(body.items).toBeGreaterThanOrEqual(60)
  const plan = `/api/v1/planning/plans/${body.id}`
  const { findings }: CheckedPlan = (await call('GET', `${plan}/findings`)).body
  expect(findings.map(({ code }) => code)).toEqual(['target-unknown'])
  const progress: PlanProgress = (await call('GET', `${plan}/progress`)).body
  expect(progress.items).toHaveLength(body.items)
  expect(progress.sections).toHaveLength(9)
  // what is counted is known to be none; nothing was reported yet, and nothing that is not known is 0
  const known = progress.items.filter(({ value }) => value !== null)
  expect(known.map(({ number, value }) => [number, value])).toEqual([
    ['1.1', 0],
    ['1.4', 0],
    ['8.5', 0],
  ])
  const submitted = await call('POST', `${plan}/do/submit`, {}, { 'if-match': '"1"' })
  expect(submitted.status, submitted.text).toBe(200)
})
