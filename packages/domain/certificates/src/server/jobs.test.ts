import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCaseDesk, papers } from '../testing/case-desk.js'
import { certificatesServer } from './certificates-server.js'
import { haveMonthsPassed } from './life/moved-batches.js'

let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeEach(async () => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificatesServer],
    now: '2026-06-15T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
})
afterEach(() => server.stop())

const personOf = async (id: string) => (await desk.clerk('GET', `/api/v1/persons/persons/${id}`)).body.fields
const historyOf = async (id: string) =>
  (await desk.clerk('GET', `/api/v1/certificates/certificates/${id}/history`)).body.entries.length

describe('the night', () => {
  it('marks what expired, tells the register of persons and other lines, and does so once', async () => {
    const holder = await desk.addHolder('1980-01-01')
    const id = await desk.register(holder, '2016-06-16')
    await desk.job('expire')
    expect((await desk.certificate(id)).state).toBe('valid')
    desk.passTo('2026-06-16')
    await desk.job('expire')
    await desk.job('expire')
    expect((await desk.certificate(id)).state).toBe('expired')
    expect((await personOf(holder.id)).isCertified).toBe(false)
    expect(await desk.events()).toEqual(['certificates.certificate.expired'])
  })

  it('leaves what contradicts its holder, and keeps nobody else waiting for it', async () => {
    const [wrong, right] = [await desk.addHolder('1980-01-01'), await desk.addHolder('1980-02-01')]
    const other = await desk.addHolder('1980-03-01')
    const [first, second] = [await desk.register(wrong, '2016-06-16'), await desk.register(right, '2016-06-16')]
    desk.passTo('2026-06-20')
    // a number that is not its holder's: the holder's own was put right, the certificate's not yet
    await server.connect('owner', (client) =>
      client.query('update certificates_certificate set person = $1 where id = $2', [other.id, first]),
    )
    await desk.job('expire')
    expect((await desk.certificate(first)).state).toBe('valid')
    expect((await desk.certificate(second)).state).toBe('expired')
  })

  it('marks what can be renewed after nine years, or after what the county decided', async () => {
    const [early, late] = [await desk.addHolder('1981-01-01'), await desk.addHolder('1982-01-01')]
    const [nine, eight] = [await desk.register(early, '2017-06-16'), await desk.register(late, '2018-06-15')]
    await desk.job('markRenewable')
    expect((await desk.certificate(nine)).isRenewable).toBe(null)
    desk.passTo('2026-06-16')
    const decided = await desk.clerk('POST', '/api/v1/system/limits', {
      record: 'certificates.certificate',
      clock: 'renewable',
      kind: 'statutory',
      unit: 'months',
      value: 96,
      since: '2026-06-16',
      division: places.town,
    })
    expect(decided.status, decided.text).toBe(201)
    await desk.job('markRenewable')
    expect((await desk.certificate(nine)).isRenewable).toBe(true)
    expect((await desk.certificate(eight)).isRenewable).toBe(true)
    const renewal = { item: 'renew', certificate: eight, hasOldCertificate: true }
    const id = await desk.toReview(late.id, renewal)
    await desk.take(id, 'approve', {}, desk.approver)
    expect(await desk.finish(id, late.numberOf('4', '2'))).toBe('issued')
    expect(await desk.certificate(eight)).toMatchObject({ isRenewable: false, issueDate: '2026-06-16' })
  })

  it('refuses a decision about a period that there is not', async () => {
    const wrong = { record: 'certificates.certificate', kind: 'statutory', unit: 'months', value: 96 }
    const where = { since: '2026-06-16', division: places.county }
    const other = await desk.clerk('POST', '/api/v1/system/limits', { ...wrong, ...where, clock: 'nothing' })
    expect(other.body.errors[0].code).toBe('limit.problem.clock')
    const about = { ...wrong, ...where, record: 'certificates.case', clock: 'handling', variant: 'nothing' }
    expect((await desk.clerk('POST', '/api/v1/system/limits', about)).body.errors[0].code).toBe('limit.problem.variant')
  })
})

