import { visitsServer } from '@opendpf/fixtures'
import type { ModuleContext } from '@opendpf/kit/server'
import { personsServer } from '@opendpf/persons/server'
import { dryRun, verifyAudit } from '@opendpf/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const households = '/api/v1/visits/households'
const visits = '/api/v1/visits/visits'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer, personsServer] })
})
afterAll(async () => {
  expect(await verifyAudit(server.platform)).toEqual([])
  await server.stop()
})
const seen = (version: number) => ({ 'if-match': `"${version}"` })
const add = async (path: string, values: object): Promise<string> => {
  const { body, status } = await server.as()('POST', path, values)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

describe('a step', () => {
  it('fills what it requires, and more only by whoever may change the record', async () => {
    const household = await add(households, { head: '张三', division: places.village })
    const id = await add(visits, { household, visitedOn: '2026-05-04', manner: 'home' })
    const stepper = server.as({ id: 'stepper', may: ['visits:visit.read', 'visits:visit.finish'] })
    const step = `${visits}/${id}/do/finish`
    expect((await stepper('POST', step, { note: '情况良好', visitedOn: '2026-01-01' }, seen(1))).status).toBe(403)
    expect((await stepper('POST', step, { note: '情况良好' }, seen(1))).body).toMatchObject({
      fields: { state: 'done', visitedOn: '2026-05-04' },
    })
  })
})

describe('the history of a row', () => {
  it('says who removed it and who brought it back', async () => {
    const id = await add(households, { head: '李四', division: places.village })
    server.clock.advance(1000)
    await server.as({ id: 'remover', name: '老王' })('POST', `${households}/${id}/remove`, {}, seen(1))
    server.clock.advance(1000)
    await server.as({ id: 'restorer', name: '小李' })('POST', `${households}/${id}/restore`)
    const { entries } = (await server.as()('GET', `${households}/${id}/history`)).body
    expect(entries).toMatchObject([
      { version: 3, action: 'restore', byName: '小李' },
      { version: 2, action: 'remove', byName: '老王', changes: [] },
      { version: 1, action: 'create', byName: '测试员' },
    ])
    expect(entries[1].from).toBe(entries[2].to)
    expect(entries[1].to).toBe(entries[0].from)
  })

  it('runs forward although the clock of the machine runs back', async () => {
    const id = await add(households, { head: '王五', division: places.village })
    server.clock.advance(-3_600_000)
    await server.as()('PATCH', `${households}/${id}`, { head: '赵六' }, seen(1))
    server.clock.advance(3_600_000)
    const { entries } = (await server.as()('GET', `${households}/${id}/history`)).body
    expect(entries.map(({ from, to }: { from: string; to?: string }) => to === undefined || to >= from)).toEqual([
      true,
      true,
    ])
    expect(entries[1].to).toBe(entries[0].from)
  })
})

describe('a look-up', () => {
  it('keeps to the filters it is asked with, and is not mixed with what would be left out', async () => {
    const phone = '19900000077'
    await add(households, { head: '钱七', division: places.village, phone })
    await add(households, { head: '孙八', division: places.streetVillage, phone })
    const query = (body: object) =>
      server.as()('POST', `${households}/query`, { lookup: { field: 'phone', value: phone }, ...body })
    expect((await query({})).body.rows).toHaveLength(2)
    expect((await query({ within: places.town })).body).toMatchObject({
      rows: [{ title: '钱七' }],
      total: { value: 1 },
    })
    expect((await query({ search: '钱' })).status).toBe(400)
  })
})

describe('what is kept for a repeated request', () => {
  it('shows nobody: the answer is sealed, the request a keyed digest', async () => {
    const key = { 'idempotency-key': 'sealed-0001' }
    await server.as({ id: 'sealer' })(
      'POST',
      households,
      { head: '周九', division: places.village, phone: '19900000099' },
      key,
    )
    const kept = await server.connect('owner', (client) =>
      client.query<{ request: string; answer: Buffer }>(
        `select request, answer from idempotency where actor = 'sealer'`,
      ),
    )
    const [row] = kept.rows
    for (const word of ['周九', '19900000099']) {
      expect(row?.answer.includes(word)).toBe(false)
      expect(row?.request).not.toContain(word)
    }
    const again = await server.as({ id: 'sealer' })(
      'POST',
      households,
      { head: '周九', division: places.village, phone: '19900000099' },
      key,
    )
    expect(again.body).toMatchObject({ title: '周九', fields: { phone: '19900000099' } })
  })
})

describe('what a row is called by', () => {
  it('may be what it refers to: then its name, not its number', async () => {
    const person = await add('/api/v1/persons/persons', {
      name: '吴十',
      birthDate: '1980-01-01',
      division: places.village,
    })
    const household = await add('/api/v1/persons/households', { headName: '吴十', division: places.village })
    const id = await add('/api/v1/persons/members', { household, person, relation: '01', since: '2020-01-01' })
    expect((await server.as()('GET', `/api/v1/persons/members/${id}`)).body.title).toBe('吴十')
    expect((await server.as()('GET', `/api/v1/persons/members?household=${household}`)).body.rows).toMatchObject([
      { title: '吴十' },
    ])
  })
})

describe('a module', () => {
  it('reads its tables as it likes, and writes to those of records by the write path alone', async () => {
    const attempts = [
      (db: ModuleContext['db']) => db.updateTable('visits_household').set({ head: '别人' }).execute(),
      (db: ModuleContext['db']) => db.insertInto('visits_household_history').values({ id: 'x' }).execute(),
      (db: ModuleContext['db']) => db.deleteFrom('visits_household_gram').execute(),
    ]
    const inside = (work: (db: ModuleContext['db']) => Promise<unknown>) =>
      dryRun(server.platform, { actor: server.actor(), locale: 'zh-CN' }, ({ context }) => work(context.db))
    for (const attempt of attempts)
      await expect(inside(attempt)).rejects.toThrow('only the write path writes to visits_household')
    await expect(inside((db) => db.selectFrom('visits_household').selectAll().execute())).resolves.toBeDefined()
  })
})
