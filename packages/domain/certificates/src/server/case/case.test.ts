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

describe('a first certificate', () => {
  it('of an adult is assessed, posted for five working days, reviewed by another person and handed over', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const id = await desk.apply(holder.id, { claimedCategory: '4' })
    expect(await desk.take(id, 'submit')).toBe('submitted')
    expect(await desk.refusal(id, 'accept')).toBe('case.guard.identitySeen')
    expect(await desk.take(id, 'askCorrection', { correctionNote: '请携带身份证、户口簿和照片' })).toBe('correcting')
    expect(await desk.take(id, 'resubmit')).toBe('submitted')
    const { version } = await desk.get(id)
    await desk.clerk('PATCH', `/api/v1/certificates/cases/${id}`, papers, { 'if-match': `"${version}"` })
    expect(await desk.take(id, 'accept')).toBe('accepted')
    expect(await desk.refusal(id, 'sendToReview')).toBe('case.guard.needsNoAssessment')
    expect(await desk.take(id, 'referForAssessment', { institution: '县人民医院' })).toBe('assessing')
    expect(await desk.take(id, 'findEligible', finding('4', '2', desk.today()))).toBe('assessed')
    expect((await desk.get(id)).fields).toMatchObject({ category: '4', grade: '2' })
    expect(await desk.refusal(id, 'skipNotice')).toBe('case.guard.needsNoNotice')
    await desk.post(id)
    expect(await desk.lineOf(id)).toMatchObject({ told: '肢体残疾、二级', state: 'posted', lastDay: '2026-06-08' })
    expect((await desk.get(id)).fields.state).toBe('notice')

    // 1 June is the day of the event; the 8th is the fifth working day after it
    await desk.night(7)
    expect((await desk.get(id)).fields.state).toBe('notice')
    await desk.night(1)
    expect((await desk.get(id)).fields.state).toBe('review')

    expect(await desk.refusal(id, 'approve')).toBe('another-person-required')
    expect(await desk.take(id, 'approve', {}, desk.approver)).toBe('approved')
    expect(await desk.refusal(id, 'carryOut', {}, desk.approver)).toBe('case.guard.isNotPrinted')
    expect(await desk.refusal(id, 'printCertificate', { issueDate: desk.today() })).toBe('wrong-state')
    expect(await desk.finish(id, holder.numberOf('4', '2'))).toBe('issued')

    expect(await desk.certificate(await desk.certificateOf(holder.id))).toMatchObject({
      state: 'valid',
      category: '4',
      grade: '2',
      issueDate: '2026-06-09',
      validTo: '2036-06-08',
      source: 'national',
    })
    expect((await desk.get(id)).fields.closedOn).toBe('2026-06-09')
    expect(await desk.events()).toEqual(
      expect.arrayContaining(['certificates.certificate.issued', 'certificates.case.issued']),
    )
  })

  it('of a deaf child of four needs a guardian and is not posted', async () => {
    const child = await desk.addHolder('2022-02-02')
    const id = await desk.apply(child.id, { claimedCategory: '2', applicant: 'guardian', ...papers })
    expect(await desk.refusal(id, 'submit')).toBe('case.guard.guardianNamed')
    const guardian = await desk.clerk('POST', '/api/v1/persons/guardians', {
      person: child.id,
      name: '监护人甲',
      relation: '50',
      since: '2022-02-02',
    })
    expect(guardian.status, guardian.text).toBe(201)
    const { version } = await desk.get(id)
    const named = { guardian: guardian.body.id, hasGuardianProof: true }
    await desk.clerk('PATCH', `/api/v1/certificates/cases/${id}`, named, { 'if-match': `"${version}"` })
    for (const verb of ['submit', 'accept']) await desk.take(id, verb)
    await desk.take(id, 'referForAssessment', { institution: '省儿童医院', isHomeVisit: true })
    await desk.take(id, 'findEligible', finding('2', '1', desk.today()))
    expect(await desk.refusal(id, 'startNotice', { noticePlace: '村务公开栏' })).toBe('case.guard.isAdult')
    expect(await desk.take(id, 'skipNotice')).toBe('review')
    expect(await desk.take(id, 'approve', {}, desk.approver)).toBe('approved')
  })

  it('is given to nobody who has one, has an open case, or is dead', async () => {
    const holder = await desk.addHolder('1985-03-07')
    await desk.certify(holder, '4', '2')
    expect(await desk.refusal(await desk.apply(holder.id), 'submit')).toBe('case.guard.hasNoCertificate')

    const other = await desk.addHolder('1986-03-07')
    const first = await desk.apply(other.id)
    const second = await desk.apply(other.id)
    await desk.take(first, 'submit')
    expect(await desk.refusal(second, 'submit')).toBe('case.guard.noOpenCase')

    const dead = await desk.addHolder('1950-03-07', { isDeceased: true, deathDate: '2026-05-01' })
    expect(await desk.refusal(await desk.apply(dead.id), 'submit')).toBe('case.guard.alive')
  })
})

