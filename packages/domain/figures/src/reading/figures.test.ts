import { fc } from '@fast-check/vitest'
import type { ModuleContext } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FigureAsked, figures } from '../contract/index.js'
import { figuresServer } from '../server/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'
import { checkIndicators, listedRows, questionOf, readFigures } from './index.js'
import type { CountedQuestion } from './measured-rows.js'

const { patient, visit } = clinic.records
const { externalFigure } = figures.records
const villages = [places.village, places.otherVillage, places.streetVillage]
const year = { from: '2026-01-01', to: '2026-12-31' }
const kinds = ['home', 'centre'] as const

interface Held {
  readonly patient: string
  readonly kind: string
  readonly heldOn: string
  readonly minutes: number
  readonly division: string
}

let server: TestServer
let patients: readonly { readonly id: string; readonly sex: string | null; readonly division: string }[]
let held: Held[]
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  const [made = []] = fc.sample(
    fc.array(fc.record({ division: fc.constantFrom(...villages), sex: fc.constantFrom('1', '2', null) }), {
      minLength: 20,
      maxLength: 20,
    }),
    { numRuns: 1, seed: 7 },
  )
  patients = await server.write(({ write }) =>
    write.createMany(
      patient,
      made.map((one, index) => ({ ...one, name: `张三${index}`, since: '2026-01-01' })),
    ),
  )
  const [visits = []] = fc.sample(
    fc.array(
      fc.record({
        patient: fc.constantFrom(...patients.map(({ id }) => id)),
        kind: fc.constantFrom(...kinds),
        heldOn: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${`${month}`.padStart(2, '0')}-15`),
        minutes: fc.integer({ min: 1, max: 90 }),
        division: fc.constantFrom(...villages),
      }),
      { minLength: 120, maxLength: 120 },
    ),
    { numRuns: 1, seed: 11 },
  )
  held = visits
  await server.write(({ write }) => write.createMany(visit, visits))
})
afterAll(() => server.stop())

const ask = (asked: readonly FigureAsked[], as?: Partial<ModuleContext>) =>
  server.write((context) => readFigures({ ...context, ...as }, asked))
const values = async (asked: readonly FigureAsked[]) => (await ask(asked)).map(({ value }) => value)
const county = { division: places.county }

it('counts rows, units once, sums and medians, like a count by hand', async () => {
  const home = held.filter(({ kind }) => kind === 'home')
  const minutes = held.map((one) => one.minutes).toSorted((a, b) => a - b)
  const at = (share: number) => {
    const place = share * (minutes.length - 1)
    const [low = 0, high = 0] = [minutes[Math.floor(place)], minutes[Math.ceil(place)]]
    return low + (high - low) * (place - Math.floor(place))
  }
  const names = ['visits', 'served', 'minutes', 'median', 'slowest', 'homeVisits', 'patients', 'homeShare']
  const found = await values(names.map((name) => ({ indicator: `clinic.${name}`, ...year, ...county })))
  const expected = [
    held.length,
    new Set(held.map((one) => one.patient)).size,
    minutes.reduce((sum, one) => sum + one, 0),
    at(0.5),
    at(0.9),
    home.length,
    20,
    (home.length / held.length) * 100,
  ]
  for (const [index, value] of expected.entries()) expect(found[index], names[index]).toBeCloseTo(value, 8)
})

it('adds up over places and months what adds up, and does not add distinct persons', async () => {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${`${index + 1}`.padStart(2, '0')}`)
  const byMonth = await values(
    months.map((month) => ({ indicator: 'clinic.visits', ...county, from: `${month}-01`, to: `${month}-28` })),
  )
  const byVillage = await values(villages.map((division) => ({ indicator: 'clinic.visits', ...year, division })))
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0)
  expect(sum(byMonth)).toBe(held.length)
  expect(sum(byVillage)).toBe(held.length)
  const [all] = await values([{ indicator: 'clinic.served', ...year, ...county }])
  const served = await values(villages.map((division) => ({ indicator: 'clinic.served', ...year, division })))
  expect(sum(served)).toBeGreaterThan(all ?? 0)
})

it('answers for many places at once what it answers for each alone', async () => {
  const towns = [places.town, places.otherTown, `${places.neighbourVillage.slice(0, 9)}000`]
  for (const name of ['visits', 'served', 'minutes', 'median', 'homeVisits', 'homeShare'])
    for (const divisions of name.startsWith('home') ? [towns] : [towns, [...villages, places.quietVillage]]) {
      const asked = divisions.map((division) => ({ indicator: `clinic.${name}`, ...year, division }))
      const narrowed = asked.map((one) => ({ ...one, filters: { kind: ['home'] }, to: '2026-06-30' }))
      const alone = await Promise.all([...asked, ...narrowed].map((one) => ask([one])))
      expect(await ask([...asked, ...narrowed]), name).toEqual(alone.flat())
    }
})

