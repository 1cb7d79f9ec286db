import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { agreement, relief, course, lesson, aid, policy } = rehab.records
let desk: RehabDesk
let institution: string
beforeAll(async () => {
  desk = await openRehabDesk()
  institution = await desk.organisation('阳光儿童康复中心', 'rehab-institution')
})
afterAll(() => desk.server.stop())

/** A case that was decided on paper before the county worked with the programme, as a sheet has it. */
const decided = async (person: string, values: Readonly<Record<string, string>> = {}) => {
  const { idNumber } = await desk.server.write(
    async ({ read }) => (await read.one(persons.records.person, person)) ?? { idNumber: '' },
  )
  return {
    儿童: idNumber ?? '',
    残疾类别: '精神',
    诊断: '孤独症',
    救助内容: '康复训练',
    申请日期: '2026-02-01',
    审核日期: '2026-02-10',
    救助标准: '15000',
    原审批文件: '示残〔2026〕3号',
    ...values,
  }
}
const contract = {
  contractNumber: 'W-2026-1',
  contractFrom: '2026-03-01',
  contractUntil: '2026-05-31',
  sessionsAgreed: 60,
}
/** Whoever entered something does not decide on it. */
const approve = async (record: typeof relief | typeof aid, id: string, verb: string, values: object) => {
  const approver = desk.server.as({ id: 'approver', name: '审批人乙' })
  const at = `${desk.server.path(record)}/${id}`
  const { body } = await approver('GET', at)
  return approver('POST', `${at}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
}

describe('aid of a child', () => {
  it('that was decided before is brought in and confirmed by a second person, entrusted, trained, and settled within the grant', async () => {
    const grown = await desk.person({ birthDate: '2000-01-01' })
    await desk.need(grown)
    expect(await desk.bring(relief, await decided(grown))).toEqual(['relief.problem.grown'])
    const child = await desk.person({ birthDate: '2020-03-03' })
    expect(await desk.bring(relief, await decided(child))).toEqual(['relief.problem.noNeed'])
    const need = await desk.need(child)
    // nobody applies here: what was not decided is no case
    const undecided = await decided(child, { 原审批文件: '' })
    expect(await desk.bring(relief, undecided)).toEqual(['relief.problem.undecided'])
    expect((await desk.add(relief, {})).status).toBe(405)
    expect(await desk.bring(relief, await decided(child))).toEqual([])
    const [brought] = await desk.rows(relief, `person=${child}`)
    const id = brought?.id ?? ''
    expect(await desk.read(relief, id)).toMatchObject({ state: 'applied', need, granted: 1_500_000 })
    expect((await desk.step(relief, id, 'approve')).status).toBe(403)
    await desk.expectDone(approve(relief, id, 'approve', {}))
    expect(codes(await desk.change(relief, id, { granted: 1_800_000 }))).toEqual(['relief.problem.kept'])
    const entrusted = { institution, ...contract }
    expect(codes(await desk.step(relief, id, 'entrust', entrusted))).toEqual(['relief.guard.isDesignated'])
    const held = {
      division: places.county,
      institution,
      purpose: 'child-training',
      number: 'D-1',
      signedOn: '2026-01-01',
      since: '2026-01-01',
    }
    await desk.make(agreement, { ...held, until: '2026-05-30' })
    expect(codes(await desk.step(relief, id, 'entrust', entrusted))).toEqual(['relief.guard.isDesignated'])
    await desk.make(agreement, { ...held, number: 'D-2', until: '2026-12-31' })
    const file = await desk.file(child, { category: '6' })
    const training = { file, kind: 'autism', relief: id, setting: 'institution', institution, startedOn: '2026-03-01' }
    expect(codes(await desk.add(course, training))).toEqual(['course.problem.reliefOther'])
    await desk.expectDone(desk.step(relief, id, 'entrust', entrusted))
    const at = await desk.make(course, training)
    const end = { endedOn: '2026-05-31', scoreBefore: 20, scoreAfter: 35 }
    expect(codes(await desk.step(course, at, 'finish', end))).toEqual(['course.guard.wasHeld'])
    await Promise.all(
      ['2026-03-02', '2026-03-03', '2026-03-04'].map((heldOn) =>
        desk.make(lesson, { course: at, heldOn, content: '共同注意' }),
      ),
    )
    expect(codes(await desk.add(lesson, { course: at, heldOn: '2026-02-28', content: '共同注意' }))).toEqual([
      'lesson.problem.outside',
    ])
    expect(await desk.read(course, at)).toMatchObject({ sessions: 3 })
    expect(await desk.read(relief, id)).toMatchObject({ sessions: 3 })
    await desk.expectDone(desk.step(course, at, 'finish', end))
    const settled = { settledOn: '2026-06-10', settled: 1_500_001, outcome: 'improved' }
    const refused = await desk.step(relief, id, 'settle', settled)
    expect(codes(refused)).toEqual(['relief.guard.withinGrant'])
    expect(refused.body.errors[0].message).toContain('15,000.00')
    await desk.expectDone(desk.step(relief, id, 'settle', { ...settled, settled: 1_200_000 }))
    const autism = { filters: { diagnosis: ['autism'], ageBand: ['0-6'] } }
    expect(await desk.figure('reliefChildren', autism)).toMatchObject({ value: 1 })
    expect(await desk.figure('entrustedChildren', autism)).toMatchObject({ value: 1 })
    expect(await desk.figure('reliefSettled', autism)).toMatchObject({ value: 1_200_000 })
    expect(await desk.figure('trainedPersons', { filters: { kind: ['autism'] } })).toMatchObject({ value: 1 })
    expect(await desk.figure('trainedTimes', { filters: { kind: ['autism'] } })).toMatchObject({ value: 3 })
    expect(await desk.figure('trainingShare')).toMatchObject({ value: 100 })
  })
})

it('aid with treatment is granted after a visit by somebody else, and is told by whether one was poor', async () => {
  const person = await desk.person({ category: '6' })
  const id = await desk.make(aid, { person, kind: 'medication', askedOn: '2026-03-01' })
  const granted = { grantedOn: '2026-03-20', cost: 50_000, fundPaid: 50_000 }
  expect((await approve(aid, id, 'grant', granted)).status).toBe(409)
  await desk.expectDone(desk.step(aid, id, 'visit', { visitedOn: '2026-03-10' }))
  expect((await desk.step(aid, id, 'grant', granted)).status).toBe(403)
  await desk.expectDone(approve(aid, id, 'grant', granted))
  expect(await desk.figure('aidPaid', { by: 'economy' })).toMatchObject({ groups: [{ key: 'other', value: 50_000 }] })
  expect(await desk.figure('aidShare')).toMatchObject({ value: 100 })
})

it('policies are in force from a day to a day, and a study counts when it came to something', async () => {
  const one = { division: places.county, title: '精神障碍患者服药费用减免', since: '2026-01-01' }
  await desk.make(policy, { ...one, kind: 'reduction', until: '2026-05-31' })
  expect(codes(await desk.add(policy, { ...one, kind: 'study', until: '2025-12-31' }))).toEqual([
    'policy.problem.period',
  ])
  expect(await desk.figure('policiesInForce', { to: '2026-05-31' })).toMatchObject({ value: 1 })
  expect(await desk.figure('policiesInForce')).toMatchObject({ value: 0 })
  await desk.make(policy, { ...one, kind: 'study', until: '2026-05-31' })
  expect(await desk.figure('studiesDone')).toMatchObject({ value: 0 })
  await desk.make(policy, { ...one, kind: 'study', until: '2026-06-01', outcome: '提出三项建议' })
  expect(await desk.figure('studiesDone')).toMatchObject({ value: 1 })
})
