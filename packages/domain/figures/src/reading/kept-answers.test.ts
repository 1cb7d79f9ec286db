import { fc } from '@fast-check/vitest'
import type { SnapshotContext } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FigureAsked } from '../contract/index.js'
import { figuresServer } from '../server/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'
import { readFigures } from './index.js'
import { recordsIn } from './records-read.js'

const { patient, visit } = clinic.records
const villages = [places.village, places.otherVillage, places.streetVillage]
const year = { from: '2026-01-01', to: '2026-12-31' }
const names = ['visits', 'served', 'minutes', 'median', 'patients', 'homeShare']
const asked: readonly FigureAsked[] = names.flatMap((name) => {
  const indicator = `clinic.${name}`
  const one = { indicator, ...year, division: places.county }
  return [
    one,
    ...[places.town, places.otherTown].map((division) => ({ ...one, division })),
    { ...one, by: 'sex' },
    { ...one, by: 'village' },
  ]
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  await server.write(async ({ write }) => {
    await write.createMany(
      patient,
      villages.map((division, index) => ({ name: `张三${index}`, sex: '1', division, since: '2026-01-01' })),
    )
  })
})
afterAll(() => server.stop())

/** What is asked from memory, and how many questions were counted for it. */
async function fromMemory(questions = asked) {
  let walks = 0
  const figures = await server.snapshot((context) =>
    readFigures(
      {
        ...context,
        planFreely: (ask) => {
          walks += 1
          return context.planFreely(ask)
        },
      },
      questions,
    ),
  )
  return { figures, walks }
}
const afresh = (context: SnapshotContext) => ({ ...context, states: async () => undefined })
const counted = () => server.snapshot((context) => readFigures(afresh(context), asked))

/** Something that somebody does to the records, to the row of a number. */
const step = fc.record({
  what: fc.constantFrom('create', 'update', 'move', 'remove', 'patient', 'fail', 'elsewhere'),
  row: fc.nat(1000),
  division: fc.constantFrom(...villages),
  minutes: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 8 }),
  kind: fc.constantFrom('home', 'centre'),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const take = ({ what, row, division, minutes, kind }: Step) =>
  server.write(async ({ write, read }) => {
    const people = await read.many(patient, {}, { orderBy: 'id' })
    const visits = await read.many(visit, {}, { orderBy: 'id' })
    const [person, found] = [people[row % people.length], visits[row % Math.max(1, visits.length)]]
    const values = { kind, minutes, heldOn: '2026-05-05' }
    if (what === 'create' || !found) await write.create(visit, { ...values, patient: person?.id, division })
    else if (what === 'update') await write.update(visit, { id: found.id, version: found.version, values })
    else if (what === 'move') await write.update(visit, { id: found.id, version: found.version, values: { division } })
    else if (what === 'remove') await write.remove(visit, { id: found.id, version: found.version })
    else if (what === 'elsewhere')
      // a row that leaves the county for another one has its entry in the chain of that one
      await write.update(visit, { id: found.id, version: found.version, values: { division: places.neighbourVillage } })
    else if (person)
      await write.update(patient, {
        id: person.id,
        version: person.version,
        values: { sex: person.sex === '1' ? '2' : '1' },
      })
    if (what === 'fail') throw new Error('taken back')
  })

it('answers from memory what counting would answer, whatever was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const [one, isAsked] of steps) {
        await take(one).catch((error: unknown) => {
          if (one.what !== 'fail') throw error
        })
        if (!isAsked) continue
        const { figures } = await fromMemory()
        expect(figures).toEqual(await counted())
      }
      const { figures } = await fromMemory()
      expect(figures).toEqual(await counted())
    }),
    { numRuns: 12 },
  )
})

describe('an answer', () => {
  it('is kept until one of the records changes that it was counted from, in that county', async () => {
    await fromMemory()
    expect((await fromMemory()).walks).toBe(0)
    // a patient is part of every figure, a visit of all but one
    await take({ what: 'create', row: 0, division: places.village, minutes: 5, kind: 'home' })
    const patients = asked.filter(({ indicator }) => indicator === 'clinic.patients')
    expect((await fromMemory(patients)).walks).toBe(0)
    expect((await fromMemory()).walks).toBe(1)
    await server.write(async ({ write }) => {
      await write.create(patient, { name: '李四', division: places.neighbourVillage, since: '2026-01-01' })
    })
    expect((await fromMemory()).walks).toBe(0)
    await take({ what: 'patient', row: 0, division: places.village, minutes: 5, kind: 'home' })
    expect((await fromMemory(patients)).walks).toBe(1)
  })

  it('of a moment that is past is not given to a later one, nor of a later one to it', async () => {
    await fromMemory()
    const one = asked.slice(0, 1)
    const value = (context: SnapshotContext) => readFigures(context, one).then(([figure]) => figure?.value ?? 0)
    await server.snapshot(async (early) => {
      const before = await value(early)
      await take({ what: 'create', row: 0, division: places.village, minutes: 5, kind: 'home' })
      expect(await server.snapshot(value)).toBe(before + 1)
      expect(await value(early)).toBe(before)
      expect(await server.snapshot(value)).toBe(before + 1)
    })
  })

  it('is counted anew within a transaction that has written', async () => {
    const [one] = asked
    if (!one) throw new Error('something is asked')
    const [before] = (await fromMemory([one])).figures
    await server.write(async (context) => {
      const [someone] = await context.read.many(patient, {}, { limit: 1 })
      expect((await readFigures(context, [one]))[0]?.value).toBe(before?.value)
      const values = { patient: someone?.id, kind: 'home', heldOn: '2026-05-06', minutes: 1, division: places.village }
      await context.write.create(visit, values)
      expect((await readFigures(context, [one]))[0]?.value).toBe((before?.value ?? 0) + 1)
    }, {})
    expect((await fromMemory([one])).figures[0]?.value).toBe((before?.value ?? 0) + 1)
  })
})

it('keeps nothing that is read from elsewhere than records, or that answers differently by itself', () => {
  const { registry } = server.platform
  const known = new Set(['clinic_patient', 'clinic_patient_history', 'clinic_visit', 'outbox', 'steps_of'])
  const of = (text: string) => recordsIn(registry, text, known)
  expect(of('select id from clinic_visit v join "clinic_patient" p on true')?.toSorted()).toEqual([
    'clinic.patient',
    'clinic.visit',
  ])
  expect(of('select id from clinic_patient, outbox')).toBeUndefined()
  expect(of('select id from clinic_patient where since <= current_date')).toBeUndefined()
  expect(of('select * from clinic_patient join lateral steps_of(id) on true')).toBeUndefined()
  expect(of('select 1')).toBeUndefined()
})
