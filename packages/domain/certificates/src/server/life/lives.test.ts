import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finding, openCaseDesk, papers } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeEach(async () => {
  server = await startTestServer({
    modules: [personsServer, noticesServer, certificatesServer],
    now: '2026-06-01T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
})
afterEach(() => server.stop())

const dies = async (id: string, more: object = { deathDate: '2026-05-30' }) => {
  const { version } = (await desk.clerk('GET', `/api/v1/persons/persons/${id}`)).body
  const known = { isDeceased: true, ...more }
  const answer = await desk.clerk('PATCH', `/api/v1/persons/persons/${id}`, known, { 'if-match': `"${version}"` })
  if (answer.status !== 200) throw new Error(answer.text)
  await server.deliver()
}

describe('a deaf child', () => {
  it('of four is assessed, again at seven with speech, and at eighteen', async () => {
    const child = await desk.addHolder('2022-02-02')
    const guardian = await desk.clerk('POST', '/api/v1/persons/guardians', {
      person: child.id,
      name: '监护人甲',
      relation: '50',
      since: '2022-02-02',
    })
    const byGuardian = { applicant: 'guardian', guardian: guardian.body.id, hasGuardianProof: true, ...papers }
    const assess = async (id: string, found: Readonly<Record<string, unknown>>) => {
      for (const verb of ['submit', 'accept']) await desk.take(id, verb)
      await desk.take(id, 'referForAssessment', { institution: '省儿童医院' })
      await desk.take(id, 'findEligible', found)
    }
    const decide = async (id: string, number: string) => {
      await desk.take(id, 'approve', {}, desk.approver)
      return desk.finish(id, number)
    }
    const first = await desk.apply(child.id, { claimedCategory: '2', ...byGuardian })
    await assess(first, finding('2', '1', desk.today()))
    await desk.take(first, 'skipNotice')
    expect(await decide(first, child.numberOf('2', '1'))).toBe('issued')
    const certificate = await desk.certificateOf(child.id)

    desk.passTo('2029-03-01')
    const components = [
      { category: '2', grade: '2' },
      { category: '3', grade: '1' },
    ]
    const change = { item: 'change-grade', certificate, hasOldCertificate: true }
    const second = await desk.apply(child.id, { ...change, ...byGuardian })
    await assess(second, { ...finding('2', '1', desk.today()), components })
    await desk.take(second, 'skipNotice')
    expect(await decide(second, child.numberOf('7', '1'))).toBe('issued')
    expect(await desk.certificate(certificate)).toMatchObject({ category: '7', grade: '1', components })

    desk.passTo('2039-02-28')
    await desk.job('markRenewable')
    expect((await desk.certificate(certificate)).isRenewable).toBe(true)
    desk.passTo('2040-02-06')
    await desk.job('expire')
    expect((await desk.certificate(certificate)).state).toBe('expired')
    const renewal = { item: 'renew', certificate, hasChanged: true, hasOldCertificate: true }
    const third = await desk.apply(child.id, { ...renewal, ...papers })
    await assess(third, finding('2', '2', desk.today()))
    await desk.take(third, 'skipNotice')
    expect(await decide(third, child.numberOf('2', '2'))).toBe('issued')
    expect(await desk.certificate(certificate)).toMatchObject({
      state: 'valid',
      category: '2',
      grade: '2',
      issueDate: '2040-02-06',
      isRenewable: false,
    })
    const { body } = await desk.clerk('GET', `/api/v1/certificates/number-histories?certificate=${certificate}`)
    expect(body.rows).toHaveLength(2)
    expect(await desk.events()).toEqual(
      expect.arrayContaining(['certificates.certificate.renewed', 'certificates.certificate.gradeChanged']),
    )
  })
})

describe('a death that is known by a comparison of data', () => {
  it('ends an open renewal and cancels the certificate, and other lines hear of it', async () => {
    const holder = await desk.addHolder('1950-03-07')
    const certificate = await desk.register(holder, '2017-01-01')
    const id = await desk.toReview(holder.id, { item: 'renew', certificate, hasOldCertificate: true })
    await desk.take(id, 'approve', {}, desk.approver)
    await desk.take(id, 'sendToNational')
    await dies(holder.id)
    expect((await desk.get(id)).fields.state).toBe('terminated')
    expect(await desk.certificate(certificate)).toMatchObject({ state: 'cancelled', cancelReason: 'death' })
    expect(await desk.events()).toContain('certificates.certificate.cancelled')
    // an answer that comes afterwards has nothing to say any more
    const lines = (await desk.clerk('GET', '/api/v1/certificates/submissions')).body.rows
    expect(lines[0].fields.state).toBe('void')
    await expect(desk.answer(id, { result: 'confirmed' })).rejects.toThrow('nothing was sent')
    expect(await desk.refusal(await desk.apply(holder.id), 'submit')).toBe('case.guard.alive')
  })

  it('without its day is a hint, and changes nothing by itself', async () => {
    const holder = await desk.addHolder('1951-03-07')
    const certificate = await desk.register(holder, '2020-01-01')
    await dies(holder.id, {})
    expect((await desk.certificate(certificate)).state).toBe('valid')
    await dies(holder.id)
    expect((await desk.certificate(certificate)).state).toBe('cancelled')
  })
})

it('a cancelled holder applies again after eleven months in vain, and after thirteen with success', async () => {
  const holder = await desk.addHolder('1985-03-07')
  const certificate = await desk.register(holder, '2020-01-01')
  await desk.carryOut(holder.id, { item: 'cancel', certificate, cancelReason: 'recovered' })
  const again = await desk.apply(holder.id)
  desk.passTo('2027-05-01')
  const refused = await desk.step(again, 'submit')
  expect(refused.body.errors[0]).toMatchObject({ code: 'case.guard.notBarred' })
  expect(refused.body.errors[0].message).toContain('2027-06-01')
  desk.passTo('2027-07-01')
  expect(await desk.take(again, 'submit')).toBe('submitted')
})