it('tells more questions apart in one walk than a number has bits, each like a count by hand', async () => {
  const questions = Array.from({ length: 12 }, (_, index) => `2026-${`${index + 1}`.padStart(2, '0')}`).flatMap(
    (month) =>
      [undefined, ...villages].flatMap((division) =>
        [undefined, ...kinds].map((kind) => ({ from: `${month}-01`, to: `${month}-28`, division, kind })),
      ),
  )
  expect(questions.length).toBeGreaterThan(2 * 62)
  const asked = (indicator: string) =>
    questions.map(({ division = places.county, kind, ...span }) => ({
      ...{ indicator, ...span, division },
      ...(kind === undefined ? {} : { filters: { kind: [kind] } }),
    }))
  const found = await values(['clinic.visits', 'clinic.served', 'clinic.minutes'].flatMap(asked))
  const met = questions.map(({ from, to, division, kind }) =>
    held.filter(
      (one) =>
        from <= one.heldOn &&
        one.heldOn <= to &&
        (division === undefined || one.division === division) &&
        (kind === undefined || one.kind === kind),
    ),
  )
  expect(found).toEqual([
    ...met.map((those) => those.length),
    ...met.map((those) => new Set(those.map((one) => one.patient)).size),
    ...met.map((those) => those.reduce((sum, one) => sum + one.minutes, 0)),
  ])
})

it('narrows and breaks down by dimensions and places; every group is the figure of its filter', async () => {
  for (const indicator of ['clinic.visits', 'clinic.served', 'clinic.minutes', 'clinic.homeShare'])
    for (const by of ['kind', 'sex', 'town']) {
      const [figure] = await ask([{ indicator, ...year, ...county, by }])
      const groups = (figure?.groups ?? []).filter(({ key }) => key !== null)
      expect(groups.length).toBeGreaterThan(1)
      const alone = await values(
        groups.map(({ key }) =>
          by === 'town'
            ? { indicator, ...year, division: key ?? '' }
            : { indicator, ...year, ...county, filters: { [by]: [key ?? ''] } },
        ),
      )
      expect(groups.map(({ value }) => value)).toEqual(alone)
    }
})

it('tells by places what it tells of each, of all readings and of part of the territory alike', async () => {
  const narrowed = [{}, { filters: { kind: ['centre'] } }, { to: '2026-06-30' }, { division: places.town }]
  const asked = ['visits', 'served', 'minutes', 'median', 'slowest'].flatMap((name) =>
    narrowed.map((more) => ({ indicator: `clinic.${name}`, ...year, ...county, ...more })),
  )
  for (const by of ['town', 'village']) {
    const divisions = by === 'town' ? [places.town, `${places.streetVillage.slice(0, 9)}000`] : villages
    const together = await ask(asked.map((one) => ({ ...one, by })))
    for (const [index, one] of asked.entries()) {
      const { groups, ...total } = together[index] ?? {}
      expect([total]).toEqual(await ask([one]))
      for (const { key, value } of groups ?? [])
        expect(await values([{ ...one, division: key ?? '' }])).toEqual([value])
      const met = new Set(groups?.map(({ key }) => key))
      const others = divisions.filter((key) => one.division === places.county && !met.has(key))
      for (const division of others) expect((await values([{ ...one, division }]))[0] ?? 0).toBe(0)
    }
  }
})

it('has as many rows in its list as it says, and its rates are of a part', async () => {
  await server.write(async (context) => {
    const list = async (indicator: string, more: Partial<FigureAsked> = {}) => {
      const question = questionOf(context, { indicator, ...year, ...county, ...more }) as CountedQuestion
      const { rows } = await context.db.executeQuery<{ row: string }>(listedRows(context, question))
      return rows.map(({ row }) => row)
    }
    const filters = { kind: ['home'] }
    for (const more of [{}, { filters }, { division: places.village }]) {
      const [figure] = await readFigures(context, [{ indicator: 'clinic.visits', ...year, ...county, ...more }])
      const rows = await list('clinic.visits', more)
      expect(rows.length).toBe(figure?.value)
      expect(new Set(rows).size).toBe(rows.length)
    }
    const whole = new Set(await list('clinic.visits'))
    expect((await list('clinic.homeVisits')).every((row) => whole.has(row))).toBe(true)
  })
})

it('is checked to be what it declares, down to the field that its date is', async () => {
  const check = () => server.write((context) => checkIndicators(context, 'clinic'))
  expect(await check()).toEqual([])
  interface Led {
    dateField?: string | undefined
    isCountedInFull?: boolean
  }
  const { visits, patients: registered } = clinic.declares.figures as unknown as Record<string, Led>
  if (!visits || !registered) throw new Error('visits and patients are counted')
  const declared = { ...visits }
  const problemsOf = async (indicator: Led, as: Led) => {
    const before = { ...indicator }
    Object.assign(indicator, as)
    const problems = await check()
    for (const name of Object.keys(as)) delete (indicator as Record<string, unknown>)[name]
    Object.assign(indicator, before)
    return problems
  }
  expect(await problemsOf(visits, { dateField: 'recordedOn' })).toEqual(['clinic.visits: there is no field recordedOn'])
  expect(await problemsOf(visits, { dateField: 'minutes' })).toEqual(['clinic.visits: its date is not minutes'])
  const unled = 'clinic.visits: no index leads to its days, and it is not declared to be counted in full'
  expect(await problemsOf(visits, { dateField: undefined })).toEqual([unled])
  expect(await problemsOf(visits, { dateField: undefined, isCountedInFull: true })).toEqual([])
  expect(await problemsOf(visits, { isCountedInFull: true })).toEqual([
    'clinic.visits: an index leads to heldOn, it is not counted in full',
  ])
  expect(await problemsOf(registered, { isCountedInFull: true })).toEqual([
    'clinic.patients: has no days that an index could lead to',
  ])
  expect(visits).toEqual(declared)
})

