import { places } from '@opendpf/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { numberOf, openOffice } from '../testing/office.js'

type Office = Awaited<ReturnType<typeof openOffice>>
let office: Office
let next = 0
/** Positions that no other test has. */
const positions = (count: number): readonly number[] => Array.from({ length: count }, () => next++)
const rowOf = (position: number, more: object = {}) => ({
  name: `示例${position}`,
  idNumber: numberOf(position),
  ...more,
})

beforeAll(async () => {
  office = await openOffice()
})
// what a test leaves is not received any more
beforeEach(async () => {
  const { body } = await office.clerk('GET', '/api/v1/matching/lists?state=receiving')
  for (const { id } of body.rows) await office.step('lists', id, 'cancel', { note: '换一份' })
})
afterAll(() => office.server.stop())

describe('rows of a list', () => {
  it('mean whoever has the number; who has another name is looked at, and who is nobody is said to be', async () => {
    const [one = 0, two = 0, three = 0, nobody = 0] = positions(4)
    await office.addPersons([one, two, three])
    const list = await office.receive()
    const found = await office.bring([
      rowOf(one, { name: `示例 ${one}` }),
      rowOf(two, { name: '另一人' }),
      rowOf(three, { since: '2026-02-01' }),
      rowOf(nobody),
    ])
    expect(found).toMatchObject({ creates: 4, problems: 0 })
    const named = found.warned.filter((text) => text.includes('登记姓名'))
    expect(named).toEqual([expect.stringContaining(`示例${two}`)])
    expect(await office.list(list)).toMatchObject({ rows: 4, matched: 2, doubtful: 1, unknown: 1 })
    const compare = await office.step('lists', list, 'compare')
    expect(compare.body.errors).toMatchObject([{ message: expect.stringContaining('1 行待核对') }])
    const doubtful = (await office.entries(list)).find(({ state }) => state === 'doubtful')
    expect((await office.step('entries', doubtful?.id ?? '', 'accept')).status).toBe(200)
    expect(await office.list(list)).toMatchObject({ matched: 3, doubtful: 0 })
  })

  it('that are wrong, or twice in it, are named and left out', async () => {
    const [one = 0] = positions(1)
    await office.addPersons([one])
    await office.receive()
    const found = await office.bring([
      rowOf(one),
      rowOf(one),
      { name: '错号', idNumber: '990121198501010001' },
      rowOf(one + 5000, { since: '2026-06-02' }),
      { name: '', idNumber: numberOf(9000) },
    ])
    expect(found).toMatchObject({ creates: 1, problems: 4 })
    expect(found.said.join()).toContain('此人在名单中已有一行')
    expect(found.said.join()).toContain('不能晚于名单的数据日期')
  })

  it('are not for everybody who works where people live, and neither is what differs', async () => {
    const [one = 0] = positions(1)
    await office.addPersons([one])
    const list = await office.receive({ kind: 'matching.prison' })
    expect(await office.bring([rowOf(one)], places.village)).toMatchObject({
      creates: 0,
      said: [expect.stringContaining('与名单同一区划')],
    })
    await office.bring([rowOf(one)])
    await office.compare(list)
    expect(await office.differences(list)).toHaveLength(1)
    const village = office.server.as({ at: places.village })
    for (const path of ['lists', 'entries', 'differences']) {
      const { body } = await village('GET', `/api/v1/matching/${path}`)
      expect(body.rows, path).toEqual([])
    }
  })

  it('go nowhere while no list receives, and one at a time does', async () => {
    const none = await office.bring([rowOf(positions(1)[0] ?? 0)])
    expect(none).toMatchObject({ creates: 0, problems: 1, said: [expect.stringContaining('没有正在接收的名单')] })
    const [first, second] = [await office.receive(), await office.receive()]
    await office.bring([rowOf(positions(1)[0] ?? 0)])
    expect(await office.list(first)).toMatchObject({ state: 'draft', rows: 0 })
    expect(await office.list(second)).toMatchObject({ state: 'receiving', rows: 1 })
    const unknown = { kind: 'matching.lottery', asOf: '2026-07-01' }
    await expect(office.receive(unknown)).rejects.toThrow('没有这种名单')
  })
})

