import { fc } from '@fast-check/vitest'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { stock, movement, fitting, repair } = rehab.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

const onHand = async (id: string) => (await desk.read(stock, id)).onHand

describe('a stock', () => {
  it('is what its movements add up to and never less than nothing, whatever is tried', async () => {
    const of = await desk.device()
    const move = fc.record({
      kind: fc.constantFrom('receipt', 'write-off'),
      quantity: fc.integer({ min: 1, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
        const at = await desk.stocked(of, 0)
        let expected = 0
        for (const { kind, quantity } of moves) {
          const after = expected + (kind === 'receipt' ? quantity : -quantity)
          const { status, body } = await desk.add(movement, {
            stock: at,
            kind,
            quantity,
            movedOn: '2026-03-01',
            ...(kind === 'write-off' ? { reason: '损坏' } : {}),
          })
          if (after < 0) expect(codes({ body })).toEqual(['movement.problem.short'])
          else expect(status).toBe(201)
          expected = after < 0 ? expected : after
          expect(await onHand(at)).toBe(expected)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('gives the last one to one of two desks', async () => {
    const of = await desk.device()
    const at = await desk.stocked(of, 1)
    const fittings = await Promise.all(
      [await desk.person(), await desk.person()].map((person) => desk.assessedFitting(person, of)),
    )
    const answers = await Promise.all(fittings.map((id) => desk.issue(id, at)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect(await onHand(at)).toBe(0)
  })

  it('is not changed by hand, and moves nothing for a fitting that there is not', async () => {
    const at = await desk.stocked(await desk.device(), 5)
    const by = { stock: at, quantity: 1, movedOn: '2026-03-01' }
    expect(codes(await desk.add(movement, { ...by, kind: 'issue' }))).toEqual(['movement.problem.byFitting'])
    expect(codes(await desk.add(movement, { ...by, kind: 'write-off' }))).toEqual(['movement.problem.reason'])
    expect(await onHand(at)).toBe(5)
  })
})

describe('a fitting', () => {
  it('issues from the store, meets the need, and not another of the kind within its useful life', async () => {
    const [chair, other] = [await desk.device(), await desk.device({ title: '电动靠背轮椅', usefulLifeMonths: 48 })]
    const [chairs, others] = [await desk.stocked(chair, 3), await desk.stocked(other, 3)]
    const person = await desk.person({ category: '4' })
    const first = await desk.assessedFitting(person, chair)
    expect(codes(await desk.issue(first, others))).toEqual(['fitting.problem.otherDevice'])
    await desk.expectDone(desk.issue(first, chairs))
    expect(await onHand(chairs)).toBe(2)
    const { need } = await desk.read(fitting, first)
    expect(await desk.read(persons.records.need, need)).toMatchObject({ state: 'met', metOn: '2026-03-01' })
    const second = await desk.assessedFitting(person, other)
    const refused = await desk.issue(second, others, { issuedOn: '2026-06-01' })
    expect(codes(refused)).toEqual(['fitting.guard.lifeOver'])
    expect(refused.body.errors[0].message).toContain('2029-03-01')
    // what was given back is nobody's any more
    await desk.expectDone(desk.step(fitting, first, 'takeBack', back))
    expect(await onHand(chairs)).toBe(3)
    await desk.expectDone(desk.issue(second, others, { issuedOn: '2026-06-01' }))
    // another kind is another matter
    const cane = await desk.device({ title: '手杖', kind: '1203', unit: '根' })
    await desk.expectDone(desk.issue(await desk.assessedFitting(person, cane), await desk.stocked(cane, 1)))
  })

  it('on loan comes back, unless it is scrap', async () => {
    const bed = await desk.device({ title: '护理床', kind: '1812', unit: '张' })
    const beds = await desk.stocked(bed, 2)
    const [one, other] = [
      await desk.assessedFitting(await desk.person(), bed, { manner: 'loan' }),
      await desk.assessedFitting(await desk.person(), bed, { manner: 'loan' }),
    ]
    expect(codes(await desk.issue(one, beds))).toEqual(['fitting.problem.dueBack'])
    for (const id of [one, other]) await desk.expectDone(desk.issue(id, beds, { dueBackOn: '2026-04-01' }))
    expect(await desk.figure('loansOverdue', { to: '2026-05-01' })).toMatchObject({ value: 2 })
    await desk.expectDone(desk.step(fitting, one, 'takeBack', back))
    await desk.expectDone(desk.step(fitting, other, 'takeBack', { ...back, returnCondition: 'scrap' }))
    expect(await onHand(beds)).toBe(1)
    expect(await desk.figure('loansOverdue')).toMatchObject({ value: 0 })
  })
})

it('tells items, persons and households apart', async () => {
  const cane = await desk.device({ title: '盲杖', kind: '1239', unit: '根' })
  const canes = await desk.stocked(cane, 10)
  const [one, other] = [await desk.person({ category: '1' }), await desk.person({ category: '1' })]
  const household = await desk.make(persons.records.household, { headName: '李家', division: places.village })
  for (const [index, person] of [one, other].entries())
    await desk.make(persons.records.member, {
      household,
      person,
      relation: index === 0 ? '01' : '10',
      since: '2020-01-01',
    })
  const asked = { project: 'home-rehab', quantity: 2 }
  for (const person of [one, other]) {
    const id = await desk.assessedFitting(person, cane, asked)
    await desk.expectDone(desk.issue(id, canes, { cost: 4_000, fundPaid: 4_000 }))
  }
  const project = { filters: { project: ['home-rehab'], kind: ['1239'], free: ['true'] } }
  expect(await desk.figure('devicesIssued', project)).toMatchObject({ value: 4 })
  expect(await desk.figure('devicePersons', project)).toMatchObject({ value: 2 })
  expect(await desk.figure('deviceHouseholds', project)).toMatchObject({ value: 1 })
  expect(await desk.figure('devicesOnHand', { filters: { kind: ['1239'] } })).toMatchObject({ value: 6 })
  const of = (await desk.rows(fitting, `person=${one}`))[0]?.id
  const id = await desk.make(repair, { fitting: of, reportedOn: '2026-05-01', fault: '断裂' })
  await desk.expectDone(desk.step(repair, id, 'mend', { repairedOn: '2026-05-03', cost: 0 }))
  expect(await desk.figure('repairShare', { filters: { kind: ['1239'] } })).toMatchObject({ value: 100 })
})

const back = { returnedOn: '2026-05-15', returnCondition: 'good' }
