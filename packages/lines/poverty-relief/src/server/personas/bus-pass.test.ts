import { certificates } from '@opendpf/certificates'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { certificate } = certificates.records
const { application, cycle, difference, enrolment } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-08T02:00:00Z')
})
afterAll(() => office.server.stop())

it('is issued once the part of the body is known, costs nothing, and ends in the month of the certificate', async () => {
  await office.offer('busPass')
  const rider = await office.holder('4', '3')
  const id = await office.apply('busPass', rider.id, { evidence: ['idCard', 'certificate', 'photo'] })
  await office.take(application, id, 'accept', {}, office.town)
  expect((await office.step(application, id, 'passReview')).body.errors).toMatchObject([
    { message: expect.stringContaining('部位') },
  ])
  await office.change(certificate, rider.certificate, {
    components: [{ category: '4', grade: '3', part: 'lower-limbs' }],
  })
  await office.take(application, id, 'passReview')
  await office.take(application, id, 'approve', {}, office.approver)
  expect([await office.figure('busPasses', '2026-06-08'), await office.figure('recipients', '2026-06-08')]).toEqual([
    1, 0,
  ])
  const june = await office.computed('busPass', '2026-06')
  expect(await office.read(cycle, june)).toMatchObject({ members: 1, amount: 0, differences: 0 })

  await office.change(certificate, rider.certificate, {
    state: 'cancelled',
    stateOn: '2026-06-08',
    cancelReason: 'voluntary',
  })
  await office.take(cycle, june, 'compute')
  await office.run('programmes.runCycles')
  const [found] = await office.rows(difference, `cycle=${june}`)
  expect(found?.fields).toMatchObject({ kind: 'certificate-cancelled' })
  await office.take(difference, found?.id ?? '', 'stop', { happenedOn: '2026-06-08' })
  const held = await office.enrolmentOf(rider.id)
  expect(await office.read(enrolment, held.id)).toMatchObject({ state: 'stopped', lastMonth: '2026-05' })
  expect(await office.figure('busPasses', '2026-06-08')).toBe(0)
})