describe('a list of people with a status', () => {
  it('is compared both ways, and what is confirmed goes into the register with its document', async () => {
    const [both = 0, fresh = 0, gone = 0, dead = 0, other = 0] = positions(5)
    const [inBoth, , left, , elsewhere] = await office.addPersons([both, fresh, gone, dead, other])
    if (!inBoth || !left || !elsewhere) throw new Error('nobody was made')
    await office.addStatuses([inBoth, left], 'extremely-poor')
    await office.addStatuses([elsewhere], 'allowance')
    const list = await office.receive({ kind: 'matching.extremelyPoor', division: places.county })
    await office.bring([rowOf(both), rowOf(fresh, { since: '2026-03-01' })])
    expect(await office.compare(list)).toMatchObject({ state: 'compared', differing: 2, comparedOn: '2026-06-15' })
    const [isNew, isGone] = [
      (await office.differences(list, { sort: 'not-in-register' }))[0],
      (await office.differences(list, { sort: 'not-in-list' }))[0],
    ]
    expect([isNew, isGone]).toMatchObject([
      { holderName: `示例${fresh}`, day: '2026-03-01', state: 'open' },
      { person: left.id, day: '2026-05-31', state: 'open' },
    ])
    // nothing happens by itself, and nobody decides without a reason
    expect(await office.statuses(isNew?.person ?? '')).toEqual([])
    expect((await office.step('differences', isNew?.id ?? '', 'confirm')).status).toBe(422)
    expect((await office.step('lists', list, 'close')).body.errors).toMatchObject([
      { message: expect.stringContaining('2 件差异') },
    ])
    for (const row of [isNew, isGone])
      expect((await office.step('differences', row?.id ?? '', 'confirm', { reason: '与民政部门核对' })).status).toBe(
        200,
      )
    expect(await office.statuses(isNew?.person ?? '')).toMatchObject([
      {
        kind: 'extremely-poor',
        since: '2026-03-01',
        until: null,
        source: 'civil-affairs',
        document: '民函〔2026〕5号',
      },
    ])
    expect(await office.statuses(left.id)).toMatchObject([{ since: '2025-01-01', until: '2026-05-31' }])
    const decided = (await office.differences(list))[0]
    expect(decided).toMatchObject({ state: 'confirmed', decidedBy: '经办人甲', decidedOn: '2026-06-15' })
    expect((await office.step('lists', list, 'close')).status).toBe(200)
    expect(await office.list(list)).toMatchObject({ state: 'closed', confirmed: 2, rejected: 0 })
    const told = await office.server.platform.pool.use({ level: 'all' }, (session) =>
      session.query<{ payload: { sort: string; list: string } }>({
        text: `select payload from outbox where name = 'matching.difference.confirmed' order by id`,
        values: [],
      }),
    )
    expect(told.filter(({ payload }) => payload.list === list).map(({ payload }) => payload.sort)).toEqual([
      'not-in-register',
      'not-in-list',
    ])
  })

  it('that is a part says nothing of who is not in it', async () => {
    const [one = 0, two = 0] = positions(2)
    const people = await office.addPersons([one, two])
    await office.addStatuses(people, 'allowance-margin')
    const list = await office.receive({ kind: 'matching.allowanceMargin', isWhole: false })
    await office.bring([rowOf(one)])
    expect(await office.compare(list)).toMatchObject({ differing: 0 })
  })

  it('is not confirmed once the register has been put right', async () => {
    const [one = 0] = positions(1)
    const people = await office.addPersons([one])
    const list = await office.receive({ kind: 'matching.allowanceMargin', isWhole: false })
    await office.bring([rowOf(one)])
    await office.compare(list)
    await office.addStatuses(people, 'allowance-margin')
    const [found] = await office.differences(list)
    const { status, body } = await office.step('differences', found?.id ?? '', 'confirm', { reason: '核对' })
    expect([status, body.errors?.[0]?.message]).toEqual([422, expect.stringContaining('差异不再存在')])
    expect((await office.step('differences', found?.id ?? '', 'reject', { reason: '已登记' })).status).toBe(200)
  })
})

