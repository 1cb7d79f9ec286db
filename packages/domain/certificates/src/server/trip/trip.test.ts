import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCaseDesk } from '../../testing/case-desk.js'
import { codesOf } from '../../testing/holders.js'
import { certificatesServer } from '../certificates-server.js'

const trips = '/api/v1/certificates/trips'
const services = '/api/v1/certificates/trip-services'
let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeAll(async () => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificatesServer],
    now: '2026-06-01T02:00:00Z',
  })
  desk = openCaseDesk(server)
})
afterAll(() => server.stop())

const plan = async (more: object = {}) => {
  const { status, body } = await desk.clerk('POST', trips, {
    heldOn: '2026-06-01',
    purpose: 'collective-assessment',
    place: '上河村村委会',
    staff: '经办人甲、经办人乙',
    institution: '县人民医院',
    division: places.village,
    ...more,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id as string
}
const trip = async (id: string) => (await desk.clerk('GET', `${trips}/${id}`)).body
const take = async (id: string, verb: string, values: object) =>
  desk.clerk('POST', `${trips}/${id}/do/${verb}`, values, { 'if-match': `"${(await trip(id)).version}"` })

describe('a trip', () => {
  it('counts whom it served and how often from its rows, as they come and go', async () => {
    const id = await plan()
    expect((await trip(id)).fields).toMatchObject({ state: 'planned', persons: 0, personTimes: 0 })
    const [one, other] = [await desk.addHolder('1970-01-01'), await desk.addHolder('1971-01-01')]
    const application = await desk.apply(one.id)
    const serve = (person: string, kind: string, more: object = {}) =>
      desk.clerk('POST', services, { trip: id, person, kind, ...more })
    await serve(one.id, 'acceptance', { application })
    await serve(one.id, 'assessment', { application })
    const last = (await serve(other.id, 'advice')).body
    expect((await trip(id)).fields).toMatchObject({ persons: 2, personTimes: 3 })
    expect(codesOf((await serve(other.id, 'assessment', { application })).body)).toEqual([
      'application: tripService.problem.caseOther',
    ])
    await desk.clerk('POST', `${services}/${last.id}/remove`, {}, { 'if-match': `"${last.version}"` })
    expect((await trip(id)).fields).toMatchObject({ persons: 1, personTimes: 2 })
    expect(codesOf((await take(id, 'cancel', { cancelNote: '大雨' })).body)).toEqual(['state: trip.guard.servedNobody'])
    expect((await take(id, 'finish', { report: '集中评定一次' })).body.fields).toMatchObject({
      state: 'done',
      persons: 1,
      personTimes: 2,
    })
  })

  it('is done when its day has come, and serves nobody once it was cancelled', async () => {
    const later = await plan({ heldOn: '2026-06-20' })
    expect(codesOf((await take(later, 'finish', { report: '—' })).body)).toEqual(['state: trip.guard.isPast'])
    await take(later, 'cancel', { cancelNote: '大雨' })
    const holder = await desk.addHolder('1972-01-01')
    const served = await desk.clerk('POST', services, { trip: later, person: holder.id, kind: 'advice' })
    expect(codesOf(served.body)).toEqual(['trip: tripService.problem.cancelled'])
  })
})
