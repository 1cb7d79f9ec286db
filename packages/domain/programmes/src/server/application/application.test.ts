import { funds } from '@opendpf/funds'
import { notices } from '@opendpf/notices'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application, offer } = programmes.records
let desk: Desk
let quotaOffer: string
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  await desk.offer('grants.allowance')
  quotaOffer = await desk.offer('grants.relief', { quota: 3 })
  await desk.offer('grants.pension')
  await desk.offer('grants.fuel')
})
afterAll(() => desk.server.stop())

const visit = async () => ({
  surveyedOn: desk.today(),
  surveyors: '调查员甲、调查员乙',
  surveyPlace: '上河村 3 组',
  survey: { rooms: 3, livesAlone: true, water: 'well' },
  surveyPhotos: await desk.picture(),
})
const accepted = async (person: string) => {
  const id = await desk.apply('grants.allowance', person, { evidence: ['idCard'] })
  await desk.take(application, id, 'accept')
  return id
}
const opinion = () => ({ villageOpinion: 'supports', villageOn: desk.today() })

describe('an application', () => {
  it('goes through every stage that its programme has, and keeps what the rules said', async () => {
    const id = await accepted(await desk.person())
    expect(await desk.state(id)).toBe('surveying')
    expect(await desk.refusal(application, id, 'noteSurvey', { ...(await visit()), survey: { rooms: 3 } })).toBe(
      'application.guard.surveyDone',
    )
    expect(await desk.take(application, id, 'noteSurvey', await visit())).toBe('village')
    expect(await desk.take(application, id, 'noteOpinion', opinion())).toBe('town')
    expect(await desk.take(application, id, 'passTown')).toBe('review')
    // no other department is asked: it is posted at once
    await desk.take(application, id, 'passReview', {}, desk.reviewer)
    expect(await desk.state(id)).toBe('notice')
    await desk.publish(id)
    await desk.pass(10)
    expect(await desk.state(id)).toBe('decision')
    expect(await desk.take(application, id, 'approve', {}, desk.approver)).toBe('approved')
    expect(await desk.take(application, id, 'tell', { toldOn: desk.today(), toldBy: 'phone' })).toBe('granted')
    const { explanation, verdict, ruleVersion, startMonth, appliedOn } = await desk.read(application, id)
    expect({ verdict, startMonth, appliedOn }).toEqual({
      verdict: 'yes',
      startMonth: '2026-06',
      appliedOn: '2026-06-15',
    })
    expect(explanation).toMatchObject({ ruleVersion, standard: 10_000, clauses: [{}, { code: 'M1', verdict: 'yes' }] })
  })

  it('passes over what its programme does not have, in one step', async () => {
    const id = await desk.apply('grants.relief', await desk.person())
    await desk.take(application, id, 'accept')
    expect(await desk.state(id)).toBe('review')
    await desk.take(application, id, 'passReview', {}, desk.reviewer)
    expect(await desk.state(id)).toBe('decision')
    expect(await desk.refusal(application, id, 'approve', { amount: 300_000 }, desk.approver)).toBe(
      'application.guard.amountDecided',
    )
    expect(await desk.take(application, id, 'approve', { amount: 200_000 }, desk.approver)).toBe('approved')
  })

  it('records what another department decides with its document, and follows it', async () => {
    const id = await desk.apply('grants.pension', await desk.person())
    await desk.take(application, id, 'accept')
    await desk.take(application, id, 'passTown')
    await desk.take(application, id, 'passReview', {}, desk.reviewer)
    expect(await desk.state(id)).toBe('department')
    expect(await desk.refusal(application, id, 'noteApproval', { departmentOn: desk.today() })).toBe('requiredByStep')
    await desk.take(application, id, 'noteApproval', {
      departmentOn: desk.today(),
      departmentDocument: '示民〔2026〕7号',
    })
    const { state, department } = await desk.read(application, id)
    expect({ state, department }).toEqual({ state: 'approved', department: 'civil-affairs' })
  })

  it('is reviewed and decided by different people', async () => {
    const id = await desk.apply('grants.pension', await desk.person())
    await desk.take(application, id, 'accept')
    await desk.take(application, id, 'passTown')
    expect(await desk.refusal(application, id, 'passReview')).toBe('another-person-required')
    const relief = await desk.grant('grants.relief', await desk.person())
    for (const call of [desk.clerk, desk.reviewer])
      expect(await desk.refusal(application, relief, 'approve', { amount: 100 }, call)).toBe('another-person-required')
  })

  it('is refused with rule, fact and remedy, may be appealed once, and is looked at again', async () => {
    const id = await desk.apply('grants.pension', await desk.person({ isPoor: false }))
    await desk.take(application, id, 'accept')
    await desk.take(application, id, 'passTown')
    expect(await desk.refusal(application, id, 'passReview', {}, desk.reviewer)).toBe('application.guard.qualifies')
    const reason = { refusalReason: 'not-eligible', refusalNote: '家庭经济状况不在范围内' }
    await desk.take(application, id, 'refuseAtReview', reason, desk.reviewer)
    const { refusalGrounds, verdict } = await desk.read(application, id)
    expect(verdict).not.toBe('yes')
    for (const words of ['规则版本', 'M1', '家庭经济状况', '补救']) expect(refusalGrounds).toContain(words)
    await desk.take(application, id, 'tellRefusal', { toldOn: desk.today(), toldBy: 'letter' })
    await desk.take(application, id, 'appeal', { appealReason: '已纳入低保' })
    const conclusion = { appealConclusion: '核实后重新审核' }
    expect(await desk.refusal(application, id, 'upholdAppeal', conclusion, desk.reviewer)).toBe(
      'another-person-required',
    )
    expect(await desk.take(application, id, 'upholdAppeal', conclusion, desk.approver)).toBe('review')
    await desk.take(application, id, 'refuseAtReview', reason, desk.reviewer)
    await desk.take(application, id, 'tellRefusal', { toldOn: desk.today(), toldBy: 'letter' })
    expect(await desk.refusal(application, id, 'appeal', { appealReason: '再次申诉' })).toBe(
      'application.guard.firstAppeal',
    )
    await desk.pass(66)
    expect(await desk.state(id)).toBe('refused')
  })

  it('is not refused for not qualifying while the rules say yes', async () => {
    const id = await desk.apply('grants.pension', await desk.person())
    await desk.take(application, id, 'accept')
    const reason = { refusalReason: 'not-eligible', refusalNote: '不符合' }
    expect(await desk.refusal(application, id, 'refuseAtTown', reason)).toBe('application.guard.refusalIsGrounded')
  })

  it('tells once what is missing, and lapses when nothing comes', async () => {
    const id = await desk.apply('grants.allowance', await desk.person())
    expect(await desk.refusal(application, id, 'accept')).toBe('application.guard.evidenceComplete')
    await desk.take(application, id, 'askCorrection', { correctionNote: '请补身份证' })
    await desk.take(application, id, 'resubmit')
    expect(await desk.refusal(application, id, 'askCorrection', { correctionNote: '再补' })).toBe(
      'application.guard.firstCorrection',
    )
    const other = await desk.apply('grants.allowance', await desk.person())
    await desk.take(application, other, 'askCorrection', { correctionNote: '请补身份证' })
    await desk.pass(31)
    expect(await desk.state(other)).toBe('withdrawn')
  })

  it('is one of a beneficiary at a time, except for another vehicle', async () => {
    const person = await desk.person()
    await desk.apply('grants.relief', person)
    const again = await desk.make(application, {
      programme: 'grants.relief',
      person,
      applicant: 'self',
      channel: 'counter',
    })
    expect(await desk.refusal(application, again, 'submit')).toBe('application.guard.onlyOne')
    await desk.apply('grants.fuel', person, { objectNumber: 'A-1' })
    await desk.apply('grants.fuel', person, { objectNumber: 'A-2' })
  })

  it('for a vehicle is its owner’s alone, however the number is written', async () => {
    const isOf = { programme: 'grants.fuel', applicant: 'self', channel: 'counter' }
    const make = async (objectNumber: string) =>
      desk.make(application, { ...isOf, person: await desk.person(), objectNumber })
    const asked = await make('示C·0001')
    expect(await desk.take(application, asked, 'submit')).toBe('received')
    const other = await make('示c 0001')
    expect(await desk.refusal(application, other, 'submit')).toBe('application.guard.numberFree')
    await desk.done(desk.change(application, other, { objectNumber: '示C·0002' }))
    expect(await desk.take(application, other, 'submit')).toBe('received')
    const enrolled = { objectNumber: '示C·0003', scheme: 'grants.fuel' }
    await desk.enrol('grants.fuel', await desk.person(), '2026-06', enrolled)
    expect(await desk.refusal(application, await make('示c-0003'), 'submit')).toBe('application.guard.numberFree')
  })

  it('keeps within the quota, whoever approves', async () => {
    const granted = await desk.server.write(({ read }) =>
      read.count(application, { offer: quotaOffer, state: ['approved', 'granted'] }),
    )
    for (let left = 3 - granted; left > 0; left -= 1) {
      const id = await desk.grant('grants.relief', await desk.person())
      await desk.take(application, id, 'approve', { amount: 1 }, desk.approver)
    }
    const over = await desk.grant('grants.relief', await desk.person())
    expect(await desk.refusal(application, over, 'approve', { amount: 1 }, desk.approver)).toBe(
      'application.problem.quota',
    )
  })

  it('survey and evidence are what the programme asks for', async () => {
    const id = await accepted(await desk.person())
    const wrong = await desk.change(application, id, { survey: { rooms: 'three' } })
    expect(wrong.body.errors[0].code).toBe('application.problem.survey')
    const strange = await desk.change(application, id, { evidence: ['passport'] })
    expect(strange.body.errors[0].code).toBe('application.problem.evidence')
  })

  it('may be visited later, but is not approved before', async () => {
    const id = await accepted(await desk.person())
    await desk.take(application, id, 'postponeSurvey')
    await desk.take(application, id, 'noteOpinion', opinion())
    await desk.take(application, id, 'passTown')
    await desk.take(application, id, 'passReview', {}, desk.reviewer)
    await desk.publish(id)
    await desk.pass(20)
    expect(await desk.refusal(application, id, 'approve', {}, desk.approver)).toBe('application.guard.surveyDone')
    await desk.done(desk.change(application, id, await visit()))
    expect(await desk.take(application, id, 'approve', {}, desk.approver)).toBe('approved')
  })

  it('of a minor is not posted; an upheld objection leads back to the review', async () => {
    const child = await accepted(await desk.person({ birthDate: '2015-01-01' }))
    const grown = await accepted(await desk.person())
    for (const id of [child, grown]) {
      await desk.take(application, id, 'noteSurvey', await visit())
      await desk.take(application, id, 'noteOpinion', opinion())
      await desk.take(application, id, 'passTown')
      await desk.take(application, id, 'passReview', {}, desk.reviewer)
    }
    expect(await desk.state(child)).toBe('decision')
    await desk.publish(grown)
    const { line, objection } = notices.records
    const found = await desk.server.write(async ({ read }) => (await read.many(line, { subject: grown })).at(-1))
    const about = await desk.make(objection, { notice: found?.notice, line: found?.id, text: '情况不实' })
    await desk.server.deliver()
    expect(await desk.state(grown)).toBe('objection')
    await desk.take(objection, about, 'uphold', { decisionNote: '属实' }, desk.approver)
    await desk.server.deliver()
    expect(await desk.state(grown)).toBe('review')
  })

  it('is seen by the town it lies in, and by no other', async () => {
    const id = await desk.apply('grants.pension', await desk.person({ division: places.village }))
    const [own, other] = [places.town, places.otherTown].map((at) => desk.server.as({ id: `at-${at}`, at }))
    expect((await own?.('GET', `/api/v1/programmes/applications/${id}`))?.status).toBe(200)
    expect((await other?.('GET', `/api/v1/programmes/applications/${id}`))?.status).toBe(404)
    // a town accepts what lies in it under the county's offer
    expect(await desk.take(application, id, 'accept', {}, own)).toBe('surveying')
  })
})

