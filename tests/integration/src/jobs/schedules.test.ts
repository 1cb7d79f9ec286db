import { toilServer } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { createJobs, type Jobs, keepSchedules, queueDueJobs } from '@opendpf/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const hour = 3_600_000
const day = 24 * hour

/** Whether there is something to do in the night. */
let isNeeded: boolean
const { nightly, ...others } = toilServer.jobs ?? {}
const toiling = {
  ...toilServer,
  jobs: { ...others, nightly: { ...nightly, isNeeded: async () => isNeeded } },
} as unknown as ModuleServer

let server: TestServer
const started: Jobs[] = []
beforeEach(async () => {
  isNeeded = true
  // ten in the morning in Shanghai
  server = await startTestServer({ modules: [toiling], now: '2026-06-15T02:00:00Z' })
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()))
  await server.stop()
})

async function startJobs(isWorking = false): Promise<Jobs> {
  const jobs = createJobs({
    platform: server.platform,
    connection: server.database.connectionFor('app'),
    actorOf: async () => undefined,
    lease: { seconds: 10, checkEvery: 1 },
  })
  await jobs.start({ isWorking, isScheduling: false })
  started.push(jobs)
  return jobs
}

const runs = async (): Promise<readonly { id: string; fields: Record<string, unknown> }[]> =>
  (await server.as({ at: 'all' })('GET', '/api/v1/system/jobs?kind=toil.nightly')).body.rows
const schedule = async () =>
  (await server.as({ at: 'all' })('GET', '/api/v1/system/schedules')).body.schedules.find(
    ({ job }: { job: string }) => job === 'toil.nightly',
  )
const queueDue = (jobs: Jobs) => queueDueJobs(server.platform, jobs)

describe('a job that runs by itself', () => {
  it('is queued once when its time has come, and is seen like every job', async () => {
    const jobs = await startJobs(true)
    await keepSchedules(server.platform)
    expect(await schedule()).toMatchObject({ title: '夜间自动记事', lastAt: null, lastJob: null })
    await queueDue(jobs)
    server.clock.advance(16 * hour - 1000)
    await queueDue(jobs)
    expect(await runs()).toEqual([])
    server.clock.advance(1000)
    await queueDue(jobs)
    await vi.waitFor(async () => expect((await runs())[0]?.fields).toMatchObject({ state: 'done' }), 20_000)
    expect(await runs()).toMatchObject([{ fields: { title: '夜间自动记事', askedByName: 'OpenDPF' } }])
    await queueDue(jobs)
    expect(await runs()).toHaveLength(1)
    expect(await schedule()).toMatchObject({ lastJob: (await runs())[0]?.id })
  })

  it('is made up once, however many nights nobody was there', async () => {
    await keepSchedules(server.platform)
    server.clock.advance(9 * day)
    const jobs = await startJobs()
    await keepSchedules(server.platform)
    await queueDue(jobs)
    await queueDue(jobs)
    expect(await runs()).toHaveLength(1)
  })

  it('is queued by one of several servers', async () => {
    const servers = await Promise.all([startJobs(), startJobs(), startJobs(), startJobs()])
    await keepSchedules(server.platform)
    server.clock.advance(day)
    await Promise.all(servers.map(queueDue))
    expect(await runs()).toHaveLength(1)
  })

  it('waits while its last run has not ended', async () => {
    const jobs = await startJobs()
    await keepSchedules(server.platform)
    server.clock.advance(day)
    await queueDue(jobs)
    server.clock.advance(day)
    await queueDue(jobs)
    expect(await runs()).toHaveLength(1)
    await jobs.cancel((await runs())[0]?.id ?? '', server.actor({ at: 'all' }))
    server.clock.advance(day)
    await queueDue(jobs)
    expect(await runs()).toHaveLength(2)
  })

  it('is left out while there is nothing to do, and looked at again when it is due next', async () => {
    const jobs = await startJobs()
    await keepSchedules(server.platform)
    isNeeded = false
    server.clock.advance(day)
    await queueDue(jobs)
    expect(await schedule()).toMatchObject({ dueAt: '2026-06-16T18:00:00.000Z', lastAt: null })
    isNeeded = true
    await queueDue(jobs)
    expect(await runs()).toEqual([])
    server.clock.advance(day)
    await queueDue(jobs)
    expect(await runs()).toHaveLength(1)
  })

  it('is forgotten when no module has it any more', async () => {
    await server.connect('owner', (client) =>
      client.query(`insert into system_schedule (job, due_at) values ('gone.nightly', now())`),
    )
    await keepSchedules(server.platform)
    const { rows } = await server.connect('owner', (client) =>
      client.query('select job from system_schedule order by job'),
    )
    const known = rows.map(({ job }) => job)
    expect(known).toContain('toil.nightly')
    expect(known).not.toContain('gone.nightly')
  })
})
