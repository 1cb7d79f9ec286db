import { persons } from '@opendpf/persons'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { patient, careVisit } = rehab.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

const guardianOf = (person: string) =>
  desk.make(persons.records.guardian, { person, name: '李大山', relation: '10', since: '2020-01-01' })
const found = { foundOn: '2026-01-01', source: 'census' }
const calm = { way: 'visit', improvement: 'unchanged', participation: 'none', incidents: 0, medication: 'regular' }

it('tells the four rates from guardians and the latest visits, as they were on each day', async () => {
  const ids: string[] = []
  for (let index = 0; index < 4; index += 1) {
    const person = await desk.person({ category: '6' })
    ids.push(await desk.make(patient, { person, ...found }))
    if (index === 0) {
      expect(codes(await desk.add(patient, { person, ...found }))).toEqual(['patient.problem.second'])
      const other = await guardianOf(await desk.person())
      const guarded = { guardedOn: '2026-02-01', guardian: other }
      expect(codes(await desk.step(patient, ids[0] ?? '', 'guard', guarded))).toEqual(['patient.problem.guardianOther'])
    }
    if (index < 3) {
      const guarded = { guardedOn: '2026-02-01', guardian: await guardianOf(person) }
      await desk.expectDone(desk.step(patient, ids[index] ?? '', 'guard', guarded))
    }
  }
  const [one = '', other = '', third = ''] = ids
  const visit = (of: string, visitedOn: string, values: object = {}) =>
    desk.make(careVisit, { patient: of, visitedOn, ...calm, ...values })
  await visit(one, '2026-03-01', { improvement: 'marked', participation: 'work' })
  // what the latest visit found is what counts
  await visit(other, '2026-03-01', { improvement: 'marked', participation: 'housework' })
  await visit(other, '2026-05-01', { incidents: 1 })
  await visit(third, '2026-05-02', { improvement: 'improved', participation: 'social' })
  expect(codes(await desk.add(careVisit, { patient: one, visitedOn: '2025-12-31', ...calm }))).toEqual([
    'careVisit.problem.outside',
  ])
  const rates = async (to: string) =>
    Promise.all(
      ['guardianshipRate', 'improvementRate', 'incidentRate', 'participationRate'].map(
        async (name) => (await desk.figure(name, { to }))?.value,
      ),
    )
  expect(await rates('2026-06-15')).toEqual([75, expect.closeTo(100 / 3), 25, 50])
  expect(await rates('2026-04-01')).toEqual([75, 100, 0, 50])
  expect(await rates('2026-01-15')).toEqual([0, null, 0, 0])
  expect(await desk.figure('improvementRate', { to: '2025-12-31' })).toMatchObject({ unknownReason: 'no-denominator' })
})

it('keeps no risk rating', () => {
  expect(
    [...Object.keys(patient.fields), ...Object.keys(careVisit.fields)].filter((field) => /risk|grade/i.test(field)),
  ).toEqual([])
})
