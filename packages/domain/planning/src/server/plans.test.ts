import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planning } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/plan-desk.js'

const { plan, section, item, split, result, amendment, comment } = planning.records
const exactly = (value: number) => ({ kind: 'exactly', value })
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-07-01T02:00:00Z')
})
afterAll(() => desk.server.stop())

const codes = ({ body }: { readonly body: { readonly errors?: readonly { readonly code: string }[] } }) =>
  body.errors?.map(({ code }) => code)

describe('a plan', () => {
  it('fits its kind', async () => {
    const values = { title: '规划', kind: 'five-year', division: places.county, firstYear: 2026, lastYear: 2030 }
    expect((await desk.add(plan, values)).status).toBe(201)
    expect(codes(await desk.add(plan, { ...values, lastYear: 2029 }))).toEqual(['plan.problem.years'])
    expect(codes(await desk.add(plan, { ...values, division: places.town }))).toEqual(['plan.problem.countyOnly'])
    const town = { ...values, kind: 'town', lastYear: 2026 }
    expect(codes(await desk.add(plan, town))).toEqual(['plan.problem.townOnly'])
    expect((await desk.add(plan, { ...town, division: places.town }, desk.town)).status).toBe(201)
  })

  it('is submitted when it has items and nothing is wrong with them, and adopted by somebody else', async () => {
    const id = await desk.makePlan()
    expect(codes(await desk.step(plan, id, 'submit'))).toEqual(['plan.guard.hasItems'])
    const promised = await desk.makeItem(id, { owner: null, dueOn: '2027-01-31' })
    const refused = await desk.step(plan, id, 'submit')
    expect(codes(refused)).toEqual(['plan.guard.isSound'])
    expect(refused.body.errors[0].message).toContain('2 处错误')
    const { body } = await desk.clerk('GET', `/api/v1/planning/plans/${id}/findings`)
    expect(body.findings).toMatchObject([
      { code: 'due-outside-plan', severity: 'error', itemId: promised, field: 'dueOn' },
      { code: 'no-owner', message: '没有责任单位或责任人，请填写' },
    ])
    await desk.expectDone(desk.change(item, promised, { owner: '就业股', dueOn: '2026-12-31' }))
    await desk.expectDone(desk.step(plan, id, 'submit'))
    const own = await desk.step(plan, id, 'adopt', { document: '示残联〔2026〕1号' })
    expect(own.body.code).toBe('another-person-required')
    await desk.expectDone(desk.step(plan, id, 'adopt', { document: '示残联〔2026〕1号' }, desk.approver))
    expect(await desk.read(plan, id)).toMatchObject({ state: 'adopted', adoptedOn: '2026-07-01' })
    expect((await desk.step(plan, id, 'close')).status).toBe(422)
    await desk.expectDone(desk.step(plan, id, 'close', { summary: '全面完成' }))
  })

  it('that is adopted keeps its promises: they change by amendments with a reason, and what was promised stays on record', async () => {
    const id = await desk.makePlan()
    const promised = await desk.makeItem(id)
    await desk.adopt(id)
    expect(codes(await desk.change(item, promised, { target: exactly(200) }))).toEqual(['item.problem.frozen'])
    expect(codes(await desk.change(item, promised, { dueOn: '2026-11-30', title: '培训' }))).toHaveLength(2)
    expect((await desk.change(item, promised, { owner: '培训中心' })).status).toBe(200)
    expect(codes(await desk.change(plan, id, { title: '另一个计划' }))).toEqual(['plan.problem.adopted'])
    expect((await desk.remove(item, promised)).status).toBe(409)
    expect((await desk.remove(plan, id)).status).toBe(409)

    const amend = (values: object) =>
      desk.add(amendment, { item: promised, reason: '经费调整', decidedOn: '2026-06-20', ...values })
    expect(codes(await amend({}))).toEqual(['amendment.problem.nothing'])
    expect(codes(await amend({ target: exactly(1), decidedOn: '2026-07-02' }))).toEqual(['amendment.problem.future'])
    const first = await desk.expectDone(amend({ target: exactly(250) }))
    expect(first.fields).toMatchObject({ formerTarget: { kind: 'at-least', value: 300 }, formerDueOn: null })
    await desk.expectDone(amend({ dueOn: '2026-11-30' }))
    expect(await desk.read(item, promised)).toMatchObject({
      target: exactly(250),
      dueOn: '2026-11-30',
      amendments: 2,
    })

    const late = {
      plan: id,
      number: '99',
      position: 99,
      title: '上级新任务',
      line: 'rehab',
      source: 'higher-dpf',
      unit: 'person',
      target: exactly(5),
    }
    expect(codes(await desk.add(item, late))).toEqual(['item.problem.reasonNeeded'])
    expect((await desk.add(item, { ...late, addedReason: '市残联年中下达' })).status).toBe(201)
    expect(codes(await desk.add(section, { plan: id, kind: 'tasks', title: '任务', position: 1 }))).toEqual([
      'plan.problem.notDraft',
    ])
    expect((await desk.add(section, { plan: id, kind: 'problems', title: '存在问题', position: 1 })).status).toBe(201)
  })
})

