import { fc } from '@fast-check/vitest'
import { readFigures } from '@opendpf/figures/reading'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { numberOf, openOffice } from '../testing/office.js'

let office: Awaited<ReturnType<typeof openOffice>>
let next = 0
/** Positions that no other test has. */
const positions = (count: number): readonly number[] => Array.from({ length: count }, () => next++)
const rowOf = (position: number) => ({ name: `示例${position}`, idNumber: numberOf(position) })

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.server.stop())

it('whatever a list and the register hold, what is found is exactly where they differ', async () => {
  // who has the status on the day of the list, of earlier runs too: nothing is confirmed here
  const held = new Set<string>()
  const kind = { kind: 'matching.extremelyPoor', division: places.quietVillage }
  const one = fc.record({
    isListed: fc.boolean(),
    isHeld: fc.boolean(),
    isDead: fc.boolean(),
    isKnown: fc.boolean(),
    isElsewhere: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), async (cases) => {
      const all = cases.map((each, index) => ({ ...each, position: positions(1)[0] ?? index, id: '' }))
      for (const each of all.filter(({ isKnown }) => isKnown)) {
        const division = each.isElsewhere ? places.otherVillage : places.quietVillage
        const [person] = await office.addPersons([each.position], { division })
        each.id = person?.id ?? ''
        if (each.isHeld) await office.addStatuses([{ id: each.id }], 'extremely-poor')
        if (each.isDead) await office.bury(each.id)
      }
      const list = await office.receive(kind)
      const listed = all.filter(({ isListed }) => isListed)
      const rows = [...listed.map(({ position }) => rowOf(position)), rowOf(positions(1)[0] ?? 0)]
      await office.bring(rows, kind.division)
      await office.compare(list)
      for (const each of all) if (each.isKnown && each.isHeld && !each.isDead && !each.isElsewhere) held.add(each.id)
      const meant = new Set(listed.map(({ id }) => id))
      const expected = [
        ...listed.flatMap(({ id, isKnown, isHeld, isDead }) => (isKnown && !isHeld && !isDead ? [`+ ${id}`] : [])),
        ...[...held].flatMap((id) => (meant.has(id) ? [] : [`- ${id}`])),
      ]
      const found = (await office.differences(list)).map(
        ({ sort, person }) => `${sort === 'not-in-register' ? '+' : '-'} ${person}`,
      )
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 4 },
  )
})

it('two thousand rows are imported, compared, decided together and counted', async () => {
  const taken = positions(2000)
  const people = await office.addPersons(taken.slice(0, 500), { division: places.streetVillage })
  await office.addStatuses(people.slice(0, 200), 'allowance')
  await office.addStatuses(people.slice(0, 50), 'employed')
  const list = await office.receive({ division: places.streetVillage })
  const strangers = positions(100)
  const found = await office.bring(
    [...taken.slice(100), ...strangers].map((position) => rowOf(position)),
    places.streetVillage,
  )
  expect(found).toMatchObject({ creates: 2000, problems: 0 })
  // 400 of the list are known, 100 of them with the status; 100 who have it are not in the list
  expect(await office.compare(list)).toMatchObject({ rows: 2000, matched: 400, unknown: 1600, differing: 400 })
  const figures = async (indicator: string, filters: object) =>
    (
      await office.server.write((context) =>
        readFigures(context, [
          {
            indicator: `matching.${indicator}`,
            from: '2026-06-15',
            to: '2026-06-15',
            division: places.streetVillage,
            ...filters,
          },
        ]),
      )
    )[0]?.value
  expect(await figures('differences', { filters: { sort: ['not-in-list'], kind: ['allowance'] } })).toBe(100)
  expect(await figures('decidedShare', {})).toBe(0)

  // somebody puts one of them right while the others are looked at
  const [{ id: righted = '', version = 0 } = {}] = await office.statuses(people[0]?.id ?? '')
  await office.server.write(({ write }) =>
    write.update(persons.records.status, { id: righted, version, values: { until: '2026-05-30' } }),
  )
  const filters = { list: { any: [list] }, sort: { any: ['not-in-list'] } }
  const asked = { query: { filters }, values: { reason: '与民政部门逐人核对' } }
  const bulk = async (more: object) => {
    const { status, body } = await office.clerk('POST', '/api/v1/matching/differences/do/confirm/bulk', {
      ...asked,
      ...more,
    })
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const looked = await bulk({ dryRun: true })
  expect([looked.included.length, looked.refused.length]).toEqual([99, 1])
  expect((await office.differences(list, { state: 'confirmed' })).length).toBe(0)
  await bulk({})
  expect(await office.list(list)).toMatchObject({ confirmed: 99, rejected: 0 })
  expect(await figures('confirmed', { filters: { sort: ['not-in-list'] } })).toBe(99)
})
