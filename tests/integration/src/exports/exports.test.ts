import { readdir } from 'node:fs/promises'
import { visitsServer } from '@opendpf/fixtures'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk, type Person, planFile, runFile } from '../imports/desk.js'

let desk: Desk
let clerk: Person
let approver: Person

beforeAll(async () => {
  desk = await openDesk([visitsServer])
  clerk = desk.as({
    id: 'clerk',
    name: '小李',
    may: ['visits:*', 'system:import.read', 'system:job.read', 'system:export.read'],
  })
  approver = desk.as({ id: 'head', name: '老王', may: ['system:export.*', 'system:job.read'] })
  const content = [
    '户主,乡镇,村,联系电话',
    '张三,石桥镇,上河村,19900000001',
    '李四,城关街道,东街社区,',
    '王五,石桥镇,下河村,19900000003',
  ].join('\n')
  const { id } = await planFile(clerk, { kind: 'visits.household', content })
  await runFile(clerk, id)
})
afterAll(() => desk.stop())

const wanted = { record: 'visits.household', query: {}, format: 'xlsx', reason: '入户走访安排' }
const cellsOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const rows: string[][] = []
  for await (const row of readRows(await openSheet(bytes, { name: 'x' }), 0)) rows.push(row.cells.map(textOf))
  return rows
}
/** Asks for an export and waits until it is made. */
const make = async (person: Person, more: object = {}) => {
  const asked = await person.call('POST', '/system/exports', { ...wanted, ...more })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  if (asked.body.fields.job) await person.done(asked.body.fields.job)
  return (await person.call('GET', `/system/exports/${asked.body.id}`)).body
}

describe('an export', () => {
  test('is the list of the screen, with who took it, when and what for', async () => {
    const made = await make(clerk, { query: { within: places.town } })
    expect(made.fields).toMatchObject({ state: 'ready', rows: 2, isUnmasked: false, title: '家庭（2026-06-15）' })
    const file = await clerk.call('GET', `/system/exports/${made.id}/file`)
    const [watermark, headings, ...rows] = await cellsOf(file.bytes)
    expect(watermark?.[0]).toBe(
      '小李于 2026-06-15 从残疾人服务管理平台导出，用途：入户走访安排。含个人信息，仅限上述用途，用后删除。',
    )
    expect(headings).toEqual(['户主', '所在村（社区）', '联系电话', '系统编号'])
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['张三', '石桥镇上河村', '19900000001'],
      ['王五', '石桥镇下河村', '19900000003'],
    ])
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('家庭（2026-06-15）.xlsx')
  })

  test('as CSV is the same', async () => {
    const made = await make(clerk, { format: 'csv', query: { search: '张' } })
    const [, headings, ...rows] = await cellsOf((await clerk.call('GET', `/system/exports/${made.id}/file`)).bytes)
    expect(headings?.[0]).toBe('户主')
    expect(rows.map(([head]) => head)).toEqual(['张三'])
  })

  test('brought back as it is changes nothing', async () => {
    const made = await make(clerk)
    const { bytes } = await clerk.call('GET', `/system/exports/${made.id}/file`)
    const { id, row } = await planFile(clerk, { kind: 'visits.household', name: '导出.xlsx', content: bytes })
    expect(row).toMatchObject({ state: 'planned', rows: 3, unchanged: 3, creates: 0, updates: 0, problems: 0 })
    const run = await clerk.call('POST', `/system/imports/${id}/run`, { mode: 'all-or-nothing' })
    expect(run).toMatchObject({ status: 422, body: { errors: [{ code: 'nothingToImport' }] } })
  })

  test('is refused to whoever may not export the record, and for a filter the list does not have', async () => {
    const reader = desk.as({ id: 'reader', may: ['visits:*.read', 'system:export.read'] })
    expect((await reader.call('POST', '/system/exports', wanted)).status).toBe(403)
    expect(
      (await clerk.call('POST', '/system/exports', { ...wanted, query: { filters: { head: { any: ['张三'] } } } }))
        .status,
    ).toBe(400)
    expect((await clerk.call('POST', '/system/exports', { ...wanted, reason: '' })).status).toBe(422)
  })

  test('lies sealed on the disk, belongs to whoever asked for it, and is logged each time', async () => {
    const made = await make(clerk)
    expect((await approver.call('GET', `/system/exports/${made.id}/file`)).status).toBe(404)
    await clerk.call('GET', `/system/exports/${made.id}/file`)
    const log = await desk.server.platform.pool.use({ level: 'all' }, (session) =>
      session.query({
        text: `select actor, rows, reason from access_log where kind = 'export' and record_id = $1 order by at, id`,
        values: [made.id],
      }),
    )
    expect(log).toEqual([
      { actor: 'clerk', rows: 3, reason: '入户走访安排' },
      { actor: 'clerk', rows: null, reason: '入户走访安排' },
    ])
  })

  test('is deleted at its end', async () => {
    const made = await make(clerk)
    desk.server.clock.advance(7 * 86_400_000 + 1)
    expect((await clerk.call('GET', `/system/exports/${made.id}/file`)).status).toBe(409)
    const job = await desk.jobs.queue({
      job: 'system.purgeFiles',
      input: {},
      actor: desk.server.actor({ id: 'clerk' }),
    })
    expect(await desk.as({ id: 'admin' }).done(job)).toMatchObject({
      state: 'done',
      result: { imports: 0, attachments: 0 },
    })
    expect((await clerk.call('GET', `/system/exports/${made.id}`)).body.fields).toMatchObject({ state: 'expired' })
    expect((await readdir(desk.folder)).filter((name) => name.startsWith('export-'))).toEqual([])
  })
})

