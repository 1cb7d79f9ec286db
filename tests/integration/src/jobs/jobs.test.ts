import { toil, toilServer } from '@opendpf/fixtures'
import type { Actor } from '@opendpf/kit'
import { createJobs, type Jobs } from '@opendpf/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

let server: TestServer
let clerk: Actor
let accounts: Map<string, Actor>
let failures: unknown[]
const started: Jobs[] = []

beforeEach(async () => {
  server = await startTestServer({ modules: [toilServer] })
  clerk = server.actor({ id: 'clerk', name: '小李' })
  accounts = new Map([[clerk.id, clerk]])
  failures = []
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()))
  await server.stop()
})

/** The jobs of one more server process on the same database. */
async function startJobs(options: { readonly isWorking?: boolean } = {}): Promise<Jobs> {
  const jobs = createJobs({
    platform: server.platform,
    connection: server.database.connectionFor('app'),
    actorOf: async (id) => accounts.get(id),
    onFailure: (failure) => void failures.push(failure),
    lease: { seconds: 10, checkEvery: 1 },
  })
  await jobs.start(options)
  started.push(jobs)
  return jobs
}

const rowOf = async (id: string) => (await server.as()('GET', `/api/v1/system/jobs/${id}`)).body.fields
const until = (id: string, state: string) =>
  vi.waitFor(async () => expect(await rowOf(id)).toMatchObject({ state }), { timeout: 25_000, interval: 50 })
const notes = (text: string) => server.write(({ read }) => read.count(toil.records.note, { text }))

describe('a job', () => {
  test('is seen from its queueing to its end, with progress and result', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.count', input: { to: 30 }, actor: clerk })
    expect(await rowOf(id)).toMatchObject({
      title: '数数',
      state: 'queued',
      askedBy: 'clerk',
      askedByName: '小李',
      attempts: 0,
      division: '990121000000',
    })
    await startJobs()
    await until(id, 'done')
    expect(await rowOf(id)).toMatchObject({
      attempts: 1,
      progressDone: 30,
      progressTotal: 30,
      result: { counted: 30 },
      message: null,
    })
  })

  test('is queued with what it belongs to, or not at all', async () => {
    const jobs = await startJobs()
    const id = jobs.queue({ job: 'toil.count', input: { to: 'many' }, actor: clerk })
    await expect(id).rejects.toMatchObject({ code: 'invalid-request' })
    expect((await server.as()('GET', '/api/v1/system/jobs')).body.rows).toEqual([])
  })

  test('runs with the permissions of the moment it runs, not of the moment it was queued', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.ask', input: {}, actor: clerk })
    accounts.set('clerk', server.actor({ id: 'clerk', at: '990121100000', may: ['system:*'] }))
    await startJobs()
    await until(id, 'done')
    expect(await rowOf(id)).toMatchObject({ result: { mayRead: false, scope: { level: 'town', code: '990121100' } } })
  })

  test('does not run for somebody whose account is gone, and says so', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.count', input: { to: 1 }, actor: clerk, locale: 'en' })
    accounts.clear()
    await startJobs()
    await until(id, 'failed')
    expect((await rowOf(id)).message).toMatch(/account .* was disabled/)
  })
})

describe('a failing job', () => {
  test('is tried again', async () => {
    const jobs = await startJobs()
    const id = await jobs.queue({ job: 'toil.stumble', input: { times: 1 }, actor: clerk })
    await until(id, 'done')
    expect(await rowOf(id)).toMatchObject({ attempts: 2, result: { after: 1 } })
    expect(failures).toHaveLength(1)
  })

  test('is given up after its retries, and neither row nor queue quote what the error quoted', async () => {
    const jobs = await startJobs()
    const id = await jobs.queue({ job: 'toil.stumble', input: { times: 9 }, actor: clerk })
    await until(id, 'failed')
    const row = await rowOf(id)
    expect(row).toMatchObject({ attempts: 3 })
    expect(row.message).toContain(id)
    const queue = await server.platform.pool.use({ level: 'all' }, (session) =>
      session.query({ text: 'select * from jobs.job', values: [] }),
    )
    expect(JSON.stringify([row, queue])).not.toContain('990121198503070012')
  })

  test('is not tried again when it was refused', async () => {
    const jobs = await startJobs()
    const id = await jobs.queue({ job: 'toil.stumble', input: { times: 1, isRefusal: true }, actor: clerk })
    await until(id, 'failed')
    expect(await rowOf(id)).toMatchObject({ attempts: 1, message: expect.stringContaining('已经登记过') })
  })
})