it('is unknown and never 0 where it is not known, and says why', async () => {
  const reason = async (asked: FigureAsked, as?: Partial<ModuleContext>) => {
    const [figure] = await ask([asked], as)
    expect(figure?.value).toBeNull()
    return figure?.unknownReason
  }
  const visits = { indicator: 'clinic.visits', ...year, ...county }
  expect(await reason({ ...visits, indicator: 'clinic.none' })).toBe('no-indicator')
  expect(await reason({ ...visits, filters: { colour: ['red'] } })).toBe('no-dimension')
  expect(await reason({ ...visits, by: 'colour' })).toBe('no-dimension')
  expect(await reason({ ...visits, from: undefined })).toBe('no-period')
  expect(await reason({ ...visits, indicator: 'clinic.homeVisits', division: places.village })).toBe('too-fine')
  expect(await reason({ ...visits, indicator: 'clinic.median', from: '2020-01-01', to: '2020-12-31' })).toBe(
    'nothing-to-measure',
  )
  expect(await reason({ ...visits, indicator: 'clinic.homeShare', from: '2020-01-01', to: '2020-12-31' })).toBe(
    'no-denominator',
  )
  expect(await reason({ ...visits, indicator: 'clinic.population' })).toBe('not-told')
  const town = server.actor({ at: places.town })
  expect(await reason(visits, { actor: town })).toBe('outside-territory')
  expect(await reason(visits, { actor: server.actor({ may: ['figures:*.read'] }) })).toBe('not-permitted')
  // a value that is missing makes a sum unknown, not smaller
  const blank = { patient: patients[0]?.id, kind: 'home', heldOn: '2019-01-01', division: places.village }
  await server.write(({ write }) => write.create(visit, blank))
  expect(await reason({ ...visits, indicator: 'clinic.minutes', from: '2019-01-01', to: '2019-12-31' })).toBe(
    'values-missing',
  )
})

it('takes what others tell, with its source, as of the latest day', async () => {
  const clerk = server.as()
  const path = server.path(externalFigure)
  const told = { indicator: 'clinic.population', source: '统计公报', toldOn: '2026-03-01', division: places.county }
  const at = (day: string, value: number) => ({ ...told, fromDay: day, toDay: day, value })
  expect((await clerk('POST', path, { ...at('2025-12-31', 1000) })).status).toBe(201)
  expect((await clerk('POST', path, { ...at('2026-06-30', 800) })).status).toBe(201)
  expect((await clerk('POST', path, { ...at('2026-06-30', 1), toDay: '2026-07-01' })).status).toBe(422)
  expect((await clerk('POST', path, { ...at('2026-06-30', 1), indicator: 'clinic.visits' })).status).toBe(422)
  const share = (to: string) => ({ indicator: 'clinic.patientShare', to, ...county })
  expect(await values([share('2026-06-29'), share('2026-12-31')])).toEqual([2, 2.5])
})

it('tells the past as it was known, whatever is changed, added or removed since', async () => {
  const asOf = server.clock.now().toISOString()
  const names = ['visits', 'served', 'minutes', 'homeShare', 'patients', 'patientShare']
  const asked = (more: object) => names.map((name) => ({ indicator: `clinic.${name}`, ...year, ...county, ...more }))
  const before = await ask(asked({ by: undefined }))
  expect(await ask(asked({ asOf }))).toEqual(before)
  server.clock.advance(60_000)
  await server.write(async ({ write, read }) => {
    const [first, second, third] = await read.many(visit, { kind: 'home' })
    if (!first || !second || !third) throw new Error('there are home visits')
    await write.update(visit, { id: first.id, version: first.version, values: { kind: 'centre', minutes: 1000 } })
    await write.remove(visit, { id: second.id, version: second.version })
    await write.update(visit, { id: third.id, version: third.version, values: { division: places.quietVillage } })
    await write.create(patient, { name: '李四', division: places.village, since: '2026-02-01' })
  })
  const after = await ask(asked({}))
  expect(after).not.toEqual(before)
  expect(await ask(asked({ asOf }))).toEqual(before)
  const { rows } = await server.write(({ db }) =>
    sql<{ count: number }>`select count(*) from clinic_visit where kind = 'home'`.execute(db),
  )
  const [home] = await values([{ indicator: 'clinic.homeVisits', from: '1990-01-01', to: '2099-12-31', ...county }])
  expect(home).toBe(Number(rows[0]?.count))
})
