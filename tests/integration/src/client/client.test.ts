import { connect } from '@opendpf/client'
import { visits, visitsServer } from '@opendpf/fixtures'
import type { TestServer } from '@opendpf/testing'
import { places, startTestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
})
afterAll(() => server.stop())

const open = () => connect('http://server.test', [visits], { fetch: server.fetchAs() })

describe('the typed client', () => {
  it('creates, changes, reads, walks and removes', async () => {
    const { household } = open().visits
    const made = await household.create(
      { head: '王明', division: places.village },
      { idempotencyKey: 'client-test-0001' },
    )
    expect(
      await household.create({ head: '王明', division: places.village }, { idempotencyKey: 'client-test-0001' }),
    ).toMatchObject({ id: made.id })
    const changed = await household.update(made.id, made.version, { head: '王小明' })
    expect(changed).toMatchObject({ version: 2, fields: { head: '王小明' } })
    expect((await household.query({ search: 'wxm' })).rows.map(({ title }) => title)).toEqual(['王小明'])
    for (let index = 0; index < 7; index += 1)
      await household.create({ head: `李${'甲乙丙丁戊己庚'[index]}`, division: places.village })
    const titles: string[] = []
    for await (const row of household.all({ limit: 3 })) titles.push(row.title)
    expect(titles).toHaveLength(8)
    expect((await household.history(made.id)).map(({ version }) => version)).toEqual([2, 1])
    await household.remove(made.id, 2, '重复登记')
    expect(await household.restore(made.id)).toMatchObject({ title: '王小明' })
  })

  it('throws the error the server meant', async () => {
    const { household } = open().visits
    await expect(household.create({ head: '' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'head', message: '请填写户主' }, { path: 'division' }],
    })
    await expect(household.get('nobody')).rejects.toMatchObject({ code: 'not-found' })
    const { id } = await household.create({ head: '赵一', division: places.village })
    await expect(household.update(id, 7, { head: '赵二' })).rejects.toMatchObject({ code: 'version-conflict' })
  })

  it('follows a workflow: what is open, one step for many, what was done', async () => {
    const { household, visit } = open().visits
    const { id } = await household.create({ head: '孙一', division: places.village })
    const made = await visit.create({ household: id, visitedOn: '2026-06-01', manner: 'home' })
    expect((await visit.steps(made.id)).map(({ verb, isAllowed }) => [verb, isAllowed])).toEqual([['finish', true]])
    const rows = [{ id: made.id, version: made.version }]
    expect((await visit.takeMany('finish', { rows, dryRun: true })).refused).toMatchObject([
      { id: made.id, problems: [{ path: 'note', code: 'requiredByStep' }] },
    ])
    const done = await visit.takeMany('finish', { rows, values: { note: '已走访' }, reason: '集中办理' })
    expect(done.included.map((row) => row.id)).toEqual([made.id])
    const { state, entries } = await visit.timeline(made.id)
    expect([state, entries.at(-1)?.reason]).toEqual(['done', '集中办理'])
  })

  it('knows fields and steps at compile time', () => {
    const { visit } = open().visits
    expectTypeOf(visit.take).parameter(2).toEqualTypeOf<'finish'>()
    // @ts-expect-error the record has no such field
    void (() => visit.create({ nickname: 'x' }))
    expectTypeOf<NonNullable<Awaited<ReturnType<typeof visit.get>>['fields']['manner']>>().toEqualTypeOf<
      'home' | 'phone'
    >()
  })
})