describe('cancelling', () => {
  test('ends a waiting job at once', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.wait', input: {}, actor: clerk })
    await idle.cancel(id, clerk)
    expect(await rowOf(id)).toMatchObject({ state: 'cancelled', message: '已由 小李 取消。' })
    await startJobs()
    const other = await idle.queue({ job: 'toil.count', input: { to: 1 }, actor: clerk })
    await until(other, 'done')
    expect(await notes(`${id} begun`)).toBe(0)
  })

  test('stops a running one after its step, also from another server', async () => {
    const idle = await startJobs({ isWorking: false })
    await startJobs()
    const id = await idle.queue({ job: 'toil.wait', input: {}, actor: clerk })
    await until(id, 'running')
    await idle.cancel(id, clerk)
    await until(id, 'cancelled')
  })

  test('is for whoever asked for the job, or may cancel those of others', async () => {
    const jobs = await startJobs({ isWorking: false })
    const id = await jobs.queue({ job: 'toil.wait', input: {}, actor: clerk })
    const colleague = server.actor({ id: 'colleague', may: ['system:job.read'] })
    await expect(jobs.cancel(id, colleague)).rejects.toMatchObject({ code: 'permission-denied' })
    await expect(jobs.cancel(id, server.actor({ id: 'else', at: '990122000000' }))).rejects.toMatchObject({
      code: 'not-found',
    })
    await jobs.cancel(id, server.actor({ id: 'head', may: ['system:job.cancel'] }))
    await expect(jobs.cancel(id, clerk)).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('a server that goes', () => {
  test('by itself gives its jobs back, which costs them no attempt', async () => {
    const first = await startJobs()
    const id = await first.queue({ job: 'toil.wait', input: {}, actor: clerk })
    const hasBegun = (times: number) =>
      vi.waitFor(async () => expect(await notes(`${id} begun`)).toBe(times), { timeout: 25_000 })
    // it is said to be running a moment before it says so itself
    await hasBegun(1)
    await first.stop()
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 0 })
    await startJobs()
    await hasBegun(2)
  })

  test('killed, loses its jobs to another; after their attempts they are failed with the reason', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.wait', input: {}, actor: clerk })
    // what a killed server leaves: the queue thinks that the job is running, and nobody gives a sign of life
    const pretendKilled = () =>
      server.platform.pool.use({ level: 'all' }, async (session) => {
        await session.query({
          text: `update jobs.job set state = 'active', started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour' where id = $1`,
          values: [id],
        })
        await session.query({
          text: `update system_job set state = 'running', attempts = 1 where id = $1`,
          values: [id],
        })
      })
    await pretendKilled()
    await startJobs()
    await vi.waitFor(async () => expect(await notes(`${id} begun`)).toBe(1), { timeout: 25_000 })
    await started.at(-1)?.stop()
    await server.platform.pool.use({ level: 'all' }, (session) =>
      session.query({ text: `update system_job set attempts = 2 where id = $1`, values: [id] }),
    )
    await startJobs()
    await until(id, 'failed')
    expect((await rowOf(id)).message).toMatch(/服务器异常中断，已重试 2 次/)
  })

  test('and a queue restored without a job leaves no row running for ever', async () => {
    const idle = await startJobs({ isWorking: false })
    const id = await idle.queue({ job: 'toil.wait', input: {}, actor: clerk })
    await server.platform.pool.use({ level: 'all' }, (session) =>
      session.query({ text: 'delete from jobs.job', values: [] }),
    )
    await startJobs()
    await until(id, 'failed')
    expect((await rowOf(id)).message).toContain('任务队列中找不到')
  })
})
