import type { TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, startLoans, village } from './support.js'

let server: TestServer
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  server = await startLoans()
  desk = openDesk(server)
})
afterAll(() => server.stop())

const bulk = (body: object, verb = 'accept', headers = {}, call = desk.clerk) =>
  call('POST', `${desk.path}/do/${verb}/bulk`, body, headers)
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('a step for many rows', () => {
  it('says before what it would do, and does it', async () => {
    const [good, bed, gone, other] = [
      await desk.ask(),
      await desk.ask({ device: 'bed' }),
      await desk.ask(),
      await desk.ask(),
    ]
    await desk.take(gone, 'refuse', { shortcoming: '不符合条件' })
    const rows = [
      { id: good, version: 1 },
      { id: bed, version: 1 },
      { id: gone, version: 2 },
      { id: other, version: 7 },
      { id: 'nobody', version: 1 },
    ]
    const preview = await bulk({ rows, dryRun: true })
    expect(preview.body).toMatchObject({ isDryRun: true, included: [{ id: good, title: '王明' }] })
    expect(
      preview.body.refused.map(({ id, problems: [problem] }: { id: string; problems: { code: string }[] }) => [
        id,
        problem?.code,
      ]),
    ).toEqual([
      [bed, 'loan.guard.inStock'],
      [gone, 'wrong-state'],
      [other, 'version-conflict'],
      ['nobody', 'not-found'],
    ])
    expect(preview.body.refused[0].problems[0].message).toBe('护理床没有库存，暂时不能受理')
    expect((await desk.get(good)).fields.state).toBe('asked')
    const done = await bulk({ rows, reason: '批量受理' })
    expect(done.body).toEqual({ ...preview.body, isDryRun: false })
    expect((await desk.get(good)).fields.state).toBe('accepted')
    expect((await desk.get(bed)).version).toBe(1)
    expect((await desk.timeline(good)).entries.at(-1)).toMatchObject({ action: 'accept', reason: '批量受理' })
    expect(await desk.deadlines(good)).toMatchObject([{ clock: 'answer', state: 'running' }])
  })

  it('takes what a list holds, with one entry and one deadline for each', async () => {
    await server.write(({ write }) =>
      write.createMany(
        desk.loan,
        Array.from({ length: 300 }, (_, index) => ({
          borrower: `批量${index}`,
          device: 'wheelchair',
          division: village,
        })),
      ),
    )
    const query = { filters: { device: { any: ['wheelchair'] }, state: { any: ['asked'] } } }
    const done = await bulk({ query })
    expect([done.body.included.length, done.body.refused.length]).toEqual([300, 0])
    const entries = await server.platform.pool.use({ level: 'all' }, (session) =>
      session.query<{ count: number }>({
        text: `select count(*) from audit_entry where action = 'accept' and record_id = any($1::text[])`,
        values: [ids(done.body.included)],
      }),
    )
    expect(entries[0]?.count).toBe(300)
    expect((await bulk({ query })).body.included).toEqual([])
  })

  it('keeps two pairs of eyes apart, row by row', async () => {
    const [mine, theirs] = [await desk.ask(), await desk.ask()]
    for (const [id, call] of [
      [mine, desk.clerk],
      [theirs, desk.approver],
    ] as const)
      for (const verb of ['accept', 'check', 'announce']) await desk.take(id, verb, {}, call)
    await server.write(async ({ write }) => {
      for (const id of [mine, theirs]) await write.transition(desk.loan, { id, version: 4, verb: 'endNotice' })
    })
    const { body } = await bulk({ rows: [mine, theirs].map((id) => ({ id, version: 5 })) }, 'approve')
    expect(ids(body.included)).toEqual([theirs])
    expect(body.refused[0].problems[0].code).toBe('another-person-required')
  })

  it('is answered once for each key, asks for the permission, and takes no more than a transaction holds', async () => {
    const id = await desk.ask()
    const key = { 'idempotency-key': 'bulk-key-0001' }
    const first = await bulk({ rows: [{ id, version: 1 }] }, 'accept', key)
    const again = await bulk({ rows: [{ id, version: 1 }] }, 'accept', key)
    expect(first.body.included).toHaveLength(1)
    expect(again.body).toEqual(first.body)
    expect((await bulk({ rows: [{ id, version: 2 }] }, 'accept', key)).status).toBe(422)
    const reader = desk.as({ id: 'reader', may: ['loans:loan.read'] })
    expect((await bulk({ rows: [{ id, version: 2 }] }, 'accept', {}, reader)).status).toBe(403)
    expect((await bulk({}, 'accept')).status).toBe(400)
    expect((await bulk({ rows: [], query: { filters: {} } })).status).toBe(400)
    const many = Array.from({ length: 1001 }, (_, index) => ({ id: `x${index}`, version: 1 }))
    expect((await bulk({ rows: many })).status).toBe(400)
  })
})
