import { activities } from '@opendpf/activities'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { station, stationCheck, agreement, inspection, doctorContract, doctorService } = rehab.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

const all = {
  hasRoom: true,
  hasEquipment: true,
  hasCoordinator: true,
  hasRules: true,
  hasFiles: true,
  hasTraining: true,
  hasAccess: true,
  hasReferral: true,
}
const open = (values: object = {}) =>
  desk.make(station, {
    division: places.village,
    title: '上河村康复站',
    kind: 'station',
    level: 'village',
    openedOn: '2026-02-01',
    ...values,
  })

describe('a station', () => {
  it('is up to standard by its latest check, and what is missing is put right', async () => {
    const id = await open()
    const first = await desk.make(stationCheck, { station: id, checkedOn: '2026-03-01', ...all, hasAccess: false })
    expect(await desk.read(stationCheck, first)).toMatchObject({ met: 7 })
    expect(await desk.figure('stationItemsShare')).toMatchObject({ value: 87.5 })
    expect(codes(await desk.step(stationCheck, first, 'accept'))).toEqual(['stationCheck.guard.allMet'])
    const asked = { findings: '没有坡道', remedyBy: '2026-04-01' }
    await desk.expectDone(desk.step(stationCheck, first, 'askRemedy', asked))
    expect(await desk.read(station, id)).toMatchObject({ isUpToStandard: false, inspectedOn: '2026-03-01' })
    await desk.expectDone(desk.step(stationCheck, first, 'confirmRemedy', { remediedOn: '2026-03-20' }))
    expect(await desk.read(station, id)).toMatchObject({ isUpToStandard: true })
    expect(await desk.figure('stationsShare', { to: '2026-06-15' })).toMatchObject({ value: 100 })
  })

  it('covers its village and its town while it is open', async () => {
    const before = await desk.figure('villagesCovered')
    const id = await open({ division: places.streetVillage, title: '东街康复站' })
    expect((await desk.figure('villagesCovered'))?.value).toBe((before?.value ?? 0) + 1)
    expect(await desk.figure('townsShare')).toMatchObject({ value: 100 })
    expect(await desk.figure('townsShare', { to: '2026-01-31' })).toMatchObject({ value: 0 })
    await desk.expectDone(desk.change(station, id, { closedOn: '2026-06-01' }))
    expect(await desk.figure('villagesCovered')).toMatchObject({ value: before?.value })
    expect(await desk.figure('stationsOpened', { filters: { level: ['village'] } })).toMatchObject({ value: 2 })
    expect(await desk.figure('villagesShare', { division: places.otherTown })).toMatchObject({ value: 0 })
  })
})

it('hospitals with a department are told of those that others tell of', async () => {
  const host = await desk.organisation('县人民医院', 'hospital')
  const department = { kind: 'hospital-department', level: 'county', host, hospitalLevel: '2' }
  await open({ ...department, title: '康复科' })
  await open({ ...department, title: '儿童康复科' })
  expect(await desk.figure('hospitalsWithDepartment')).toMatchObject({ value: 1 })
  expect(await desk.figure('hospitalsShare')).toMatchObject({ value: null, unknownReason: 'not-told' })
})

it('an agreement is in force for its time, and inspections of it are passed or put right', async () => {
  const institution = await desk.organisation('阳光康复中心', 'rehab-institution')
  const terms = {
    division: places.county,
    institution,
    purpose: 'adult-training',
    number: 'D-9',
    signedOn: '2026-01-01',
    since: '2026-01-01',
  }
  expect(codes(await desk.add(agreement, { ...terms, until: '2025-12-31' }))).toEqual(['agreement.problem.period'])
  const id = await desk.make(agreement, { ...terms, until: '2026-12-31' })
  const looks = { agreement: id, inspectedOn: '2026-05-01', score: 70 }
  const bad = await desk.make(inspection, looks)
  await desk.expectDone(desk.step(inspection, bad, 'askRemedy', { findings: '档案不全', remedyBy: '2026-06-01' }))
  const good = await desk.make(inspection, { ...looks, score: 95 })
  await desk.expectDone(desk.step(inspection, good, 'pass'))
  expect(await desk.figure('inspectionsShare')).toMatchObject({ value: 50 })
  expect(await desk.figure('agreements', { to: '2026-06-15' })).toMatchObject({ value: 1 })
  await desk.expectDone(desk.step(agreement, id, 'end', { endedOn: '2026-06-01', endReason: '双方同意' }))
  expect(await desk.figure('agreements', { to: '2026-06-15' })).toMatchObject({ value: 0 })
})

it('a family doctor is contracted once a year, and what is done is counted', async () => {
  const [person, institution] = [await desk.person(), await desk.organisation('石桥镇卫生院', 'hospital')]
  const contract = { person, institution, year: 2026, doctor: '赵医生', signedOn: '2026-02-01' }
  const id = await desk.make(doctorContract, contract)
  expect(codes(await desk.add(doctorContract, contract))).toEqual(['doctorContract.problem.second'])
  await Promise.all(
    ['2026-03-01', '2026-04-01'].map((servedOn) => desk.make(doctorService, { contract: id, servedOn, kind: 'visit' })),
  )
  expect(codes(await desk.add(doctorService, { contract: id, servedOn: '2026-01-31', kind: 'visit' }))).toEqual([
    'doctorService.problem.outside',
  ])
  expect(await desk.read(doctorContract, id)).toMatchObject({ services: 2 })
  expect(await desk.figure('doctorPersons', { to: '2026-06-15' })).toMatchObject({ value: 1 })
  expect(await desk.figure('doctorServices', { filters: { kind: ['visit'] } })).toMatchObject({ value: 2 })
})

it('activities of the line are told by those who came, by name, and by sessions', async () => {
  const held = {
    title: '康复技术培训',
    kind: 'rehab.technicianTraining',
    topic: '辅具适配',
    responsible: '康复股',
    division: places.county,
    fromDay: '2026-06-15',
    untilDay: '2026-06-15',
  }
  const { activity, session, attendance } = activities.records
  const id = await desk.make(activity, held)
  await desk.expectDone(desk.step(activity, id, 'start'))
  const at = await desk.make(session, { activity: id, heldOn: '2026-06-15' })
  for (const outsiderName of ['赵治疗师', '钱治疗师'])
    await desk.make(attendance, { session: at, outsiderName, part: 'participant', manner: 'form' })
  await desk.make(attendance, { session: at, outsiderName: '孙讲师', part: 'speaker', manner: 'form' })
  expect(await desk.figure('techniciansTrained')).toMatchObject({ value: 2 })
  expect(await desk.figure('rehabSessions', { by: 'kind' })).toMatchObject({
    groups: [{ key: 'rehab.technicianTraining', value: 1 }],
  })
  expect(await desk.figure('rehabPersonTimes')).toMatchObject({ value: 2 })
})
