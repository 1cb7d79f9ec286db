import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { file, assessment, plan, service, followUp } = rehab.records
const { need } = persons.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

describe('a file', () => {
  it('goes from an assessment to a plan that is agreed to, is served, and is put away when the plan has ended', async () => {
    const person = await desk.person()
    const id = await desk.file(person)
    const state = async () => (await desk.read(file, id)).state
    expect(codes(await desk.add(file, { person, number: 'K-2', openedOn: '2026-02-01', category: '4' }))).toEqual([
      'file.problem.second',
    ])
    const early = { file: id, goal: '站立', madeOn: '2026-02-05', untilDay: '2026-05-05', responsible: '治疗师甲' }
    expect(codes(await desk.add(plan, early))).toEqual(['plan.problem.notAssessed'])
    await desk.assess(id)
    expect(await state()).toBe('to-plan')
    const bare = await desk.make(plan, early)
    const agreed = { agreedOn: '2026-02-20', agreedBy: 'self' }
    expect(codes(await desk.step(plan, bare, 'agree', agreed))).toEqual(['plan.guard.hasServices'])
    await desk.expectDone(desk.step(plan, bare, 'end', { endedOn: '2026-02-06', result: 'given-up' }))
    const whole = await desk.plan(id)
    await desk.expectDone(desk.step(plan, whole, 'agree', agreed))
    expect(await state()).toBe('serving')
    const other = await desk.plan(id)
    expect(codes(await desk.step(plan, other, 'agree', agreed))).toEqual(['plan.guard.onlyOne'])
    await desk.expectDone(desk.step(plan, other, 'end', { endedOn: '2026-02-20', result: 'given-up' }))
    const away = { archivedOn: '2026-06-01', archiveReason: 'reached' }
    expect(codes(await desk.step(file, id, 'archive', away))).toEqual(['file.guard.planEnded'])
    await desk.expectDone(desk.step(plan, whole, 'end', { endedOn: '2026-05-30', result: 'reached' }))
    await desk.expectDone(desk.step(file, id, 'archive', away))
    expect(
      codes(await desk.add(assessment, { file: id, phase: 'final', assessedOn: '2026-06-02', scale: 'speech' })),
    ).toEqual(['assessment.problem.archived'])
    // somebody who comes back has a file again
    await desk.file(person, { openedOn: '2026-06-10' })
  })
})

describe('a service', () => {
  it('answers an open need of its person, and of nobody else', async () => {
    const [one, other] = [await desk.person(), await desk.person()]
    const wish = await desk.need(one)
    expect(codes(await desk.serve(other, wish))).toEqual(['service.problem.needOther'])
    expect(codes(await desk.serve(one, await desk.need(one, { kind: 'employment' })))).toEqual([
      'service.problem.needKind',
    ])
    expect(codes(await desk.serve(one, wish, { servedOn: '2026-01-09' }))).toEqual(['service.problem.beforeNeed'])
    expect(codes(await desk.serve(one, wish, { servedOn: '2026-06-16' }))).toEqual(['service.problem.future'])
    expect(codes(await desk.serve(one, wish, { setting: 'institution' }))).toEqual(['service.problem.institution'])
    await desk.expectDone(desk.serve(one, wish, { meetsNeed: true, servedOn: '2026-03-05' }))
    expect(await desk.read(need, wish)).toMatchObject({ state: 'met', metOn: '2026-03-05' })
    expect(codes(await desk.serve(one, wish, { servedOn: '2026-03-06' }))).toEqual(['service.problem.needClosed'])
    // one that comes in late, from when the need was open
    await desk.expectDone(desk.serve(one, wish, { servedOn: '2026-03-04' }))
  })

  it('says who paid, what it was for and whether it was near', async () => {
    const person = await desk.person({ category: '4' })
    const wish = await desk.need(person)
    const near = await desk.organisation('石桥康复站', 'rehab-station')
    const far = await desk.organisation('县康复中心', 'rehab-institution', places.otherTown)
    const { id } = await desk.expectDone(
      desk.serve(person, wish, { institution: near, cost: 10_000, fundPaid: 6_000, insurancePaid: 4_000 }),
    )
    expect(await desk.read(service, id)).toMatchObject({
      kind: '2',
      category: '4',
      isNear: true,
      selfPaid: 0,
      isFree: true,
    })
    expect(await desk.figure('servedPersons', { by: 'institution' })).toMatchObject({
      groups: expect.arrayContaining([{ key: 'rehab-station', value: 1, unknownReason: null }]),
    })
    const paid = await desk.expectDone(desk.serve(person, wish, { institution: far, cost: 10_000, reduced: 1 }))
    expect(await desk.read(service, paid.id)).toMatchObject({ isNear: false, selfPaid: 9_999, isFree: false })
    expect(codes(await desk.serve(person, wish, { cost: 100, fundPaid: 101 }))).toEqual(['service.problem.shares'])
    expect(codes(await desk.serve(person, wish, { fundPaid: 101 }))).toEqual(['service.problem.costUnknown'])
    // nobody knows who paid
    const unknown = await desk.expectDone(desk.serve(person, wish))
    expect(await desk.read(service, unknown.id)).toMatchObject({ isFree: null, selfPaid: null })
  })
})

