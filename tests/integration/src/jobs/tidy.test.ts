import { accessServer } from '@opendpf/access/server'
import { visitsServer } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { systemActor } from '@opendpf/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    modules: [accessServer, visitsServer] as unknown as readonly ModuleServer[],
    hasWork: true,
  })
})
afterAll(() => server.stop())

const day = 86_400_000
const run = async (job: string) => {
  const id = await server.work.jobs.queue({ job, input: {}, actor: systemActor })
  expect(await server.work.done(id)).toMatchObject({ state: 'done' })
  return (await server.as({ at: 'all' })('GET', `/api/v1/system/jobs/${id}`)).body.fields.result
}
const count = (table: string): Promise<number> =>
  server.connect('owner', async (client) => (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n)

it('answers to requests are forgotten after three days, and not before', async () => {
  const ask = () =>
    server.as({ id: 'clerk' })(
      'POST',
      '/api/v1/visits/households',
      { head: '张三', division: places.village },
      { 'idempotency-key': 'tidy-0001' },
    )
  const first = await ask()
  server.clock.advance(3 * day - 1000)
  expect(await run('system.tidy')).toMatchObject({ answers: 0 })
  expect((await ask()).body.id).toBe(first.body.id)
  server.clock.advance(2000)
  expect(await run('system.tidy')).toMatchObject({ answers: 1 })
  expect(await count('idempotency')).toBe(0)
})

it('events are taken away a month after everybody has them, however many there are; one that waits stays', async () => {
  const at = server.clock.now().toISOString()
  await server.connect('owner', (client) =>
    client.query(
      `insert into outbox (id, at, name, payload, sent_at) select 'e' || n, $1, 'visits.x', '{}', case when n > 1 then $1::timestamptz end from generate_series(1, 2301) n`,
      [at],
    ),
  )
  expect(await run('system.tidy')).toMatchObject({ events: 0 })
  server.clock.advance(31 * day)
  expect(await run('system.tidy')).toMatchObject({ events: 2300 })
  expect(await count('outbox')).toBe(1)
})

it('sessions that have ended and attempts that no longer count are taken away', async () => {
  const now = server.clock.now().getTime()
  const iso = (offset: number): string => new Date(now + offset).toISOString()
  await server.connect('owner', async (client) => {
    await client.query(
      `insert into auth_user (id, username, name, email, email_verified, created_at, updated_at) values ('u', 'u', 'u', 'u', false, now(), now())`,
    )
    for (const [id, offset] of [
      ['over', -1000],
      ['open', 1000],
    ] as const)
      await client.query(
        `insert into auth_session (id, token, user_id, method, seen_at, expires_at, created_at, updated_at) values ($1, $1, 'u', 'password', now(), $2, now(), now())`,
        [id, iso(offset)],
      )
    for (const [key, last, locked] of [
      ['old', -2 * day, null],
      ['locked', -2 * day, iso(1000)],
      ['fresh', -1000, null],
    ] as const)
      await client.query(
        'insert into auth_attempt (key, count, since, last_at, locked_until) values ($1, 1, $2, $2, $3)',
        [key, iso(last), locked],
      )
  })
  expect(await run('access.tidy')).toEqual({ sessions: 1, attempts: 1 })
  expect(await count('auth_session')).toBe(1)
  expect(await count('auth_attempt')).toBe(2)
})
