import { addDays } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activities } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/activity-desk.js'

const { activity, session, registration, attendance, cost, evaluation } = activities.records
let desk: Desk
// a Sunday: the Day of Helping Disabled Persons
beforeAll(async () => {
  desk = await openDesk('2026-05-17T02:00:00Z')
})
afterAll(() => desk.server.stop())

const codes = ({ body }: { body: { errors?: readonly { code: string }[] } }) => body.errors?.map(({ code }) => code)

describe('an activity', () => {
  it('has what its kind asks for, and days in order', async () => {
    const bad = await desk.add(activity, {
      title: '培训班',
      kind: 'activities.training',
      division: places.county,
      fromDay: '2026-05-18',
      untilDay: '2026-05-17',
    })
    expect(codes(bad)).toEqual([
      'activity.problem.needed',
      'activity.problem.needed',
      'activity.problem.needed',
      'activity.problem.order',
    ])
    expect(codes(await desk.add(activity, { ...(await sampleOf()), kind: 'nobody.declared' }))).toContain(
      'activity.problem.kind',
    )
  })

  it('starts on its day, ends after its last, and is not called off once somebody came', async () => {
    const later = await desk.hold({ fromDay: '2026-05-20', untilDay: '2026-05-20' })
    expect(codes(await desk.step(activity, later, 'start'))).toEqual(['activity.guard.hasBegun'])
    await desk.expectDone(desk.step(activity, later, 'callOff', { callOffReason: '大雨' }))
    const { id, session: at } = await desk.running()
    expect(codes(await desk.step(activity, id, 'finish', { summary: '已办' }))).toEqual([
      'activity.guard.isOver',
      'activity.guard.wasHeld',
    ])
    await desk.expectDone(desk.attend(at, { headCount: 120, headCountReason: '广场上的过往群众' }))
    expect(codes(await desk.step(activity, id, 'callOff', { callOffReason: '大雨' }))).toEqual([
      'activity.guard.attendedByNobody',
    ])
  })

  it('keeps its sessions within its days', async () => {
    const id = await desk.hold()
    expect(codes(await desk.add(session, { activity: id, heldOn: '2026-05-19' }))).toEqual(['session.problem.outside'])
    expect(codes(await desk.add(session, { activity: id, heldOn: '2026-05-18', startsAt: '9:30' }))).toEqual([
      'session.problem.time',
    ])
    const times = { startsAt: '10:00', endsAt: '09:00' }
    expect(codes(await desk.add(session, { activity: id, heldOn: '2026-05-18', ...times }))).toEqual([
      'session.problem.order',
    ])
    await desk.make(session, { activity: id, heldOn: '2026-05-18', startsAt: '09:00', endsAt: '10:00' })
    expect(codes(await desk.change(activity, id, { untilDay: '2026-05-17' }))).toEqual([
      'activity.problem.sessionsOutside',
    ])
  })
})

async function sampleOf() {
  const { title, division, fromDay, untilDay, topic, place } = await desk.read(activity, await desk.hold())
  return { title, division, fromDay, untilDay, topic, place }
}

describe('registration', () => {
  it('gives places in order, lets others wait, and moves them up', async () => {
    const id = await desk.hold({ capacity: 2 })
    const people = [await desk.person(), await desk.person(), await desk.person(), await desk.person()]
    expect(codes(await desk.register(id, { person: people[0]?.id }))).toEqual(['registration.problem.closed'])
    await desk.expectDone(desk.step(activity, id, 'openRegistration'))
    const made: string[] = []
    for (const { id: person } of people) made.push((await desk.expectDone(desk.register(id, { person }))).id)
    await desk.expectDone(desk.register(id, { outsiderName: '李讲师', part: 'speaker' }))
    const states = async () =>
      (await desk.rows(registration, `activity=${id}`)).map(({ fields }) => [fields.position, fields.state])
    expect(await states()).toEqual([
      [1, 'admitted'],
      [2, 'admitted'],
      [3, 'waiting'],
      [4, 'waiting'],
      [5, 'admitted'],
    ])
    expect(codes(await desk.register(id, { person: people[3]?.id }))).toEqual(['registration.problem.twice'])
    await desk.expectDone(desk.step(registration, made[0] ?? '', 'withdraw', { withdrawReason: '生病' }))
    expect((await states())[2]).toEqual([3, 'admitted'])
    expect((await states())[3]).toEqual([4, 'waiting'])
    await desk.expectDone(desk.change(activity, id, { capacity: 5 }))
    expect((await states())[3]).toEqual([4, 'admitted'])
    // whoever withdrew may ask again, behind the others
    await desk.expectDone(desk.register(id, { person: people[0]?.id }))
    expect((await states()).at(-1)).toEqual([6, 'admitted'])
  })
})

