import { visitsServer } from '@opendpf/fixtures'
import { systemActor } from '@opendpf/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer], hasWork: true })
})
afterAll(() => server.stop())

const auditor = (id: string) => server.as({ id, may: ['system:audit.*'] })

it('an auditor sees what his verification found, and no other work of anybody', async () => {
  const call = auditor('auditor')
  const { job } = (await call('POST', '/api/v1/system/audit/verify', {})).body
  expect((await server.work.done(job)).state).toBe('done')
  const mine = await call('GET', `/api/v1/system/audit/verify/${job}`)
  expect([mine.status, mine.body]).toMatchObject([
    200,
    { id: job, state: 'done', result: { problems: 0, findings: [] } },
  ])
  expect((await auditor('another')('GET', `/api/v1/system/audit/verify/${job}`)).status).toBe(404)
  const other = await server.work.jobs.queue({ job: 'system.tidy', input: {}, actor: systemActor })
  expect((await call('GET', `/api/v1/system/audit/verify/${other}`)).status).toBe(404)
  expect((await call('GET', `/api/v1/system/jobs/${job}`)).status).toBe(403)
  expect(
    (await server.as({ id: 'auditor', may: ['system:job.*'] })('GET', `/api/v1/system/audit/verify/${job}`)).status,
  ).toBe(403)
})
