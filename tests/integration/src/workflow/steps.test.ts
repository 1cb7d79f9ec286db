import type { TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, startLoans } from './support.js'

let server: TestServer
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  server = await startLoans()
  desk = openDesk(server)
})
afterAll(() => server.stop())

const toReview = async (accepting = desk.clerk): Promise<string> => {
  const id = await desk.ask()
  for (const verb of ['accept', 'check', 'announce']) await desk.take(id, verb, {}, accepting)
  await server.write(async ({ write, read }) => {
    const row = await read.one(desk.loan, id)
    await write.transition(desk.loan, { id, version: row?.version ?? 0, verb: 'endNotice' })
  })
  return id
}

describe('a step', () => {
  it('in the wrong state answers 409 and changes nothing', async () => {
    const id = await desk.ask()
    const before = await desk.get(id)
    const answer = await desk.take(id, 'approve')
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-state'])
    expect(await desk.get(id)).toEqual(before)
  })

  it('is refused by a guard in words, with what it lacks', async () => {
    const id = await desk.ask({ device: 'bed' })
    const answer = await desk.take(id, 'accept')
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual([
      { path: 'state', code: 'loan.guard.inStock', message: '护理床没有库存，暂时不能受理' },
    ])
    expect((await desk.get(id)).version).toBe(1)
  })

  it('is for another person than the one before', async () => {
    const id = await toReview()
    const own = await desk.take(id, 'approve')
    expect([own.status, own.body.code]).toEqual([403, 'another-person-required'])
    expect(own.body.detail).toContain('受理')
    expect((await desk.take(id, 'approve', {}, desk.approver)).status).toBe(200)
  })

  it('is kept apart from one that the same transaction took, too', async () => {
    const id = await desk.ask()
    const taken = server.write(async ({ write, read }) => {
      let version = (await read.one(desk.loan, id))?.version ?? 0
      for (const verb of ['accept', 'check', 'announce', 'endNotice', 'approve'])
        version = (await write.transition(desk.loan, { id, version, verb })).version
    })
    await expect(taken).rejects.toThrow('another-person-required')
    expect((await desk.get(id)).fields.state).toBe('asked')
  })

  it('of the system has no permission and no route', async () => {
    const id = await desk.ask()
    expect((await desk.take(id, 'lapse')).status).toBe(404)
    expect(server.platform.registry.permissions).not.toContain('loans:loan.lapse')
  })

  it('is the only way in which a state moves', async () => {
    const id = await desk.ask()
    const moved = server.write(({ write }) => write.update(desk.loan, { id, version: 1, values: { state: 'lent' } }))
    await expect(moved).rejects.toThrow('moves by steps alone')
  })

  it('puts its event out once it was taken, and not before', async () => {
    const events = async () =>
      (
        await server.platform.pool.use({ level: 'all' }, (session) =>
          session.query<{ payload: { id: string } }>({
            text: `select payload from outbox where name = 'loans.loan.lent'`,
            values: [],
          }),
        )
      ).map(({ payload }) => payload.id)
    const id = await toReview()
    await desk.take(id, 'approve')
    expect(await events()).not.toContain(id)
    await desk.take(id, 'approve', {}, desk.approver)
    expect(await events()).toContain(id)
  })
})

describe('the steps that are open', () => {
  it('say which may be taken and why not the others, before anybody tries', async () => {
    const id = await desk.ask({ device: 'bed' })
    const { body } = await desk.clerk('GET', `${desk.path}/${id}/steps`)
    expect(body.steps.map(({ verb, isAllowed }: { verb: string; isAllowed: boolean }) => [verb, isAllowed])).toEqual([
      ['askBack', true],
      ['accept', false],
      ['refuse', true],
    ])
    expect(body.steps[1].problems[0].message).toBe('护理床没有库存，暂时不能受理')
    expect((await desk.get(id)).version).toBe(1)
  })

  it('name a missing permission and a second pair of eyes', async () => {
    const id = await toReview()
    const own = await desk.clerk('GET', `${desk.path}/${id}/steps`)
    expect(own.body.steps[0]).toMatchObject({ verb: 'approve', to: 'lent', isAllowed: false })
    expect(own.body.steps[0].problems[0].code).toBe('another-person-required')
    const reader = await desk.as({ id: 'reader', may: ['loans:loan.read'] })('GET', `${desk.path}/${id}/steps`)
    expect(reader.body.steps[0].problems[0].code).toBe('permission-denied')
  })
})

describe('the timeline', () => {
  it('tells the steps in their order, with who took them', async () => {
    const id = await toReview()
    const { state, entries } = await desk.timeline(id)
    expect(state).toBe('review')
    expect(entries.map(({ action, to, by }: Record<string, string>) => [action, to, by])).toEqual([
      ['create', 'asked', 'clerk'],
      ['accept', 'accepted', 'clerk'],
      ['check', 'checking', 'clerk'],
      ['announce', 'notice', 'clerk'],
      ['endNotice', 'review', 'system'],
    ])
  })

  it('is not told outside the territory', async () => {
    const id = await desk.ask()
    const elsewhere = desk.as({ id: 'far', at: '990122000000' })
    expect((await elsewhere('GET', `${desk.path}/${id}/timeline`)).status).toBe(404)
    expect((await elsewhere('GET', `${desk.path}/${id}/steps`)).status).toBe(404)
  })
})