describe('attendance', () => {
  it('makes three figures: sessions, persons, person-times', async () => {
    const before = await desk.told()
    const { id, session: first } = await desk.running()
    const second = await desk.make(session, { activity: id, heldOn: '2026-05-17', topic: '下午' })
    const [one, other] = [await desk.person(), await desk.person()]
    await desk.expectDone(desk.attend(first, { person: one.id }))
    await desk.expectDone(desk.attend(second, { person: one.id }))
    await desk.expectDone(desk.attend(second, { person: other.id }))
    const outsider = { outsiderName: '李四光', outsiderPhone: '13800000000' }
    await desk.expectDone(desk.attend(first, outsider))
    await desk.expectDone(desk.attend(second, outsider))
    await desk.expectDone(desk.attend(first, { outsiderName: '赵老师', part: 'speaker' }))
    const crowd = await desk.expectDone(desk.attend(first, { headCount: 40, headCountReason: '集体参观' }))
    expect(await desk.figures(id)).toEqual({ sessions: 2, persons: 3, personTimes: 45 })
    // what the county is told is counted from the same rows
    const told = await desk.told()
    expect({
      sessions: told.sessions - before.sessions,
      persons: told.persons - before.persons,
      personTimes: told.personTimes - before.personTimes,
    }).toEqual({ sessions: 2, persons: 3, personTimes: 45 })
    expect((await desk.read(session, first)).personTimes).toBe(42)
    await desk.expectDone(desk.remove(attendance, crowd.id))
    expect(await desk.figures(id)).toEqual({ sessions: 2, persons: 3, personTimes: 5 })
  })

  it('is of one person, one name or one number, once in a session, and not before its day', async () => {
    const { id, session: at } = await desk.running()
    const someone = await desk.person()
    expect(codes(await desk.attend(at, {}))).toEqual(['attendance.problem.who'])
    expect(codes(await desk.attend(at, { person: someone.id, outsiderName: '王明' }))).toEqual([
      'attendance.problem.who',
    ])
    expect(codes(await desk.attend(at, { headCount: 3 }))).toEqual(['attendance.problem.reason'])
    await desk.expectDone(desk.attend(at, { person: someone.id }))
    expect(codes(await desk.attend(at, { person: someone.id }))).toEqual(['attendance.problem.twice'])
    const tomorrow = await desk.make(session, { activity: id, heldOn: '2026-05-18' })
    expect(codes(await desk.attend(tomorrow, { person: someone.id }))).toEqual(['attendance.problem.future'])
    const course = await desk.running({ kind: 'activities.training', capacity: 30, responsible: '就业股' })
    expect(codes(await desk.attend(course.session, { headCount: 3, headCountReason: '人多' }))).toEqual([
      'attendance.problem.byName',
    ])
    const planned = await desk.hold()
    const idle = await desk.make(session, { activity: planned, heldOn: '2026-05-17' })
    expect(codes(await desk.attend(idle, { person: someone.id }))).toEqual(['attendance.problem.closed'])
  })

  it('is taken down by numbers, each looked up by its whole value, once, and nobody else is told', async () => {
    const { id, session: at } = await desk.running()
    const [one, other] = [await desk.person(), await desk.person()]
    const { body } = await desk.signIn(at, [
      one.idNumber,
      `${other.idNumber}42`,
      one.idNumber,
      '12345',
      '990121197001019918',
    ])
    expect(body.lines.slice(0, 4)).toEqual([
      { outcome: 'signed-in', name: `${one.name[0]}*${one.name[2]}` },
      { outcome: 'signed-in', name: `${other.name[0]}*${other.name[2]}` },
      { outcome: 'already', name: `${one.name[0]}*${one.name[2]}` },
      { outcome: 'unreadable' },
    ])
    expect((await desk.signIn(at, [one.idNumber])).body.lines[0].outcome).toBe('already')
    expect(await desk.figures(id)).toEqual({ sessions: 1, persons: 2, personTimes: 2 })
    const open = (await desk.clerk('GET', '/api/v1/activities/sign-in-sessions')).body.sessions
    expect(open.find((row: { id: string }) => row.id === at)).toMatchObject({ title: '助残日宣传活动', personTimes: 2 })
    // a town sees nobody of another town, and no session of the county
    const elsewhere = desk.server.as({ id: 'elsewhere', at: places.otherVillage })
    expect((await desk.signIn(at, [one.idNumber], elsewhere)).status).toBe(404)
  })

  it('of two desks at once is counted whole', async () => {
    const { id, session: at } = await desk.running()
    const people = [await desk.person(), await desk.person(), await desk.person(), await desk.person()]
    await Promise.all(people.map(({ idNumber }) => desk.signIn(at, [idNumber])))
    expect(await desk.figures(id)).toEqual({ sessions: 1, persons: 4, personTimes: 4 })
  })
})

