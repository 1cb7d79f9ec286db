import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PlanProgress, planning } from '../contract/index.js'
import { lessons } from '../testing/lessons.js'
import { type Desk, openDesk } from '../testing/plan-desk.js'

const { plan, scheme, criterion } = planning.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-07-01T02:00:00Z')
  const attend = (person: string, heldOn: string, more: object = {}) => ({
    person,
    heldOn,
    kind: 'craft',
    division: places.village,
    ...more,
  })
  await desk.server.write(({ write }) =>
    write.createMany(lessons.records.attendance, [
      attend('甲', '2026-02-01'),
      attend('甲', '2026-03-01'),
      attend('乙', '2026-03-01', { kind: 'farming' }),
      attend('丙', '2026-06-30', { division: places.streetVillage }),
      // after the day, and in the year before
      attend('丁', '2026-08-01'),
      attend('戊', '2025-03-01'),
      attend('己', '2025-10-01'),
    ]),
  )
})
afterAll(() => desk.server.stop())

const codes = ({ body }: { readonly body: { readonly findings: readonly { readonly code: string }[] } }) =>
  body.findings.map(({ code }) => code)

it('items with an indicator are counted from the registers, in the county and in each town, with last year beside them', async () => {
  const id = await desk.makePlan()
  const measured = (number: string, more: object) =>
    desk.makeItem(id, { number, indicator: 'lessons.trained', target: { kind: 'at-least', value: 6 }, ...more })
  const trained = await measured('1', {})
  await desk.makeSplit(trained, places.town, 4)
  await desk.makeSplit(trained, places.otherTown, 2)
  await measured('2', { title: '种养培训', filters: { kind: ['farming'] }, target: { kind: 'at-least', value: 2 } })
  const findings = `/api/v1/planning/plans/${id}/findings`
  // all who were trained, and those of one kind among them
  expect(codes(await desk.clerk('GET', findings))).toEqual(['same-count-twice'])
  await desk.adopt(id)
  const { items } = (await desk.clerk('GET', `/api/v1/planning/plans/${id}/progress`)).body as PlanProgress
  expect(items[0]).toMatchObject({ value: 3, share: 0.5, expected: 0.5, missing: 0, indicator: 'lessons.trained' })
  expect(items[0]?.shares).toMatchObject([
    { division: places.otherTown, value: 1 },
    { division: places.town, value: 2 },
  ])
  expect(items[1]).toMatchObject({ value: 1, share: 0.5 })
})

it('the checker compares units with indicators, and knows what they can be narrowed by', async () => {
  const id = await desk.makePlan()
  await desk.makeItem(id, { number: '1', indicator: 'lessons.attendances' })
  await desk.makeItem(id, { number: '2', indicator: 'lessons.nobody' })
  await desk.makeItem(id, { number: '3', indicator: 'lessons.trained', filters: { colour: ['red'] } })
  expect(codes(await desk.clerk('GET', `/api/v1/planning/plans/${id}/findings`))).toEqual([
    'unit-differs',
    'unknown-indicator',
    'unknown-dimension',
  ])
  expect((await desk.step(plan, id, 'submit')).status).toBe(422)
  const { items } = (await desk.clerk('GET', `/api/v1/planning/plans/${id}/progress`)).body as PlanProgress
  expect(items.slice(1)).toMatchObject([
    { value: null, unknownReason: '没有这个指标', light: 'unknown' },
    { value: null, unknownReason: '指标不能这样筛选', light: 'unknown' },
  ])
})

it('what somebody may not count is unknown to him, and not 0', async () => {
  const id = await desk.makePlan()
  await desk.makeItem(id, { indicator: 'lessons.trained' })
  const planner = desk.server.as({ id: 'planner', may: ['planning:*'] })
  const { items } = (await planner('GET', `/api/v1/planning/plans/${id}/progress`)).body as PlanProgress
  expect(items[0]).toMatchObject({ value: null, unknownReason: '没有查看所统计名单的权限' })
})

it('criteria are scored by the same indicators', async () => {
  const id = await desk.make(scheme, {
    ...{ title: '示范县', kind: 'model-county', division: places.county, standard: '省标准' },
    ...{ firstDay: '2026-01-01', dueOn: '2026-12-31', passMark: 5 },
  })
  await desk.make(criterion, {
    ...{ scheme: id, number: '1', position: 1, title: '培训', standard: '培训6人', points: 10, unit: 'person' },
    ...{ target: { kind: 'at-least', value: 6 }, scoring: { rule: 'proportional' }, indicator: 'lessons.trained' },
  })
  const { body } = await desk.clerk('GET', `/api/v1/planning/schemes/${id}/assessment`)
  expect(body).toMatchObject({ score: { reached: 5, unknown: 0, total: 10 }, criteria: [{ value: 3, got: 5 }] })
})
