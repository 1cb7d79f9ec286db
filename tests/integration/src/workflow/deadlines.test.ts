import { permissionFor } from '@opendpf/kit'
import type { TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk, startLoans } from './support.js'

let server: TestServer
let desk: ReturnType<typeof openDesk>
beforeEach(async () => {
  // a Monday without holidays near
  server = await startLoans({ now: '2026-06-01T02:00:00Z' })
  desk = openDesk(server)
})
afterEach(() => server.stop())

const list = '/api/v1/system/deadlines'

describe('a deadline', () => {
  it('starts with the step, stands still, goes on and is kept', async () => {
    const id = await desk.ask()
    expect(await desk.deadlines(id)).toEqual([])
    await desk.take(id, 'accept')
    const [answer] = await desk.deadlines(id)
    expect(answer).toMatchObject({
      title: '王明',
      record: 'loans.loan',
      rowId: id,
      clock: 'answer',
      state: 'running',
      owner: 'county',
      step: 'check',
      startedOn: '2026-06-01',
      dueOn: '2026-06-15',
      promisedOn: '2026-06-08',
    })
    desk.pass(2)
    await desk.take(id, 'check')
    expect((await desk.deadlines(id))[0]).toMatchObject({
      state: 'paused',
      pausedSince: '2026-06-03',
      pauseReason: 'assessment',
      owner: 'institution',
      dueOn: null,
    })
    desk.pass(5)
    await desk.take(id, 'announce')
    const [first, notice] = await desk.deadlines(id)
    expect(first).toMatchObject({ state: 'paused', pausedSince: '2026-06-03', pauseReason: 'notice' })
    expect(notice).toMatchObject({ clock: 'notice', state: 'running', dueOn: '2026-06-15', owner: 'village' })
  })

  it('is missed when its row leaves late, and kept when in time', async () => {
    const kept = await desk.ask()
    const late = await desk.ask()
    await desk.take(kept, 'askBack', { shortcoming: '缺少证明' })
    await desk.take(late, 'askBack', { shortcoming: '缺少证明' })
    desk.pass(3)
    await desk.take(kept, 'correct')
    desk.pass(60)
    await desk.take(late, 'correct')
    expect((await desk.deadlines(kept))[0]).toMatchObject({ state: 'met', endedOn: '2026-06-04' })
    expect((await desk.deadlines(late))[0]).toMatchObject({ state: 'missed', dueOn: '2026-07-01' })
    await desk.take(late, 'askBack', { shortcoming: '再补' })
    expect((await desk.deadlines(late)).map(({ state }: Record<string, string>) => state)).toEqual([
      'missed',
      'running',
    ])
  })

  it('moves and goes with its row', async () => {
    const id = await desk.ask()
    await desk.take(id, 'accept')
    const { version } = await desk.get(id)
    const moved = { division: '990121001001', borrower: '李明' }
    await desk.clerk('PATCH', `${desk.path}/${id}`, moved, { 'if-match': `"${version}"` })
    const rows = (await desk.clerk('GET', `${list}?rowId=${id}`)).body.rows
    expect(rows).toMatchObject([{ division: '990121001001', title: '李明' }])
    await desk.clerk('POST', `${desk.path}/${id}/remove`, {}, { 'if-match': `"${version + 1}"` })
    expect((await desk.clerk('GET', `${list}?rowId=${id}`)).body.rows).toEqual([])
    // neither removing a row nor bringing it back gains a day
    desk.pass(3)
    await desk.clerk('POST', `${desk.path}/${id}/restore`)
    expect(await desk.deadlines(id)).toMatchObject([{ startedOn: '2026-06-01', dueOn: '2026-06-15', state: 'running' }])
  })

  it('keeps what the county promised when the clock started', async () => {
    const limit = {
      record: 'loans.loan',
      clock: 'answer',
      kind: 'promised',
      unit: 'workingDays',
      value: 3,
      since: '2026-06-01',
      document: '虚构〔2026〕1号',
      division: '990121000000',
    }
    expect((await desk.clerk('POST', '/api/v1/system/limits', { ...limit, clock: 'x' })).status).toBe(422)
    expect((await desk.clerk('POST', '/api/v1/system/limits', limit)).status).toBe(201)
    const id = await desk.ask()
    // a clerk of a town does not see the county's rows, and keeps its promise all the same
    const { version } = await desk.get(id)
    const clerk = desk.as({ id: 'town', at: '990121100000' })
    await clerk('POST', `${desk.path}/${id}/do/accept`, {}, { 'if-match': `"${version}"` })
    expect((await desk.deadlines(id))[0]).toMatchObject({ dueOn: '2026-06-15', promisedOn: '2026-06-04' })
  })

  it('is stopped by an officer with a reason, and goes on', async () => {
    const id = await desk.ask()
    await desk.take(id, 'accept')
    const row = (await desk.clerk('GET', `${list}?rowId=${id}`)).body.rows[0]
    const act = (verb: string, version: number, body: object) =>
      desk.clerk('POST', `${list}/${row.id}/do/${verb}`, body, { 'if-match': `"${version}"` })
    expect((await act('pause', 1, {})).status).toBe(422)
    // a record that nobody may update takes with a step what the step asks for, and nothing else
    const more = await act('pause', 1, { pauseNote: '住院', owner: 'town' })
    expect([more.status, more.body.errors[0].path]).toEqual([422, 'owner'])
    desk.pass(1)
    expect((await act('pause', 1, { pauseNote: '申请人住院' })).body.fields).toMatchObject({
      state: 'paused',
      pauseReason: 'decision',
      pauseNote: '申请人住院',
      dueOn: null,
    })
    desk.pass(7)
    expect((await act('resume', 2, { pauseNote: '改写' })).body.errors[0].message).toContain('不在这一步填写')
    expect((await act('resume', 2, {})).body.fields).toMatchObject({
      state: 'running',
      pausedSince: null,
      pauseNote: null,
      // nine of ten days are left, and the Dragon Boat Festival is among them
      dueOn: '2026-06-23',
    })
  })

  it('is seen by those alone who may read what it is about', async () => {
    const id = await desk.ask()
    await desk.take(id, 'accept')
    const [{ id: deadline }] = (await desk.clerk('GET', `${list}?rowId=${id}`)).body.rows
    const may = ['system:deadline.*']
    const blind = desk.as({ id: 'blind', may })
    const seeing = desk.as({ id: 'seeing', may: [...may, permissionFor(desk.loan, 'read')] })
    for (const [call, rows, status] of [
      [seeing, 1, 200],
      [blind, 0, 404],
    ] as const) {
      const page = (await call('GET', `${list}?record=loans.loan`)).body
      expect([page.rows.length, page.total.value]).toEqual([rows, rows])
      expect((await call('GET', `${list}/${deadline}`)).status).toBe(status)
      expect((await call('GET', `${list}/${deadline}/history`)).status).toBe(status)
    }
    const pause = await blind('POST', `${list}/${deadline}/do/pause`, { pauseNote: '无权' }, { 'if-match': '"1"' })
    expect(pause.status).toBe(404)
  })

  it('stands in a list by its day, with who has to act', async () => {
    const [one, two] = [await desk.ask(), await desk.ask()]
    await desk.take(one, 'askBack', { shortcoming: '缺少证明' })
    await desk.take(two, 'accept')
    const { rows } = (await desk.clerk('GET', `${list}?endedOn.empty=true`)).body
    expect(rows.map(({ fields }: { fields: Record<string, string> }) => [fields.rowId, fields.dueOn])).toEqual([
      [two, '2026-06-15'],
      [one, '2026-07-01'],
    ])
    const late = (await desk.clerk('GET', `${list}?endedOn.empty=true&owner=applicant&dueOn.to=2026-07-01`)).body
    expect(late.rows).toHaveLength(1)
  })
})