it('costs add up, evaluations answer questions of the kind, and an archive is left as it is', async () => {
  const { id, session: at } = await desk.running({
    kind: 'activities.training',
    capacity: 30,
    responsible: '就业股',
    untilDay: '2026-05-17',
  })
  const rent = { activity: id, item: 'venue', what: '场地租金', spentOn: '2026-05-17' }
  await desk.make(cost, { ...rent, amount: 120_000 })
  const second = await desk.make(cost, { ...rent, amount: 30_050 })
  expect((await desk.read(activity, id)).cost).toBe(150_050)
  await desk.expectDone(desk.remove(cost, second))
  expect((await desk.read(activity, id)).cost).toBe(120_000)
  expect(codes(await desk.add(cost, { ...rent, amount: 1, spentOn: addDays('2026-05-17', 1) }))).toEqual([
    'cost.problem.future',
  ])
  const answer = { activity: id, question: 'content', score: 5 }
  expect(codes(await desk.add(evaluation, answer))).toEqual(['evaluation.problem.notHeld'])
  const { id: person, name } = await desk.person()
  const present = (await desk.expectDone(desk.attend(at, { person }))).id
  expect((await desk.expectDone(desk.add(evaluation, answer))).fields.told).toBe('内容对我有用')
  expect(codes(await desk.add(evaluation, { ...answer, question: 'food' }))).toEqual(['evaluation.problem.question'])
  const paper = await desk.clerk('POST', `/api/v1/activities/attendances/${present}/documents/certificate`)
  const { pages } = await openPdf(paper.bytes)
  expect(pages.map(({ text }) => text.replace(/\s/g, '')).join('')).toContain(`兹证明${name}于2026年5月17日`)
  await desk.expectDone(desk.step(activity, id, 'finish', { summary: '培训一人' }))
  await desk.expectDone(desk.step(activity, id, 'archive'))
  expect((await desk.remove(attendance, present)).status).toBe(409)
  expect(codes(await desk.add(cost, { ...rent, amount: 1 }))).toEqual(['cost.problem.archived'])
})

it('prints a sheet with those who have a place and room for others', async () => {
  const { id, session: at } = await desk.running()
  const { id: person, name } = await desk.person()
  await desk.expectDone(desk.register(id, { person }))
  const { bytes, status } = await desk.clerk('POST', `/api/v1/activities/sessions/${at}/documents/signInSheet`)
  expect(status).toBe(201)
  const { pages } = await openPdf(bytes)
  const words = pages.map(({ text }) => text.replace(/\s/g, '')).join('')
  for (const part of ['助残日宣传活动签到表', '2026年5月17日', '县文化广场', `1${name}参加者`, '16'])
    expect(words).toContain(part)
})
