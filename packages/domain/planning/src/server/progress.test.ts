import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlanProgress, planning } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/plan-desk.js'

const { plan, item, result } = planning.records
let desk: Desk
let id: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  desk = await openDesk('2026-07-01T02:00:00Z')
  id = await desk.makePlan()
  const service = await desk.makeOrganisation('就业服务中心')
  ids.trained = await desk.makeItem(id, { number: '1', ownerOrganisation: service, owner: null })
  ids.placed = await desk.makeItem(id, { number: '2', title: '新增就业', target: { kind: 'at-least', value: 300 } })
  ids.petitions = await desk.makeItem(id, {
    number: '3',
    title: '集体访',
    line: 'legal-aid',
    unit: 'case',
    target: { kind: 'zero' },
  })
  ids.opinion = await desk.makeItem(id, {
    number: '4',
    title: '出台意见',
    line: 'planning',
    unit: 'document',
    target: { kind: 'yes-no' },
  })
  ids.hidden = await desk.makeItem(id, {
    number: '5',
    title: '就业率',
    unit: 'percent',
    denominator: '有就业愿望者',
    target: { kind: 'unknown', reason: '原文遮盖' },
  })
  ids.early = await desk.makeItem(id, {
    number: '6',
    title: '托养入住',
    line: 'care',
    target: { kind: 'at-least', value: 50 },
    dueOn: '2026-06-30',
  })
  ids.dropped = await desk.makeItem(id, { number: '7', title: '取消的项目' })
  ids.town = await desk.makeSplit(ids.placed, places.town, 100)
  ids.street = await desk.makeSplit(ids.placed, places.otherTown, 200)
  await desk.adopt(id)
  await desk.expectDone(desk.report({ item: ids.trained, value: 90, asOf: '2026-03-31' }))
  await desk.expectDone(desk.report({ item: ids.trained, value: 160 }))
  await desk.expectDone(desk.report({ item: ids.petitions, value: 0 }))
  await desk.expectDone(desk.report({ item: ids.early, value: 31 }))
  await desk.expectDone(desk.report({ split: ids.town, division: places.town, value: 60 }, desk.town))
  await desk.expectDone(desk.step(item, ids.dropped, 'drop', { outcome: '经费取消' }))
})
afterAll(() => desk.server.stop())

const ask = async (call = desk.clerk, of = id): Promise<PlanProgress> =>
  (await call('GET', `/api/v1/planning/plans/${of}/progress`)).body

describe('the progress of a plan', () => {
  it('tells of every item what is known, what was to be expected, and how it stands', async () => {
    const { items, today } = await ask()
    expect(today).toBe('2026-07-01')
    const of = (number: string) => items.find((one) => one.number === number)
    expect(of('1')).toMatchObject({
      value: 160,
      asOf: '2026-06-30',
      light: 'on-track',
      organisation: { name: '就业服务中心' },
      isOverdue: false,
    })
    expect(of('1')?.share).toBeCloseTo(160 / 300)
    expect(of('3')).toMatchObject({ value: 0, light: 'on-track', share: 1 })
    expect(of('4')).toMatchObject({ value: 0, light: 'far-behind' })
    expect(of('5')).toMatchObject({ value: null, share: null, light: 'unknown' })
    expect(of('6')).toMatchObject({ value: 31, light: 'missed', isOverdue: true })
    expect(of('7')).toMatchObject({ state: 'dropped' })
  })

  it('adds up what towns report, and says how many have not', async () => {
    const { items, towns } = await ask()
    const placed = items.find((one) => one.number === '2')
    expect(placed).toMatchObject({ value: 60, missing: 1 })
    expect(placed?.shares).toMatchObject([
      { division: places.otherTown, value: null, light: 'unknown' },
      { division: places.town, value: 60, share: 0.6, light: 'on-track' },
    ])
    expect(towns).toMatchObject([
      { key: places.town, count: 1, share: 0.6 },
      { key: places.otherTown, count: 1, share: null, lights: { unknown: 1 } },
    ])
  })

  it('is told by line and owner, without what was dropped', async () => {
    const { total, lines, owners } = await ask()
    expect(total).toMatchObject({ count: 6, overdue: 1, lights: { missed: 1, unknown: 1 } })
    expect(lines.find(({ key }) => key === 'legal-aid')).toMatchObject({
      count: 1,
      lights: { 'on-track': 1 },
      share: 1,
    })
    expect(owners.map(({ key }) => key).toSorted()).toEqual(['就业服务中心', '就业股'].toSorted())
  })

  it('follows the plan of a town that carries out its share', async () => {
    const town = await desk.make(plan, {
      title: '城关街道计划',
      kind: 'town',
      division: places.otherTown,
      firstYear: 2026,
      lastYear: 2026,
    })
    const carried = await desk.makeItem(town, { split: ids.street, target: { kind: 'at-least', value: 200 } })
    await desk.adopt(town)
    await desk.expectDone(
      desk.add(result, { item: carried, division: places.otherTown, asOf: '2026-06-30', value: 110 }),
    )
    const placed = (await ask()).items.find((one) => one.number === '2')
    expect(placed).toMatchObject({ value: 170, missing: 0, light: 'on-track' })
  })

  it('is shown to whoever sees the plan, and to nobody else', async () => {
    expect((await desk.town('GET', `/api/v1/planning/plans/${id}/progress`)).status).toBe(404)
  })

  it('of what is done or not follows the item itself', async () => {
    await desk.expectDone(desk.step(item, ids.opinion ?? '', 'finish', { outcome: '已印发' }))
    expect((await ask()).items.find((one) => one.number === '4')).toMatchObject({ value: 1, light: 'kept' })
  })
})