describe('a county', () => {
  it('switches a programme on once a year, for its own territory, within the days of the programme', async () => {
    const again = await desk.make(offer, { programme: 'grants.fuel', year: 2026, region: places.county })
    expect(await desk.refusal(offer, again, 'open')).toBe('offer.guard.alone')
    expect(await desk.read(offer, again)).toMatchObject({ firstDay: '2026-03-01', lastDay: '2026-09-30' })
    const wrong = await desk.add(offer, { programme: 'grants.fuel', year: 2026, region: places.neighbour })
    expect(wrong.body.errors[0].code).toBe('offer.problem.territory')
    const province = await desk.add(offer, { programme: 'grants.fuel', year: 2026, region: '990000000000' })
    expect(province.status).toBe(422)
    const unknown = await desk.add(offer, { programme: 'grants.nothing', year: 2026, region: places.county })
    expect(unknown.body.errors[0].code).toBe('offer.problem.programme')
  })

  it('takes applications only on its days', async () => {
    const person = await desk.person({ division: places.neighbourVillage }).catch(() => undefined)
    expect(person, 'a clerk of the county enters nobody next door').toBeUndefined()
    const id = await desk.make(application, {
      programme: 'grants.relief',
      person: await desk.person(),
      applicant: 'self',
      channel: 'other-county',
      receivingCounty: '外省某县',
      receivedThereOn: '2025-12-30',
    })
    expect(await desk.refusal(application, id, 'submit')).toBe('application.guard.isOffered')
  })

  it('counts the month of a cross-county application from the window that received it', async () => {
    const id = await desk.apply('grants.pension', await desk.person(), {
      channel: 'other-county',
      receivingCounty: '外省某县',
      receivedThereOn: '2026-05-28',
    })
    expect(await desk.read(application, id)).toMatchObject({ appliedOn: '2026-05-28', startMonth: '2026-05' })
  })

  it('reserves the money of a grant that is paid once, and approves none that the budget line cannot pay', async () => {
    const { fund, receipt, budgetLine, expenditure } = funds.records
    const money = await desk.make(fund, { title: '专项', source: 'levy', year: 2026, division: places.county })
    const received = await desk
      .make(receipt, {
        fund: money,
        kind: 'appropriation',
        receivedOn: '2026-06-01',
        amount: 10_000_00,
        purpose: '救助',
      })
      .catch(() => undefined)
    if (received) await desk.take(receipt, received, 'take', {}, desk.approver)
    const line = await desk.make(budgetLine, { fund: money, number: 'A', use: '临时救助', amount: 1_500_00 })
    const [first] = await desk.rows(offer, 'programme=grants.relief&state=open')
    await desk.done(desk.change(offer, first?.id ?? '', { quota: 50, budgetLine: line }))
    const one = await desk.grant('grants.relief', await desk.person())
    await desk.take(application, one, 'approve', { amount: 1_000_00 }, desk.approver)
    const [kept] = await desk.rows(expenditure, `subject=${one}`)
    expect(kept?.fields).toMatchObject({ amount: 1_000_00, state: 'reserved', recipientKind: 'person' })
    const two = await desk.grant('grants.relief', await desk.person())
    expect(await desk.refusal(application, two, 'approve', { amount: 1_000_00 }, desk.approver)).toBeDefined()
    expect(await desk.state(two)).toBe('decision')
  })
})
