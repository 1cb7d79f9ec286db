import type { TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk, startLoans } from './support.js'

let server: TestServer
let desk: ReturnType<typeof openDesk>
beforeEach(async () => {
  server = await startLoans({ now: '2026-06-01T02:00:00Z', hasWork: true })
  desk = openDesk(server)
})
afterEach(() => server.stop())

const night = async (): Promise<Readonly<Record<string, number>>> => {
  const actor = server.actor({ id: 'everywhere', at: 'all' })
  server.as({ id: 'everywhere', at: 'all' })
  const id = await server.work.jobs.queue({ job: 'system.runClocks', input: {}, actor })
  const end = await server.work.done(id)
  expect(end).toMatchObject({ state: 'done' })
  const [job] = await server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ result: Readonly<Record<string, number>> }>({
      text: 'select result from system_job where id = $1',
      values: [id],
    }),
  )
  return job?.result ?? {}
}
const announced = async (values: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const id = await desk.ask(values)
  for (const verb of ['accept', 'check', 'announce']) await desk.take(id, verb)
  return id
}
const stateOf = async (id: string): Promise<string> => (await desk.get(id)).fields.state
const outbox = (name: string) =>
  server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ payload: { rowId: string } }>({
      text: 'select payload from outbox where name = $1 order by id',
      values: [name],
    }),
  )

describe('the nightly run', () => {
  it('takes the step of a clock that has run out, the day after its last, once and with a reason', async () => {
    const id = await announced()
    desk.pass(7)
    // 8 June is the fifth working day of the notice
    expect(await night()).toMatchObject({ elapsed: 0 })
    expect(await stateOf(id)).toBe('notice')
    desk.pass(1)
    expect(await night()).toMatchObject({ elapsed: 1, missed: 0, refused: 0 })
    expect(await stateOf(id)).toBe('review')
    const { entries, deadlines } = await desk.timeline(id)
    expect(entries.at(-1)).toMatchObject({ action: 'endNotice', by: 'system', reason: '期限届满，系统自动办理' })
    const standing = deadlines.map(({ fields }: { fields: Record<string, unknown> }) => [fields.clock, fields.state])
    expect(standing).toEqual([
      ['answer', 'running'],
      ['notice', 'elapsed'],
    ])
    expect(await night()).toMatchObject({ elapsed: 0, refused: 0 })
  })

  it('leaves a row whose guard objects, and takes the others', async () => {
    const [held, free] = [await announced({ hasObjection: true }), await announced()]
    desk.pass(8)
    expect(await night()).toMatchObject({ elapsed: 1, refused: 1 })
    expect([await stateOf(held), await stateOf(free)]).toEqual(['notice', 'review'])
    const { version } = await desk.get(held)
    await desk.clerk('PATCH', `${desk.path}/${held}`, { hasObjection: false }, { 'if-match': `"${version}"` })
    expect(await night()).toMatchObject({ elapsed: 1, refused: 0 })
  })

  it('closes what was never corrected', async () => {
    const id = await desk.ask()
    await desk.take(id, 'askBack', { shortcoming: '缺少证明' })
    desk.pass(31)
    await night()
    expect(await stateOf(id)).toBe('withdrawn')
    expect((await desk.deadlines(id))[0]).toMatchObject({ state: 'elapsed', endedOn: '2026-07-02' })
  })

  it('marks a limit that was not kept, which still waits, and says so once', async () => {
    const id = await desk.ask()
    await desk.take(id, 'accept')
    desk.pass(15)
    expect(await night()).toMatchObject({ missed: 1 })
    expect((await desk.deadlines(id))[0]).toMatchObject({ state: 'missed', endedOn: null, owner: 'county' })
    expect(await night()).toMatchObject({ missed: 0 })
    expect((await outbox('system.deadline.missed')).map(({ payload }) => payload.rowId)).toEqual([id])
    await desk.take(id, 'check')
    expect((await desk.deadlines(id))[0]).toMatchObject({ state: 'missed', pausedSince: '2026-06-16' })
  })

  it('reminds once, as many working days before as the clock says', async () => {
    const id = await desk.ask()
    await desk.take(id, 'accept')
    desk.pass(9)
    expect(await night()).toMatchObject({ reminded: 0 })
    desk.pass(1)
    // the last day is Monday 15 June; two working days before is Thursday
    expect(await night()).toMatchObject({ reminded: 1 })
    expect(await night()).toMatchObject({ reminded: 0 })
    expect((await outbox('system.deadline.approaching')).map(({ payload }) => payload.rowId)).toEqual([id])
  })

  it('passes over rows that somebody is changing at that moment', async () => {
    const [busy, free] = [await announced(), await announced()]
    desk.pass(8)
    await server.connect('owner', async (client) => {
      await client.query('begin')
      await client.query('select from loans_loan where id = $1 for update', [busy])
      expect(await night()).toMatchObject({ elapsed: 1, refused: 0 })
      await client.query('rollback')
    })
    expect([await stateOf(busy), await stateOf(free)]).toEqual(['notice', 'review'])
    expect(await night()).toMatchObject({ elapsed: 1 })
  })

  it('takes more than one batch', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 620 }, (_, index) => ({
      borrower: `王${index}`,
      device: 'walker',
      division: '990121100201',
    }))
    await server.write(async ({ write }) => {
      const rows = await write.createMany(
        desk.loan,
        many.map((values) => ({ ...values, state: 'notice' })),
      )
      expect(rows).toHaveLength(620)
    })
    desk.pass(8)
    expect(await night()).toMatchObject({ elapsed: 620 })
  })
})
