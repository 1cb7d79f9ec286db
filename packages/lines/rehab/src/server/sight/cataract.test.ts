import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { cataract, area } = rehab.records
let desk: RehabDesk
let hospital: string
beforeAll(async () => {
  desk = await openRehabDesk()
  hospital = await desk.organisation('县人民医院', 'hospital')
})
afterAll(() => desk.server.stop())

it('leads from finding to seeing, one step after the other, and meets the need', async () => {
  const person = await desk.person({ category: '1' })
  const need = await desk.need(person)
  const id = await desk.cataract(person, { need })
  expect(codes(await desk.add(cataract, { person, foundOn: '2026-03-01', foundBy: 'self', eye: 'right' }))).toEqual([
    'cataract.problem.second',
  ])
  const early = { screenedOn: '2026-01-31', acuityBefore: 'FC' }
  expect(codes(await desk.step(cataract, id, 'screen', early))).toEqual(['cataract.problem.order'])
  await desk.operate(id, hospital, { cost: 500_000, insurancePaid: 300_000, fundPaid: 200_000 })
  expect(await desk.read(cataract, id)).toMatchObject({ state: 'operated', isFree: true })
  expect(await desk.read(persons.records.need, need)).toMatchObject({ state: 'met', metOn: '2026-03-01' })
  await desk.expectDone(desk.step(cataract, id, 'followUp', { followedOn: '2026-03-20', acuityAfter: 'D050' }))
  // the other eye is another way
  await desk.cataract(person, { eye: 'right', foundOn: '2026-05-01' })
})

it('is told by town as operated of found, free and not, as it was on each day', async () => {
  const [one, other, third] = [
    await desk.person({ division: places.streetVillage, category: '1' }),
    await desk.person({ division: places.streetVillage, category: '1' }),
    await desk.person({ division: places.streetVillage, category: '1' }),
  ]
  await desk.operate(await desk.cataract(one), hospital, { cost: 100, fundPaid: 100 })
  await desk.operate(await desk.cataract(other), hospital, { operatedOn: '2026-04-01', cost: 100 })
  const declined = await desk.cataract(third)
  const town = { division: places.otherTown }
  expect(await desk.figure('cataractFound', town)).toMatchObject({ value: 3 })
  await desk.expectDone(
    desk.step(cataract, declined, 'exclude', { excludedOn: '2026-04-10', excludeReason: 'declined' }),
  )
  expect(await desk.figure('cataractOperatedShare', { ...town, to: '2026-03-31' })).toMatchObject({
    value: expect.closeTo(100 / 3),
  })
  expect(await desk.figure('cataractOperatedShare', town)).toMatchObject({ value: 100 })
  expect(await desk.figure('cataractFreeShare', town)).toMatchObject({ value: 50 })
  expect(await desk.figure('cataractPersons', { ...town, from: '2026-04-01' })).toMatchObject({ value: 1 })
  expect(await desk.figure('cataractSurgeries', { by: 'town', filters: { free: ['true'] } })).toMatchObject({
    groups: [
      { key: places.otherTown, value: 1 },
      { key: places.town, value: 1 },
    ],
  })
})

it('an area is free of cataract when nobody there waits', async () => {
  const start = { division: places.town, scheme: 'cataract-free', startedOn: '2026-01-01' }
  const id = await desk.make(area, start)
  const applied = { appliedOn: '2026-06-01', items: 10, itemsMet: 10 }
  expect(codes(await desk.change(area, id, { items: 10, itemsMet: 11 }))).toEqual(['area.problem.items'])
  const refused = await desk.step(area, id, 'apply', applied)
  expect(codes(refused)).toEqual(['area.guard.everybodyOperated'])
  expect(refused.body.errors[0].message).toContain('还有 1 名')
  for (const { id: waiting } of await desk.rows(cataract, 'state=found'))
    await desk.expectDone(desk.step(cataract, waiting, 'exclude', { excludedOn: '2026-06-01', excludeReason: 'moved' }))
  await desk.expectDone(desk.step(area, id, 'apply', applied))
  const accepted = { acceptedOn: '2026-06-10', acceptedBy: 'city', document: '示范市残联〔2026〕1号' }
  await desk.expectDone(desk.step(area, id, 'accept', accepted))
  expect(await desk.figure('areasAccepted', { to: '2026-06-09' })).toMatchObject({ value: 0 })
  expect(await desk.figure('areasAccepted', { filters: { scheme: ['cataract-free'] } })).toMatchObject({ value: 1 })
  expect(await desk.figure('areaItemsShare')).toMatchObject({ value: 100 })
})
