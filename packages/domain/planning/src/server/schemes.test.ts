import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planning } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/plan-desk.js'

const { scheme, chapter, criterion, remedy, item, split } = planning.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-07-01T02:00:00Z')
})
afterAll(() => desk.server.stop())

const values = {
  title: '创建残疾人康复示范县',
  kind: 'model-county',
  division: places.county,
  standard: '省康复示范县标准',
  firstDay: '2026-01-01',
  dueOn: '2026-12-31',
  passMark: 80,
}
const codes = ({ body }: { readonly body: { readonly errors?: readonly { readonly code: string }[] } }) =>
  body.errors?.map(({ code }) => code)

it('an assessment is scored as results come in, and applied for when its remedies are done', async () => {
  expect(codes(await desk.add(scheme, { ...values, dueOn: '2025-12-31' }))).toEqual(['scheme.problem.dates'])
  const id = await desk.make(scheme, values)
  expect(codes(await desk.step(scheme, id, 'start'))).toEqual(['scheme.guard.hasCriteria'])
  const part = await desk.make(chapter, { scheme: id, title: '康复服务', position: 1 })
  const add = (more: object) =>
    desk.make(criterion, {
      scheme: id,
      chapter: part,
      standard: '按标准',
      unit: 'percent',
      target: { kind: 'rate', value: 90 },
      scoring: { rule: 'proportional' },
      ...more,
    })
  const rate = await add({
    number: '1',
    position: 1,
    title: '康复服务覆盖率',
    points: 60,
    value: 45,
    weakness: '村级站点不足',
  })
  await add({
    number: '2',
    position: 2,
    title: '站点达标',
    points: 20,
    scoring: { rule: 'steps', steps: [{ from: 5, points: 20 }] },
    value: 7,
  })
  await add({ number: '3', position: 3, title: '群众满意度', points: 20 })
  await desk.expectDone(desk.step(scheme, id, 'start'))

  const assessment = async () => (await desk.clerk('GET', `/api/v1/planning/schemes/${id}/assessment`)).body
  expect((await assessment()).findings.map(({ message }: { message: string }) => message)).toContain(
    '第 1 项没有责任单位或责任人，请填写',
  )
  await desk.expectDone(desk.change(scheme, id, { totalPoints: 120 }))
  await desk.expectDone(desk.change(chapter, part, { points: 90 }))
  const { findings } = await assessment()
  expect(findings.slice(0, 2)).toMatchObject([
    { code: 'points-not-total', params: { sum: 100, total: 120 } },
    { code: 'chapters-not-total', params: { sum: 90, total: 120 } },
  ])
  expect(await assessment()).toMatchObject({
    score: { reached: 50, unknown: 20, total: 100 },
    chapters: [{ title: '康复服务', score: { reached: 50 } }],
    criteria: [
      { number: '1', got: 30, weakness: '村级站点不足' },
      { number: '2', got: 20 },
      { number: '3', got: null },
    ],
  })

  const mend = await desk.make(remedy, {
    criterion: rate,
    weakness: '村级站点不足',
    measure: '新建10处',
    owner: '康复股',
    dueOn: '2026-06-30',
  })
  expect((await assessment()).criteria[0].remedies).toMatchObject([{ state: 'open', isOverdue: true }])
  expect(codes(await desk.step(scheme, id, 'apply'))).toEqual(['scheme.guard.remediesDone'])
  const done = { doneOn: '2026-06-29', outcome: '已建成' }
  expect(codes(await desk.step(remedy, mend, 'finish', { ...done, doneOn: '2026-07-02' }))).toEqual([
    'remedy.problem.future',
  ])
  await desk.expectDone(desk.step(remedy, mend, 'finish', done))
  await desk.expectDone(desk.change(criterion, rate, { value: 90 }))
  expect((await assessment()).score.reached).toBe(80)
  await desk.expectDone(desk.step(scheme, id, 'apply'))
  // what was applied for with stays as it is
  expect(codes(await desk.change(criterion, rate, { value: 95 }))).toEqual(['scheme.problem.fixed'])
  expect(codes(await desk.change(scheme, id, { passMark: 60 }))).toEqual(['scheme.problem.fixed'])
  expect((await desk.remove(chapter, part)).status).toBe(409)
  await desk.expectDone(desk.step(scheme, id, 'pass', { acceptedOn: '2026-07-01', acceptedBy: '省残联' }))
})

it('criteria and chapters belong together', async () => {
  const [one, other] = [await desk.make(scheme, values), await desk.make(scheme, values)]
  const part = await desk.make(chapter, { scheme: other, title: '部分', position: 1 })
  const refused = await desk.add(criterion, {
    ...{ scheme: one, chapter: part, number: '1', position: 1, title: '指标', standard: '标准', points: 5 },
    ...{ unit: 'person', target: { kind: 'zero' }, scoring: { rule: 'full' } },
  })
  expect(codes(refused)).toEqual(['scheme.problem.otherScheme'])
})

it('the shares of an item are settled together, and what is left out is taken away', async () => {
  const plan = await desk.makePlan()
  const whole = await desk.makeItem(plan)
  const settle = (shares: object) => desk.clerk('POST', `/api/v1/planning/items/${whole}/shares`, { shares })
  expect(
    (
      await settle([
        { division: places.town, value: 100 },
        { division: places.otherTown, value: 150 },
      ])
    ).status,
  ).toBe(200)
  await desk.expectDone(
    settle([
      { division: places.town, value: 120 },
      { division: places.county, value: 180 },
    ]),
  )
  const { body } = await desk.clerk('GET', `/api/v1/planning/splits?item=${whole}`)
  const rows = body.rows.map((row: { division: string; fields: { target: unknown } }) => [
    row.division,
    row.fields.target,
  ])
  expect(Object.fromEntries(rows)).toEqual({
    [places.town]: { kind: 'at-least', value: 120 },
    [places.county]: { kind: 'at-least', value: 180 },
  })
  expect((await settle([{ division: places.neighbour, value: 1 }])).status).toBe(422)
  expect((await desk.clerk('POST', `/api/v1/planning/items/none/shares`, { shares: [] })).status).toBe(404)
  await desk.adopt(plan)
  expect((await settle([])).status).toBe(409)
  expect(await desk.read(item, whole)).toMatchObject({ state: 'open' })
  expect((await desk.clerk('GET', `/api/v1/planning/splits?item=${whole}`)).body.rows).toHaveLength(2)
  expect(split.ref).toBe('planning.split')
})