it('a follow-up that was held opens the next one', async () => {
  const of = await desk.file(await desk.person())
  const id = await desk.make(followUp, { file: of, about: 'service', dueOn: '2026-05-01' })
  expect(await desk.figure('followUpsOverdue', { to: '2026-06-15' })).toMatchObject({ value: 1 })
  const held = { heldOn: '2026-05-03', way: 'visit', effect: 'improved' }
  expect(codes(await desk.step(followUp, id, 'hold', { ...held, nextOn: '2026-05-03' }))).toEqual([
    'followUp.problem.next',
  ])
  await desk.expectDone(desk.step(followUp, id, 'hold', { ...held, nextOn: '2026-08-03' }))
  const due = await desk.rows(followUp, `file=${of}&state=due`)
  expect(due.map(({ fields }) => [fields.about, fields.dueOn])).toEqual([['service', '2026-08-03']])
  expect(await desk.figure('effectiveShare')).toMatchObject({ value: 100 })
})

describe('figures', () => {
  it('tell persons, times and needs apart, and who was poor on the day', async () => {
    const before = async (name: string, more: object = {}) => (await desk.figure(name, more))?.value ?? 0
    const names = [
      'servedPersons',
      'serviceTimes',
      'services',
      'needsRecorded',
      'needsMet',
      'personsInNeedServed',
    ] as const
    const told = async () =>
      Object.fromEntries(await Promise.all(names.map(async (name) => [name, await before(name)] as const)))
    const earlier = await told()
    const person = await desk.person({ category: '5', birthDate: '2018-05-05' })
    await desk.make(persons.records.status, {
      person,
      kind: 'allowance',
      since: '2026-01-01',
      until: '2026-03-31',
      source: 'civil-affairs',
    })
    const wish = await desk.need(person)
    await desk.expectDone(desk.serve(person, wish, { item: '521', times: 3, servedOn: '2026-03-31' }))
    await desk.expectDone(desk.serve(person, wish, { item: '521', times: 2, servedOn: '2026-04-01', meetsNeed: true }))
    const later = await told()
    expect(names.map((name) => (later[name] ?? 0) - (earlier[name] ?? 0))).toEqual([1, 5, 2, 1, 1, 1])
    const child = { filters: { category: ['5'], ageBand: ['7-17'] } }
    expect(await desk.figure('serviceTimes', { ...child, by: 'economy' })).toMatchObject({
      value: 5,
      groups: [
        { key: 'other', value: 2 },
        { key: 'poor', value: 3 },
      ],
    })
    expect(await desk.figure('needsMet', { ...child, to: '2026-03-31' })).toMatchObject({ value: 0 })
    expect(await desk.figure('needsOpen', { ...child, to: '2026-03-31' })).toMatchObject({ value: 1 })
    expect(await desk.figure('coverage', { ...child })).toMatchObject({ value: 100 })
    // the list behind a figure has as many rows as it says
    const { body } = await desk.clerk('POST', '/api/v1/figures/rows', {
      figure: { indicator: 'rehab.services', from: '2026-01-01', to: '2026-12-31', filters: child.filters },
    })
    expect(body.total.value).toBe(2)
  })
})