describe('an item', () => {
  it('has a number of its own, and names nothing of another plan', async () => {
    const [id, other] = [await desk.makePlan(), await desk.makePlan()]
    const first = await desk.makeItem(id, { number: '1' })
    const elsewhere = await desk.makeItem(other, { number: '1' })
    const add = (values: object) =>
      desk.add(item, {
        plan: id,
        position: 2,
        number: '2',
        title: '其中',
        line: 'rehab',
        source: 'own',
        unit: 'person',
        target: exactly(5),
        ...values,
      })
    expect(codes(await add({ number: '1' }))).toEqual(['item.problem.numberTaken'])
    const both = await Promise.all([add({ number: '7' }), add({ number: '7' })])
    expect(both.map(({ status }) => status).toSorted()[0]).toBe(201)
    const { body } = await desk.clerk('GET', `/api/v1/planning/items?plan=${id}`)
    expect(body.rows).toHaveLength(2)
    const past = desk.server.connect('owner', (client) =>
      client.query(
        `insert into planning_item select (jsonb_populate_record(i, '{"id": "other"}')).* from planning_item i where id = $1`,
        [first],
      ),
    )
    await expect(past).rejects.toThrow('planning_item_plan_number_unique')
    expect(codes(await add({ partOf: elsewhere, partKind: 'share' }))).toEqual(['item.problem.otherPlan'])
    expect(codes(await add({ partOf: first }))).toEqual(['item.problem.partKind'])
    expect(codes(await add({ times: first }))).toEqual(['item.problem.each'])
    expect(codes(await add({ filters: { grade: ['1'] } }))).toEqual(['item.problem.needsIndicator'])
    expect((await add({ target: { kind: 'at-least', value: -1 } })).status).toBe(422)
    expect((await add({ partOf: first, partKind: 'of-which', times: first, each: 30 })).status).toBe(201)
    expect(codes(await desk.change(item, first, { partOf: first, partKind: 'share' }))).toEqual(['item.problem.itself'])
  })

  it('is split to towns within its county, once each', async () => {
    const id = await desk.makePlan()
    const whole = await desk.makeItem(id)
    const share = (division: string) => desk.add(split, { item: whole, division, target: exactly(100) })
    expect((await share(places.town)).status).toBe(201)
    expect(codes(await share(places.town))).toEqual(['split.problem.twice'])
    const everywhere = desk.server.as({ id: 'everywhere', at: 'all' })
    const beyond = { item: whole, division: places.neighbour, target: exactly(1) }
    expect(codes(await desk.add(split, beyond, everywhere))).toEqual(['split.problem.below'])
    expect(codes(await desk.step(plan, id, 'submit'))).toEqual(['plan.guard.isSound'])
    await desk.makeSplit(whole, places.otherTown, 200)
    await desk.adopt(id)
    expect(codes(await share(places.county))).toEqual(['item.problem.closed'])
    // the town sees its own share, and neither the item nor the share of another town
    const seen = await desk.town('GET', `/api/v1/planning/splits?item=${whole}`)
    expect(seen.body.rows.map((row: { division: string }) => row.division)).toEqual([places.town])
  })

  it('that is done by hand is reported with what is known, and verified with evidence by somebody else', async () => {
    const id = await desk.makePlan()
    const done = await desk.makeItem(id)
    expect(codes(await desk.report({ item: done, value: 10 }))).toEqual(['result.problem.notAdopted'])
    await desk.adopt(id)
    expect(codes(await desk.report({ item: done }))).toEqual(['result.problem.valueOrReason'])
    expect(codes(await desk.report({ item: done, value: 1, unknownReason: '不明' }))).toHaveLength(1)
    expect(codes(await desk.report({ value: 1 }))).toEqual(['result.problem.oneOf'])
    expect(codes(await desk.report({ item: done, value: 1, asOf: '2026-07-02' }))).toEqual(['result.problem.future'])
    expect(codes(await desk.report({ item: done, value: 1, division: places.town }))).toEqual([
      'result.problem.elsewhere',
    ])
    expect((await desk.report({ item: done, unknownReason: '原表字迹不清' })).status).toBe(201)
    await desk.expectDone(desk.step(item, done, 'finish', { outcome: '已培训310人' }))
    expect((await desk.step(item, done, 'verify')).body.code).toBe('another-person-required')
    expect(codes(await desk.step(item, done, 'verify', {}, desk.approver))).toEqual(['item.guard.hasEvidence'])
  })

  it('is commented with the name of who does', async () => {
    const id = await desk.makePlan()
    const about = await desk.makeItem(id)
    const written = await desk.expectDone(desk.add(comment, { plan: id, item: about, text: '名额偏少' }))
    expect(written.fields).toMatchObject({ author: '经办人甲', writtenAt: '2026-07-01T02:00:00.000Z' })
    const other = await desk.makePlan()
    expect(codes(await desk.add(comment, { plan: other, item: about, text: '错' }))).toEqual(['item.problem.otherPlan'])
  })
})

it('a town reports on its share without seeing the county’s item', async () => {
  const id = await desk.makePlan()
  const whole = await desk.makeItem(id)
  const share = await desk.makeSplit(whole, places.town, 300)
  await desk.adopt(id)
  expect(codes(await desk.report({ item: whole, value: 1 }))).toEqual(['result.problem.split'])
  const own = { split: share, division: places.town, value: 120, asOf: '2026-06-30' }
  expect((await desk.add(result, own, desk.town)).status).toBe(201)
  const townPlan = await desk.make(
    plan,
    { title: '石桥镇计划', kind: 'town', division: places.town, firstYear: 2026, lastYear: 2026 },
    desk.town,
  )
  const carried = { split: share, owner: '镇残联', target: { kind: 'at-least', value: 300 } }
  expect(await desk.makeItem(townPlan, carried, desk.town)).toBeTypeOf('string')
  const elsewhere = await desk.makePlan()
  await expect(desk.makeItem(elsewhere, carried)).rejects.toThrow('item.problem.splitElsewhere')
})