describe('a finding', () => {
  const assess = async (birthDate: string) => {
    const holder = await desk.addHolder(birthDate)
    const id = await desk.apply(holder.id, { claimedCategory: '4', ...papers })
    for (const verb of ['submit', 'accept']) await desk.take(id, verb)
    await desk.take(id, 'referForAssessment', { institution: '县人民医院' })
    return id
  }
  const notEligible = { assessedOn: '2026-06-01', doctors: '评定医师甲', findings: '不符合标准' }

  it('that nobody disputes within ten working days ends the case', async () => {
    const id = await assess('1970-01-01')
    await desk.take(id, 'findNotEligible', notEligible)
    // the tenth working day after 1 June 2026 is the 15th
    await desk.night(14)
    expect((await desk.get(id)).fields.state).toBe('not-eligible')
    await desk.night(1)
    expect((await desk.get(id)).fields.state).toBe('refused')
  })

  it('is disputed to the prefecture first and then to the province, whose word is the last', async () => {
    const id = await assess('1970-01-02')
    await desk.take(id, 'findNotEligible', notEligible)
    const disputed = { disputeReason: '对评定结论不服' }
    expect(await desk.refusal(id, 'appeal', disputed)).toBe('case.guard.cityHasConcluded')
    expect(await desk.take(id, 'dispute', disputed)).toBe('dispute-city')
    await desk.night(60)
    expect(await desk.take(id, 'cityFindsNotEligible', { cityConclusion: '维持' })).toBe('not-eligible')
    expect(await desk.refusal(id, 'dispute')).toBe('case.guard.firstDispute')
    expect(await desk.take(id, 'appeal')).toBe('dispute-province')
    expect(await desk.take(id, 'provinceRefuses', { provinceConclusion: '最终结论：不符合' })).toBe('refused')
    expect(await desk.refusal(id, 'appeal')).toBe('wrong-state')
  })

  it('that somebody objects to is looked into by another than who accepted, and made again', async () => {
    const id = await assess('1970-01-03')
    await desk.take(id, 'findEligible', finding('4', '3', '2026-06-01'))
    await desk.post(id)
    const objection = await desk.object(id, '反映可独立行走')
    expect((await desk.get(id)).fields.state).toBe('objection')
    await desk.night(30)
    expect((await desk.get(id)).fields.state).toBe('objection')
    const note = '走访核实，情况属实，重新评定'
    expect(await desk.decide(objection, 'uphold', note, desk.clerk)).toBe('objection.guard.independent')
    expect(await desk.decide(objection, 'uphold', note)).toBeUndefined()
    expect((await desk.get(id)).fields).toMatchObject({ state: 'assessing', resolutionNote: note })
    const { body } = await desk.clerk('POST', `/api/v1/certificates/cases/${id}/reveal`, {
      fields: ['objectionNote'],
      reason: '重新评定',
    })
    expect(body.values.objectionNote).toBe('反映可独立行走')
    expect(await desk.take(id, 'findNotEligible', { ...notEligible, assessedOn: desk.today() })).toBe('not-eligible')
  })

  it('that somebody objects to without reason is posted anew, for all of its days', async () => {
    const id = await assess('1970-01-04')
    await desk.take(id, 'findEligible', finding('4', '3', '2026-06-01'))
    await desk.post(id)
    const objection = await desk.object(id, '反映可独立行走')
    await desk.night(8)
    await desk.decide(objection, 'reject', '走访核实，评定无误')
    expect((await desk.get(id)).fields).toMatchObject({ state: 'notice', resolutionNote: '走访核实，评定无误' })
    // 9 June is a Tuesday: the 16th is the fifth working day after it
    await desk.night(7)
    expect((await desk.get(id)).fields.state).toBe('notice')
    await desk.night(1)
    expect((await desk.get(id)).fields.state).toBe('review')
  })

  it('leaves its notice with a dispute, and is posted again when the notice is withdrawn', async () => {
    const disputed = await assess('1970-01-05')
    await desk.take(disputed, 'findEligible', finding('4', '3', '2026-06-01'))
    await desk.post(disputed)
    await desk.take(disputed, 'dispute', { disputeReason: '等级偏低' })
    expect((await desk.lineOf(disputed)).state).toBe('withdrawn')
    await server.deliver()
    expect((await desk.get(disputed)).fields.state).toBe('dispute-city')

    const id = await assess('1970-01-06')
    await desk.take(id, 'findEligible', finding('4', '3', '2026-06-01'))
    await desk.post(id)
    const { notice } = await desk.lineOf(id)
    const { version } = (await desk.clerk('GET', `/api/v1/notices/notices/${notice}`)).body
    await desk.clerk(
      'POST',
      `/api/v1/notices/notices/${notice}/do/withdraw`,
      { withdrawReason: '名单有误' },
      { 'if-match': `"${version}"` },
    )
    await server.deliver()
    expect((await desk.get(id)).fields.state).toBe('assessed')
    await desk.post(id)
    await desk.night(10)
    expect((await desk.get(id)).fields.state).toBe('review')
  })
})

