import { readFileSync } from 'node:fs'
import { modules } from '@opendpf/app-server/modules'
import type { CheckedPlan, PlanProgress } from '@opendpf/planning'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules })
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
  // what is counted is known to be none, or a share of nothing; nothing was reported yet, and nothing that is not known is 0
  expect(progress.items.filter(({ indicator }) => indicator !== null).length).toBeGreaterThanOrEqual(40)
  for (const { number, indicator, target, unit, value } of progress.items)
    expect(value, number).toBe(
      target.kind === 'yes-no' || (indicator !== null && (unit !== 'percent' || number === '2.19')) ? 0 : null,
    )
  const submitted = await call('POST', `${plan}/do/submit`, {}, { 'if-match': '"1"' })
  expect(submitted.status, submitted.text).toBe(200)
})
