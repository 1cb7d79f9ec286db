import { checkIndicators, readFigures } from '@opendpf/figures/reading'
import { figuresServer } from '@opendpf/figures/server'
import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCaseDesk, papers } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

const year = { from: '2026-01-01', to: '2026-12-31', division: places.county }
let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeAll(async () => {
  server = await startTestServer({
    modules: [figuresServer, personsServer, noticesServer, certificatesServer],
    now: '2026-06-01T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
})
afterAll(() => server.stop())

const figures = (...asked: Parameters<typeof readFigures>[1]) => server.write((context) => readFigures(context, asked))
const figure = async (name: string, more: object = {}) =>
  (await figures({ indicator: `certificates.${name}`, ...year, ...more }))[0]

it('tells what was done, to whom, how long it took and whether in time', async () => {
  const holder = await desk.addHolder('1970-01-01')
  await desk.certify(holder, '4', '2')
  const child = await desk.addHolder('2015-05-05')
  const waiting = await desk.apply(child.id, { claimedCategory: '2', applicant: 'guardian', ...papers })
  const issuedOn = desk.today()
  expect(await figure('newlyIssued', { by: 'grade' })).toMatchObject({ value: 1, groups: [{ key: '2', value: 1 }] })
  expect(await figure('newlyIssued', { filters: { ageBand: ['18-59'], category: ['4'] } })).toMatchObject({ value: 1 })
  expect(await figure('newlyIssued', { from: '2027-01-01', to: '2027-12-31' })).toMatchObject({ value: 0 })
  // a draft is nobody's application yet
  expect(await figure('applied')).toMatchObject({ value: 1 })
  expect(await figure('held', { to: issuedOn, by: 'sex' })).toMatchObject({ value: 1 })
  expect(await figure('held', { to: '2026-06-01' })).toMatchObject({ value: 0 })
  const { value: days } = (await figure('handlingMedian')) ?? {}
  expect(days).toBeGreaterThanOrEqual(10)
  const stages = (await figure('stageMedian', { by: 'stage' }))?.groups ?? []
  expect(stages.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['submitted', 'assessing', 'notice', 'review', 'approved', 'printed']),
  )
  expect(stages.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(days)
  expect(await figure('limitsKeptShare', { by: 'clock' })).toMatchObject({ value: 100 })
  expect(await figure('open', { to: issuedOn })).toMatchObject({ value: 0 })
  expect(waiting).toBeTruthy()
})

it('tells of trips, of persons served and of services as three figures', async () => {
  const [one, other] = [await desk.addHolder('1980-01-01'), await desk.addHolder('1981-01-01')]
  const heldOn = desk.today()
  const trip = async (purpose: string) =>
    (
      await desk.clerk('POST', '/api/v1/certificates/trips', {
        heldOn,
        purpose,
        place: '村委会',
        staff: '经办人甲',
        division: places.village,
      })
    ).body.id
  const [first, second] = [await trip('home-assessment'), await trip('acceptance')]
  for (const [id, person, kind] of [
    [first, one.id, 'assessment'],
    [first, one.id, 'advice'],
    [second, one.id, 'acceptance'],
    [second, other.id, 'advice'],
  ])
    await desk.clerk('POST', '/api/v1/certificates/trip-services', { trip: id, person, kind })
  expect(await figure('trips')).toMatchObject({ value: 0 })
  for (const id of [first, second]) {
    const { version } = (await desk.clerk('GET', `/api/v1/certificates/trips/${id}`)).body
    await desk.clerk(
      'POST',
      `/api/v1/certificates/trips/${id}/do/finish`,
      { report: '完成' },
      { 'if-match': `"${version}"` },
    )
  }
  expect(await figure('trips', { by: 'purpose' })).toMatchObject({ value: 2 })
  expect(await figure('tripPersons')).toMatchObject({ value: 2 })
  expect(await figure('tripServices', { by: 'kind' })).toMatchObject({
    value: 4,
    groups: expect.arrayContaining([{ key: 'advice', value: 2, unknownReason: null }]),
  })
})

it('counts by every dimension, now and as known before, the rows that the list of each indicator shows', {
  timeout: 60_000,
}, async () => {
  for (const module of ['certificates', 'persons', 'notices'])
    expect(await server.write((context) => checkIndicators(context, module))).toEqual([])
})