describe('a household that moved', () => {
  it('has six months and a year, by the numbers of days and ends of months, and to the next working day', () => {
    // 31 August and six months: 28 February 2027, a Sunday; the Monday after is its last day
    expect(haveMonthsPassed('2026-08-31', 6, '2027-03-01')).toBe(false)
    expect(haveMonthsPassed('2026-08-31', 6, '2027-03-02')).toBe(true)
    // 1 April and six months: the first day of the National Day holiday, which ends on 7 October 2026
    expect(haveMonthsPassed('2026-04-01', 6, '2026-10-08')).toBe(false)
    expect(haveMonthsPassed('2026-04-01', 6, '2026-10-09')).toBe(true)
    // 29 February and a year: 28 February 2025, a Friday
    expect(haveMonthsPassed('2024-02-29', 12, '2025-02-28')).toBe(false)
    expect(haveMonthsPassed('2024-02-29', 12, '2025-03-01')).toBe(true)
    // no holidays are known of 2050: nothing is guessed
    expect(haveMonthsPassed('2049-12-31', 6, '2050-12-31')).toBe(false)
  })

  it('is frozen after six months, and its cancellation proposed after a year, which an approver decides', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const id = await desk.register(holder, '2020-01-01', { movedOn: '2025-12-15', moveSource: 'police' })
    await desk.job('followMoves')
    expect((await desk.certificate(id)).state).toBe('valid')
    desk.passTo('2026-06-16')
    await desk.job('followMoves')
    await desk.job('followMoves')
    expect(await desk.certificate(id)).toMatchObject({ state: 'frozen', freezeReason: 'move', stateOn: '2026-06-16' })
    expect(await historyOf(id)).toBe(2)
    expect(await desk.events()).toEqual(['certificates.certificate.frozen'])

    desk.passTo('2026-12-15')
    await desk.job('followMoves')
    expect(await desk.casesOf(holder.id)).toEqual([])
    desk.passTo('2026-12-16')
    await desk.job('followMoves')
    await desk.job('followMoves')
    const [proposed, ...others] = await desk.casesOf(holder.id)
    expect(others).toEqual([])
    expect(proposed).toMatchObject({ item: 'cancel', state: 'review', cancelReason: 'not-transferred' })
    expect((await desk.certificate(id)).state).toBe('frozen')
    await desk.take(proposed?.id ?? '', 'approve', {}, desk.approver)
    await desk.take(proposed?.id ?? '', 'carryOut', {}, desk.approver)
    expect(await desk.certificate(id)).toMatchObject({ state: 'cancelled', cancelReason: 'not-transferred' })
    // nobody is barred from a new application because the certificate was not transferred
    expect(await desk.take(await desk.apply(holder.id), 'submit')).toBe('submitted')
  })

  it('is left alone while its transfer is under way, and what the approver refused is not proposed again', async () => {
    const [going, staying] = [await desk.addHolder('1986-03-07'), await desk.addHolder('1987-03-07')]
    const moved = { movedOn: '2025-06-10', moveSource: 'visit' }
    const certificate = await desk.register(going, '2020-01-01', moved)
    await desk.register(staying, '2020-01-01', moved)
    const out = { item: 'transfer-out', certificate, toPlace: '外省某县残联' }
    const open = await desk.apply(going.id, { ...papers, ...out })
    await desk.take(open, 'submit')
    await desk.job('followMoves')
    expect(await desk.casesOf(going.id)).toHaveLength(1)
    const [proposed] = await desk.casesOf(staying.id)
    const refused = { refusalReason: 'other', refusalNote: '经核实户籍未迁出' }
    expect(await desk.take(proposed?.id ?? '', 'reject', refused, desk.approver)).toBe('refused')
    desk.passTo('2026-07-16')
    await desk.job('followMoves')
    expect(await desk.casesOf(staying.id)).toHaveLength(1)
  })
})