describe('other lists', () => {
  it('of the dead register a death once somebody has found it to be so, and the register tells everybody', async () => {
    const [dead = 0, alive = 0] = positions(2)
    const [person] = await office.addPersons([dead, alive])
    const list = await office.receive({ kind: 'matching.death', title: '殡葬信息' })
    await office.bring([rowOf(dead, { since: '2026-05-20' }), rowOf(alive, { since: '2026-05-21' })])
    expect(await office.compare(list)).toMatchObject({ differing: 2 })
    const [first, second] = await office.differences(list)
    if (!first || !second || !person) throw new Error('nothing was found')
    await office.step('differences', first.id, 'confirm', { reason: '村委会核实' })
    await office.step('differences', second.id, 'reject', { reason: '同名误报' })
    expect(await office.person(first.person)).toMatchObject({ isDeceased: true, deathDate: first.day })
    expect(await office.person(second.person)).toMatchObject({ isDeceased: false, deathDate: null })
    expect(await office.list(list)).toMatchObject({ confirmed: 1, rejected: 1 })
  })

  it('of who draws something are compared with what is known, and what is confirmed is known from then on', async () => {
    const [fresh = 0, known = 0] = positions(2)
    const [one, other] = await office.addPersons([fresh, known])
    if (!one || !other) throw new Error('nobody was made')
    const bring = async () => {
      const list = await office.receive({ kind: 'matching.employeePension', isWhole: false })
      await office.bring([rowOf(fresh, { since: '2026-02-01' }), rowOf(known)])
      await office.compare(list)
      return office.differences(list)
    }
    await office.clerk('POST', '/api/v1/eligibility/benefits', {
      person: other.id,
      kind: 'employee-pension',
      since: '2020-01-01',
      source: 'declared',
    })
    const [found, ...more] = await bring()
    expect([found?.person, found?.sort, more]).toEqual([one.id, 'not-in-register', []])
    expect((await office.step('differences', found?.id ?? '', 'confirm', { reason: '人社核对' })).status).toBe(200)
    expect(await office.benefits(one.id)).toMatchObject([
      {
        kind: 'employee-pension',
        since: '2026-02-01',
        until: null,
        source: 'human-resources',
        document: '民函〔2026〕5号',
      },
    ])
    expect(await bring()).toEqual([])
  })

  it('are told to programmes, and change nothing here', async () => {
    const [one = 0] = positions(1)
    const [person] = await office.addPersons([one])
    const list = await office.receive({ kind: 'matching.prison' })
    await office.bring([rowOf(one)])
    await office.compare(list)
    const [found] = await office.differences(list)
    expect(found).toMatchObject({ sort: 'listed', person: person?.id })
    expect((await office.step('differences', found?.id ?? '', 'confirm', { reason: '司法局复核' })).status).toBe(200)
    expect(await office.statuses(person?.id ?? '')).toEqual([])
  })

  it('are forgotten where they mean nobody, once they are closed', async () => {
    const [one = 0, nobody = 0] = positions(2)
    await office.addPersons([one])
    const list = await office.receive({ kind: 'matching.allowance', isWhole: false })
    await office.bring([rowOf(one), rowOf(nobody)])
    await office.compare(list)
    const [found] = await office.differences(list)
    await office.run('matching.forget')
    expect(await office.entries(list)).toHaveLength(2)
    await office.step('differences', found?.id ?? '', 'reject', { reason: '待年审' })
    await office.step('lists', list, 'close')
    await office.run('matching.forget')
    expect(await office.entries(list)).toMatchObject([{ state: 'matched' }])
    // what the list was is still known
    expect(await office.list(list)).toMatchObject({ state: 'closed', rows: 2, unknown: 1 })
  })
})

it('what a comparison rests on is not taken back', async () => {
  const [one = 0] = positions(1)
  await office.addPersons([one])
  const list = await office.receive({ isWhole: false })
  const { id } = await office.bring([rowOf(one)])
  await office.compare(list)
  const undo = await office.clerk('POST', `/api/v1/system/imports/${id}/undo`)
  expect(await office.server.work.done(undo.body.job)).toMatchObject({ state: 'failed' })
  expect(await office.entries(list)).toHaveLength(1)
})