describe('full values', () => {
  const visits = { record: 'visits.visit', unmasked: true }
  const visit = async (): Promise<void> => {
    const [household] = (await clerk.call('GET', '/visits/households')).body.rows
    await clerk.call('POST', '/visits/visits', {
      household: household.id,
      visitedOn: '2026-06-01',
      manner: 'home',
      note: '需要轮椅',
    })
  }

  test('wait for another person, and are masked without him', async () => {
    await visit()
    const masked = await make(clerk, { record: 'visits.visit' })
    const maskedRows = await cellsOf((await clerk.call('GET', `/system/exports/${masked.id}/file`)).bytes)
    expect(maskedRows[2]?.slice(0, 5)).toEqual(['张三', '2026-06-01', '入户', '已安排', '***'])
    const asked = await make(clerk, visits)
    expect(asked.fields).toMatchObject({ state: 'waiting-for-approval', isUnmasked: true })
    const approved = await approver.call('POST', `/system/exports/${asked.id}/approve`, {})
    await approver.done(approved.body.fields.job)
    const rows = await cellsOf((await clerk.call('GET', `/system/exports/${asked.id}/file`)).bytes)
    expect(rows[2]?.[4]).toBe('需要轮椅')
    expect((await clerk.call('GET', `/system/exports/${asked.id}`)).body.fields).toMatchObject({
      state: 'ready',
      decidedByName: '老王',
    })
  })

  test('are let out by nobody for himself', async () => {
    const both = desk.as({ id: 'both', may: ['visits:*', 'system:*'] })
    const asked = await make(both, visits)
    expect(await both.call('POST', `/system/exports/${asked.id}/approve`, {})).toMatchObject({ status: 403 })
    expect((await clerk.call('POST', `/system/exports/${asked.id}/approve`, {})).status).toBe(403)
  })

  test('can be refused, with a reason', async () => {
    const asked = await make(clerk, visits)
    const refused = await approver.call('POST', `/system/exports/${asked.id}/refuse`, { reason: '用途不清' })
    expect(refused.body.fields).toMatchObject({ state: 'refused', decisionReason: '用途不清' })
    expect((await approver.call('POST', `/system/exports/${asked.id}/approve`, {})).status).toBe(409)
    expect((await clerk.call('GET', `/system/exports/${asked.id}/file`)).status).toBe(409)
  })

  test('are let out for the territory that was asked for, whatever the asker was given since', async () => {
    await visit()
    const at = (division: string) =>
      desk.as({ id: 'mover', name: '小周', at: division, may: ['visits:*', 'system:export.read', 'system:job.read'] })
    const townHead = desk.as({ id: 'town-head', at: places.town, may: ['system:export.*', 'system:job.read'] })
    const villageHead = desk.as({ id: 'village-head', at: places.village, may: ['system:export.*'] })
    const otherHead = desk.as({ id: 'other-head', at: places.otherTown, may: ['system:export.*'] })
    const mover = at(places.town)
    const unmasked = await make(mover, visits)
    expect(unmasked).toMatchObject({ fields: { division: places.town }, labels: { division: '石桥镇' } })
    // nobody whose territory does not hold what was asked for can see or approve it
    for (const head of [villageHead, otherHead])
      expect((await head.call('POST', `/system/exports/${unmasked.id}/approve`, {})).status).toBe(404)
    at(places.otherTown)
    const elsewhere = await townHead.call('POST', `/system/exports/${unmasked.id}/approve`, {})
    expect(elsewhere).toMatchObject({ status: 422, body: { errors: [{ code: 'askerMoved' }] } })
    // the asker works for the county now: the file holds the town all the same
    const promoted = at(places.county)
    const more = await promoted.call('POST', '/visits/visits', {
      household: (await promoted.call('POST', '/visits/households/query', { within: places.otherTown })).body.rows[0]
        .id,
      visitedOn: '2026-06-02',
      manner: 'home',
      note: '城里的事',
    })
    expect(more.status).toBe(201)
    const approved = await townHead.call('POST', `/system/exports/${unmasked.id}/approve`, {})
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)
    expect(await townHead.done(approved.body.fields.job)).toMatchObject({ state: 'done' })
    const cells = await cellsOf((await promoted.call('GET', `/system/exports/${unmasked.id}/file`)).bytes)
    expect(JSON.stringify(cells)).toContain('需要轮椅')
    expect(JSON.stringify(cells)).not.toContain('城里的事')
  })

  test('come out as whoever asked may see them now', async () => {
    await visit()
    const asked = await make(clerk, visits)
    desk.as({ id: 'clerk', name: '小李', may: ['system:*'] })
    const approved = await approver.call('POST', `/system/exports/${asked.id}/approve`, {})
    expect(await approver.done(approved.body.fields.job)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('没有'),
    })
    expect((await approver.call('GET', `/system/exports/${asked.id}`)).body.fields).toMatchObject({ state: 'failed' })
  })
})