describe('a certificate that is there', () => {
  const close = async (id: string, number: string) => {
    await desk.take(id, 'approve', {}, desk.approver)
    return desk.finish(id, number)
  }

  it('is lost twice and counts on, and begins anew with another grade', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const certificate = await desk.certify(holder, '4', '2')
    for (const replacement of [1, 2]) {
      const id = await desk.apply(holder.id, { item: 'reissue-lost', certificate, ...papers })
      for (const verb of ['submit', 'accept', 'sendToReview']) await desk.take(id, verb)
      await close(id, holder.numberOf('4', '2', replacement))
    }
    const held = await desk.certificate(certificate)
    expect(held).toMatchObject({ state: 'valid', issueDate: '2026-06-11' })
    const { body } = await desk.clerk('GET', `/api/v1/certificates/number-histories?certificate=${certificate}`)
    expect(body.rows.map(({ fields }: { fields: { reason: string } }) => fields.reason)).toEqual([
      'replacement',
      'replacement',
    ])

    await desk.night(30)
    const id = await desk.apply(holder.id, { item: 'change-grade', certificate, ...papers, hasOldCertificate: true })
    for (const verb of ['submit', 'accept']) await desk.take(id, verb)
    await desk.take(id, 'referForAssessment', { institution: '县人民医院' })
    await desk.take(id, 'findEligible', finding('4', '1', desk.today()))
    await desk.post(id)
    await desk.night(10)
    expect(await close(id, holder.numberOf('4', '1'))).toBe('issued')
    expect(await desk.certificate(certificate)).toMatchObject({ category: '4', grade: '1', issueDate: '2026-07-21' })
    expect(await desk.events()).toEqual(
      expect.arrayContaining(['certificates.certificate.reissued', 'certificates.certificate.gradeChanged']),
    )
  })

  it('is renewed in its last year, by a new term on the same number', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const number = holder.numberOf('4', '2')
    const { body } = await desk.clerk('POST', '/api/v1/certificates/certificates', {
      person: holder.id,
      number,
      issueDate: '2017-06-03',
    })
    const renewal = { item: 'renew', certificate: body.id, ...papers, hasOldCertificate: true }
    const id = await desk.apply(holder.id, renewal)
    expect(await desk.refusal(id, 'submit')).toBe('case.guard.renewalDue')
    await desk.night(2)
    for (const verb of ['submit', 'accept', 'sendToReview']) await desk.take(id, verb)
    expect(await close(id, number)).toBe('issued')
    expect(await desk.certificate(body.id)).toMatchObject({ issueDate: '2026-06-03', validTo: '2036-06-02' })
    expect(await desk.events()).toContain('certificates.certificate.renewed')
  })

  it('is cancelled, and asked for again after eleven months in vain and after a year with success', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const certificate = await desk.certify(holder, '4', '2')
    const id = await desk.apply(holder.id, { item: 'cancel', certificate, cancelReason: 'voluntary', ...papers })
    for (const verb of ['submit', 'accept', 'sendToReview']) await desk.take(id, verb)
    await desk.take(id, 'approve', {}, desk.approver)
    expect(await desk.take(id, 'carryOut', {}, desk.approver)).toBe('done')
    expect(await desk.certificate(certificate)).toMatchObject({ state: 'cancelled', cancelReason: 'voluntary' })
    const person = await desk.clerk('GET', `/api/v1/persons/persons/${holder.id}`)
    expect(person.body.fields.isCertified).toBe(false)

    await desk.night(334)
    const early = await desk.apply(holder.id)
    expect(await desk.refusal(early, 'submit')).toBe('case.guard.notBarred')
    await desk.night(62)
    expect(await desk.take(early, 'submit')).toBe('submitted')
  })

  it('is frozen and set free by two people', async () => {
    const holder = await desk.addHolder('1985-03-07')
    const certificate = await desk.certify(holder, '4', '2')
    for (const [item, state] of [
      ['freeze', 'frozen'],
      ['unfreeze', 'valid'],
    ]) {
      const id = await desk.apply(holder.id, { item, certificate, ...papers })
      for (const verb of ['submit', 'accept', 'sendToReview']) await desk.take(id, verb)
      expect(await desk.refusal(id, 'approve')).toBe('another-person-required')
      await desk.take(id, 'approve', {}, desk.approver)
      await desk.take(id, 'carryOut', {}, desk.approver)
      expect((await desk.certificate(certificate)).state).toBe(state)
    }
    const again = await desk.apply(holder.id, { item: 'unfreeze', certificate, ...papers })
    expect(await desk.refusal(again, 'submit')).toBe('case.guard.certificateInState')
  })
})
