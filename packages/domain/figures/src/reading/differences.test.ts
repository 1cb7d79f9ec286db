import { fc } from '@fast-check/vitest'
import type { ModuleContext, SnapshotContext } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figuresServer } from '../server/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'
import { bringUpToDate } from './differences.js'
import { questionOf, readFigures } from './index.js'
import { type CountedQuestion, rowsOf } from './measured-rows.js'

const { patient, visit } = clinic.records
const records = ['clinic.patient', 'clinic.visit']
const villages = [places.village, places.otherVillage, places.streetVillage]
const towns = [places.county, places.town, places.otherTown, `${places.streetVillage.slice(0, 9)}000`]
const asked = ['visits', 'served', 'minutes', 'patients'].flatMap((name) =>
  towns.flatMap((division) =>
    [{}, { sex: ['1'] }].map((filters) => ({
      ...{ indicator: `clinic.${name}`, from: '2026-01-01', to: '2026-06-30', division, filters },
    })),
  ),
)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  await server.write(async ({ write }) => {
    const people = await write.createMany(
      patient,
      villages.flatMap((division, index) =>
        ['1', '2'].map((sex) => ({ name: `张三${index}${sex}`, sex, division, since: '2026-01-01' })),
      ),
    )
    await write.createMany(
      visit,
      Array.from({ length: 24 }, (_, index) => ({
        patient: people[index % people.length]?.id ?? '',
        kind: 'home' as const,
        heldOn: index % 4 === 0 ? '2026-09-09' : '2026-05-05',
        minutes: index,
        division: villages[index % 3] ?? '',
      })),
    )
  })
})
afterAll(() => server.stop())

const afresh = (context: SnapshotContext) =>
  readFigures({ ...context, states: async () => undefined }, asked).then((all) =>
    all.map(({ value, unknownReason }) => ({ value, unknownReason })),
  )

const stateOf = (context: SnapshotContext) => context.states().then((states) => states?.of(records) ?? '')

/** What is known of what is asked in a moment. */
const look = () =>
  server.snapshot(async (context) => ({ state: await stateOf(context), answers: await afresh(context) }))

const bringForward = (then: Awaited<ReturnType<typeof look>>) =>
  server.snapshot(async (context) => {
    const states = await context.states()
    if (!states) throw new Error('a county has states')
    const stale = asked.flatMap((one, index) => {
      const question = questionOf(context, one) as CountedQuestion
      const [rows, answer] = [rowsOf(context, { name: question.name, to: question.about.to }), then.answers[index]]
      return answer ? [{ question, ...rows, held: { state: then.state, answer } }] : []
    })
    const found = await bringUpToDate(context, { stale, states })
    return { found: stale.map(({ question }) => found.get(question)), anew: await afresh(context) }
  })

const change = fc.record({
  what: fc.constantFrom('create', 'update', 'remove'),
  row: fc.nat(1000),
  village: fc.constantFrom(...villages),
  heldOn: fc.constantFrom('2026-03-03', '2026-09-09'),
  minutes: fc.integer({ min: 0, max: 90 }),
})
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

async function take({ write, read }: ModuleContext, { what, row, village, heldOn, minutes }: Change): Promise<void> {
  const people = await read.many(patient, {}, { orderBy: 'id' })
  const visits = await read.many(visit, {}, { orderBy: 'id' })
  const [person, found] = [people[row % people.length], visits[row % Math.max(1, visits.length)]]
  const values = { patient: person?.id ?? '', kind: 'home' as const, heldOn, minutes, division: village }
  if (what === 'create' || !found) await write.create(visit, values)
  else if (what === 'update') await write.update(visit, { id: found.id, version: found.version, values })
  else await write.remove(visit, { id: found.id, version: found.version })
}

it('tells from the rows that changed what counting anew tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const then = await look()
      for (const one of changes) await server.write((context) => take(context, one))
      const { found, anew } = await bringForward(then)
      const isOfVisits = asked.map(({ indicator }) => indicator !== 'clinic.patients')
      // every one of them is told: nothing of a visit that changed asks for a count
      expect(found.filter((_, index) => isOfVisits[index])).toEqual(anew.filter((_, index) => isOfVisits[index]))
    }),
    { numRuns: 15 },
  )
})

it('follows a row that others are joined to, and a row of another territory', async () => {
  const then = await look()
  await server.write(async ({ write, read }) => {
    const [one] = await read.many(patient, { sex: '2' }, { limit: 1 })
    if (one)
      await write.update(patient, {
        id: one.id,
        version: one.version,
        values: { sex: '1', division: places.otherVillage },
      })
  })
  const { found, anew } = await bringForward(then)
  expect(found).toEqual(anew)
  expect(anew).not.toEqual(then.answers)
})

it('leaves to a count what it cannot tell: two records at once, a row that has left, and a value that is missing', async () => {
  const first = async (context: ModuleContext) => {
    const [one] = await context.read.many(visit, { heldOn: '2026-05-05' }, { limit: 1, orderBy: 'id' })
    if (!one) throw new Error('there are visits')
    return one
  }
  const then = await look()
  await server.write(async (context) => {
    const { id, version } = await first(context)
    await context.write.update(visit, { id, version, values: { minutes: null } })
  })
  const without = await bringForward(then)
  expect(without.anew.some(({ unknownReason }) => unknownReason === 'values-missing')).toBe(true)
  for (const [index, one] of without.found.entries()) if (one) expect(one).toEqual(without.anew[index])
  await server.write(async (context) => {
    const { id, version, division, patient: of } = await first(context)
    await context.write.update(visit, { id, version, values: { minutes: 1 } })
    const [person] = await context.read.many(patient, { id: of }, { limit: 1 })
    if (person)
      await context.write.update(patient, { id: of, version: person.version, values: { name: `王五${division}` } })
  })
  const both = await bringForward(then)
  expect(both.found.filter((_, index) => asked[index]?.indicator !== 'clinic.patients')).not.toContainEqual(
    expect.anything(),
  )
  const before = await look()
  await server.write(async (context) => {
    const { id, version } = await first(context)
    await context.write.update(visit, { id, version, values: { division: places.neighbourVillage } })
  })
  const { found, anew } = await bringForward(before)
  expect(anew).not.toEqual(before.answers)
  expect(found.filter((_, index) => asked[index]?.indicator !== 'clinic.patients')).not.toContainEqual(
    expect.anything(),
  )
})
