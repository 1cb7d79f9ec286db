import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figures } from '../contract/index.js'
import { keepFigure, tellFigure, verifyFrozen } from '../reading/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'
import { figuresServer } from './index.js'

const { patient, visit } = clinic.records
const year = { from: '2026-01-01', to: '2026-12-31' }
const base = '/api/v1/figures'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  await server.write(async ({ write }) => {
    const patients = await write.createMany(
      patient,
      Array.from({ length: 60 }, (_, index) => ({
        name: `张三${index}`,
        sex: index % 2 === 0 ? '1' : '2',
        division: index < 40 ? places.village : places.streetVillage,
        since: '2026-01-05',
      })),
    )
    await write.createMany(
      visit,
      patients.map(({ id, division }, index) => ({
        patient: id,
        kind: index % 3 === 0 ? 'home' : 'centre',
        heldOn: '2026-05-05',
        minutes: 30,
        division,
      })),
    )
  })
})
afterAll(() => server.stop())

it('opens the list behind a figure, page by page, with as many rows as it says', async () => {
  const clerk = server.as()
  const wanted = [
    { indicator: 'clinic.visits', ...year, filters: { kind: ['home'] } },
    { indicator: 'clinic.patients', to: '2026-12-31', division: places.town },
  ]
  const { body } = await clerk('POST', `${base}/query`, { figures: wanted })
  expect(body.figures.map(({ value }: { value: number }) => value)).toEqual([20, 40])
  for (const [index, figure] of wanted.entries()) {
    const ids = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await clerk('POST', `${base}/rows`, { figure, limit: 7, ...(cursor ? { cursor } : {}) })
      expect(page.status).toBe(200)
      expect(page.body.total.value).toBe(body.figures[index].value)
      for (const { id } of page.body.rows) ids.add(id)
      cursor = page.body.next
    } while (cursor !== undefined)
    expect(ids.size).toBe(body.figures[index].value)
  }
})

it('keeps to permission and territory, and refuses what cannot be meant', async () => {
  const town = server.as({ at: places.town })
  const all = { indicator: 'clinic.visits', ...year }
  const own = await town('POST', `${base}/query`, { figures: [all, { ...all, division: places.county }] })
  expect(own.body.figures).toEqual([
    { value: 40, unknownReason: null, isLevel: false },
    { value: null, unknownReason: 'outside-territory', isLevel: false },
  ])
  expect((await town('POST', `${base}/rows`, { figure: all })).body.total.value).toBe(40)
  expect((await town('POST', `${base}/rows`, { figure: { ...all, division: places.county } })).status).toBe(404)
  const blind = server.as({ may: ['figures:*.*'] })
  expect((await blind('POST', `${base}/rows`, { figure: all })).status).toBe(403)
  expect((await blind('GET', `${base}/indicators`)).body.indicators.map((one: { name: string }) => one.name)).toEqual([
    'clinic.population',
    'figures.residents',
    'figures.allowanceRecipients',
    'figures.secondClassHospitals',
  ])
  const clerk = server.as()
  for (const wrong of [
    { ...all, filters: { colour: ['red'] } },
    { ...all, indicator: 'clinic.none' },
  ])
    for (const [path, request] of [
      ['query', { figures: [wrong] }],
      ['rows', { figure: wrong }],
    ] as const)
      expect((await clerk('POST', `${base}/${path}`, request)).status).toBe(400)
  expect((await clerk('POST', `${base}/rows`, { figure: { ...all, indicator: 'clinic.homeShare' } })).status).toBe(400)
})

it('keeps a figure as it was told, and finds out when it is told otherwise', async () => {
  const clerk = server.as({ name: '统计员' })
  const freeze = (indicator: string) =>
    clerk('POST', `${base}/freeze`, { figure: { indicator, ...year }, purpose: '2026年工作总结' })
  for (const indicator of ['clinic.visits', 'clinic.homeShare', 'clinic.patientShare'])
    expect((await freeze(indicator)).status).toBe(201)
  server.clock.advance(60_000)
  await server.write(async ({ write, read }) => {
    const [first] = await read.many(visit, { kind: 'home' })
    if (first) await write.remove(visit, { id: first.id, version: first.version })
  })
  const verify = () => server.write((context) => verifyFrozen(context))
  expect(await verify()).toEqual({ checked: 3, findings: [] })

  // somebody changes the past itself, or the frozen number
  await server.connect('owner', async (client) => {
    await client.query(`delete from clinic_visit_history`)
    await client.query(`update figures_frozen_figure set value = '7' where indicator = 'clinic.patientShare'`)
  })
  const { findings } = await verify()
  expect(findings.map(({ indicator, problem }) => `${indicator}: ${problem}`).toSorted()).toEqual([
    'clinic.homeShare: value',
    'clinic.patientShare: value',
    'clinic.visits: value',
  ])
  const [row] = await server.write(({ read }) => read.many(figures.records.frozenFigure, {}))
  await expect(
    server.write(({ write }) =>
      write.update(figures.records.frozenFigure, {
        id: row?.id ?? '',
        version: row?.version ?? 0,
        values: { purpose: '别的' },
      }),
    ),
  ).rejects.toThrow()
})

it('tells value and members of one moment, whoever writes meanwhile', async () => {
  const { village: division } = places
  const writeOne = () =>
    server.write(async ({ write, read }) => {
      const [someone] = await read.many(patient, {}, { limit: 1 })
      await write.create(visit, { patient: someone?.id, kind: 'home', heldOn: '2026-05-06', minutes: 5, division })
    })
  const asked = { indicator: 'clinic.visits', ...year }
  const tell = (afterQuestion?: () => Promise<unknown>) =>
    server.snapshot((context) =>
      tellFigure(
        {
          ...context,
          async planFreely(ask) {
            const answer = await context.planFreely(ask)
            await afterQuestion?.()
            return answer
          },
        },
        asked,
      ),
    )
  const before = await tell()
  server.clock.advance(1000)
  const during = await tell(writeOne)
  expect([during.value, during.membersHash]).toEqual([before.value, before.membersHash])
  server.clock.advance(1000)
  const after = await tell()
  expect(after.value).toBe((before.value ?? 0) + 2)
  expect(after.membersHash).not.toBe(before.membersHash)
  const kept = await server.write((context) => keepFigure(context, after, '年报'))
  expect((await server.write((context) => verifyFrozen(context))).findings.map(({ id }) => id)).not.toContain(kept)
})
