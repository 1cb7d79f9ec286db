import { visits, visitsServer } from '@opendpf/fixtures'
import type { TestServer } from '@opendpf/testing'
import { places, startTestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
})
afterAll(() => server.stop())

const households = '/api/v1/visits/households'
const phone = '19900000001'

describe('a record made from its declaration', () => {
  it('is created, masked, read, changed, and has a history', async () => {
    const call = server.as()
    const created = await call('POST', households, { head: '张三丰', division: places.village, phone })
    expect(created).toMatchObject({
      status: 201,
      body: { version: 1, title: '张三丰', labels: { division: '石桥镇上河村' } },
    })
    const { id } = created.body
    const changed = await call('PATCH', `${households}/${id}`, { head: '张三' }, { 'if-match': '"1"' })
    expect(changed).toMatchObject({ status: 200, body: { version: 2, fields: { head: '张三', phone } } })
    const history = await call('GET', `${households}/${id}/history`)
    expect(history.body.entries).toMatchObject([
      { version: 2, action: 'update', byName: '测试员', changes: [{ field: 'head', before: '张三丰', after: '张三' }] },
      { version: 1, action: 'create' },
    ])
  })

  it('is found by character, pair, pinyin and initials, and by its number', async () => {
    const call = server.as()
    await call('POST', households, { head: '单小雨', division: places.village, phone: '19900000002' })
    for (const search of ['单', '小雨', '单小雨', 'shanxiaoyu', 'danxiao', 'sxy', 'shan', 'xiaoyu']) {
      const found = await call('POST', `${households}/query`, { search })
      expect(
        found.body.rows.map((row: { title: string }) => row.title),
        search,
      ).toContain('单小雨')
    }
    const byPhone = await call('POST', `${households}/query`, { lookup: { field: 'phone', value: '199 0000 0002' } })
    expect(byPhone.body).toMatchObject({ rows: [{ title: '单小雨' }], total: { value: 1, isExact: true } })
  })

  it('says in Chinese what is wrong, and refuses what it does not know', async () => {
    const call = server.as()
    const bad = await call('POST', households, { head: '', division: '990121100999', phone: '1', nickname: 'x' })
    expect(bad.status).toBe(422)
    expect(bad.body.errors.map((error: { path: string }) => error.path).sort()).toEqual(['head', 'nickname', 'phone'])
    const unknown = await call('POST', households, { head: '王明', division: '990121100299' })
    expect(unknown.body.errors[0]).toMatchObject({ path: 'division', code: 'divisionUnknown' })
    for (const query of ['?nope=1', '?order=phone', '?limit=0', '?within=12', '?division=x'])
      expect((await call('GET', `${households}${query}`)).status, query).toBe(400)
  })

  it('hides what lies elsewhere, and lets nobody write there', async () => {
    const { body } = await server.as()('POST', households, { head: '李四', division: places.village })
    const elsewhere = server.as({ at: places.otherTown })
    expect((await elsewhere('GET', `${households}/${body.id}`)).status).toBe(404)
    expect((await elsewhere('GET', households)).body.rows.map((row: { id: string }) => row.id)).not.toContain(body.id)
    expect((await elsewhere('PATCH', `${households}/${body.id}`, { head: '王五' }, { 'if-match': '1' })).status).toBe(
      404,
    )
    expect(
      (await elsewhere('POST', households, { head: '王五', division: places.village })).body.errors[0],
    ).toMatchObject({ code: 'divisionOutside' })
  })

  it('is moved with its children, removed, and brought back', async () => {
    const call = server.as()
    const { body: household } = await call('POST', households, { head: '赵六', division: places.village })
    const { body: visit } = await call('POST', '/api/v1/visits/visits', {
      household: household.id,
      visitedOn: '2026-05-04',
      manner: 'home',
    })
    await call('PATCH', `${households}/${household.id}`, { division: places.streetVillage }, { 'if-match': '1' })
    expect((await call('GET', `/api/v1/visits/visits/${visit.id}`)).body).toMatchObject({
      version: 2,
      division: places.streetVillage,
    })
    expect(await call('POST', `${households}/${household.id}/remove`, {}, { 'if-match': '2' })).toMatchObject({
      status: 409,
      body: { code: 'still-in-use' },
    })
    expect(
      (await call('POST', `/api/v1/visits/visits/${visit.id}/remove`, { reason: '登记错误' }, { 'if-match': '2' }))
        .status,
    ).toBe(204)
    expect((await call('GET', `/api/v1/visits/visits/${visit.id}`)).status).toBe(404)
    expect((await call('POST', `/api/v1/visits/visits/${visit.id}/restore`)).body).toMatchObject({
      id: visit.id,
      version: 4,
      fields: { manner: 'home' },
    })
  })

  it('takes the steps of its workflow only', async () => {
    const call = server.as()
    const { body: household } = await call('POST', households, { head: '钱七', division: places.village })
    const { body: visit } = await call('POST', '/api/v1/visits/visits', {
      household: household.id,
      visitedOn: '2026-05-04',
      manner: 'phone',
    })
    expect(visit.fields.state).toBe('planned')
    const step = `/api/v1/visits/visits/${visit.id}/do/finish`
    expect((await call('POST', step, {}, { 'if-match': '1' })).body.errors[0]).toMatchObject({
      path: 'note',
      code: 'requiredByStep',
      message: '办理这一步之前请填写走访记录',
    })
    const done = await call('POST', step, { note: '情况良好' }, { 'if-match': '1' })
    expect(done.body).toMatchObject({ fields: { state: 'done', note: '***' }, masked: ['note'] })
    expect(await call('POST', step, {}, { 'if-match': '2' })).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    })
    expect(
      (await call('POST', `/api/v1/visits/visits/${visit.id}/reveal`, { fields: ['note'], reason: '核对记录' })).body
        .values,
    ).toEqual({ note: '情况良好' })
    expect((await call('GET', `/api/v1/visits/visits/${visit.id}/access`)).body.entries[0]).toMatchObject({
      kind: 'reveal',
      fields: ['note'],
      reason: '核对记录',
    })
  })

  it('answers a repeated request once, and refuses an old version', async () => {
    const call = server.as()
    const key = { 'idempotency-key': 'key-00000001' }
    const first = await call('POST', households, { head: '孙八', division: places.village }, key)
    const again = await call('POST', households, { head: '孙八', division: places.village }, key)
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } })
    expect((await call('POST', households, { head: '周九', division: places.village }, key)).body.code).toBe(
      'idempotency-key-reused',
    )
    await call('PATCH', `${households}/${first.body.id}`, { head: '孙九' }, { 'if-match': '1' })
    expect(
      (await call('PATCH', `${households}/${first.body.id}`, { head: '孙十' }, { 'if-match': '1' })).body.code,
    ).toBe('version-conflict')
    expect((await call('PATCH', `${households}/${first.body.id}`, { head: '孙十' })).body.code).toBe('version-required')
  })

  it('shows what was known at an instant', async () => {
    const call = server.as()
    const { body } = await call('POST', households, { head: '吴一', division: places.village })
    const asOf = server.clock.now().toISOString()
    server.clock.advance(60_000)
    await call('PATCH', `${households}/${body.id}`, { head: '吴二' }, { 'if-match': '1' })
    expect((await call('GET', `${households}/${body.id}?asOf=${asOf}`)).body.fields.head).toBe('吴一')
    expect((await call('GET', `${households}/${body.id}`)).body.fields.head).toBe('吴二')
    expect(server.path(visits.records.household)).toBe(households)
  })
})
