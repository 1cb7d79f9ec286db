import { certificates } from '@opendpf/certificates'
import { type Explanation, eligibilityModule } from '@opendpf/eligibility'
import { funds } from '@opendpf/funds'
import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { programmes } from '@opendpf/programmes'
import { formatCertificateNumber } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { programmeOfAid, rehab } from '../../contract/index.js'
import { codes, openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'
import { openCase } from './open-case.js'

const { relief, diagnosis, agreement, course, lesson } = rehab.records
const { application, enrolment, offer } = programmes.records
const { fund, receipt, budgetLine, expenditure } = funds.records
const { parameter } = eligibilityModule.records
const today = '2026-06-15'
const scheme = 'rehab.childTraining'
let desk: RehabDesk
let line: string
let institution: string

/** A value that the county has decided, in force from this month on. */
const decide = async (name: string, value: unknown, since = '2026-06-01') => {
  const id = await desk.make(parameter, {
    name: `rehab.${name}`,
    region: places.county,
    since,
    value,
    documentTitle: '示例县残疾儿童康复救助办法（演示数据）',
  })
  await desk.expectDone(desk.step(parameter, id, 'enact'))
}

/** A child of a household on the low allowance, in the register. */
const childOf = async (birthDate: string): Promise<string> => {
  const id = await desk.person({ birthDate })
  await desk.make(persons.records.status, {
    person: id,
    kind: 'allowance',
    since: '2024-01-01',
    source: 'civil-affairs',
  })
  return id
}
const diagnose = (person: string, category: string, finding: string) =>
  desk.make(diagnosis, { person, category, finding, hospital: '示例市妇幼保健院', diagnosedOn: '2026-05-01' })
const certify = async (person: string, category: string) => {
  const idNumber = await desk.server.write(
    async ({ read }) => (await read.one(persons.records.person, person))?.idNumber,
  )
  const number = formatCertificateNumber({ residentId: idNumber, category, grade: '2', replacement: 0 } as never)
  await desk.make(certificates.records.certificate, { person, number, issueDate: '2024-06-01' })
}
const explain = async (person: string, date = today): Promise<Explanation> => {
  const { body } = await desk.clerk('GET', `/api/v1/eligibility/explain?person=${person}&scheme=${scheme}&date=${date}`)
  return body.explanations[0]
}
/** The codes of the clauses that did not hold. */
const failing = ({ finding }: Explanation, verdict: string): readonly (string | undefined)[] =>
  finding.parts.filter((part) => part.says && part.verdict === verdict).map(({ says }) => says?.code)

/** From the window to the review, by the guardian. */
const ask = async (person: string, programme: string = programmeOfAid.training) => {
  const id = await desk.make(application, {
    programme,
    person,
    applicant: 'guardian',
    applicantName: '李家长',
    channel: 'counter',
    evidence: ['idCard', 'disability'],
  })
  await desk.expectDone(desk.step(application, id, 'submit'))
  await desk.expectDone(desk.step(application, id, 'accept'))
  return id
}
const approver = () => desk.server.as({ id: 'approver', name: '审批人乙' })
const grant = async (person: string, amount: number, programme?: string) => {
  const id = await ask(person, programme)
  await desk.expectDone(desk.step(application, id, 'passReview'))
  await desk.expectDone(desk.step(application, id, 'approve', { amount }, approver()))
  await desk.server.deliver()
  const [held] = await desk.rows(enrolment, `person=${person}&programme=${programme ?? programmeOfAid.training}`)
  const [opened] = await desk.rows(relief, `application=${id}`)
  return { asked: id, held: held?.id ?? '', opened: opened?.id ?? '' }
}
const money = async () => {
  const { reserved, spent } = await desk.read(budgetLine, line)
  return { reserved, spent }
}

beforeAll(async () => {
  desk = await openRehabDesk()
  institution = await desk.organisation('阳光儿童康复中心', 'rehab-institution')
  const bank = await desk.make(fund, {
    title: '康复救助',
    source: 'appropriation',
    year: 2026,
    division: places.county,
  })
  const come = { fund: bank, kind: 'appropriation', receivedOn: '2026-06-01', amount: 10_000_000 }
  const received = await desk.make(receipt, come)
  await desk.expectDone(desk.step(receipt, received, 'take', {}, approver()))
  line = await desk.make(budgetLine, { fund: bank, number: 'KF-1', use: '残疾儿童康复救助', amount: 10_000_000 })
  for (const programme of Object.values(programmeOfAid)) {
    const id = await desk.make(offer, { programme, year: 2026, region: places.county, budgetLine: line })
    await desk.expectDone(desk.step(offer, id, 'open'))
  }
  await decide('childTrainingCeiling', 1_500_000)
  await decide('childDeviceCeiling', 600_000)
  const held = { division: places.county, institution, number: 'D-1', signedOn: '2026-01-01', since: '2026-01-01' }
  await desk.make(agreement, { ...held, purpose: 'child-training', until: '2026-12-31' })
})
afterAll(() => desk.server.stop())

describe('the rule', () => {
  it('is for those who are six until the day before they are seven, or as old as the county says', async () => {
    const child = await childOf('2019-06-16')
    await diagnose(child, '4', 'cerebral-palsy')
    expect((await explain(child, '2026-06-15')).verdict).toBe('yes')
    const late = await explain(child, '2026-06-16')
    expect([late.verdict, failing(late, 'no')]).toEqual(['no', ['C1']])
    await decide('childAidAgeTo', 14, '2026-07-01')
    expect((await explain(child, '2026-06-30')).verdict).toBe('no')
    expect((await explain(child, '2026-07-01')).verdict).toBe('yes')
    const grown = await childOf('2011-07-01')
    await diagnose(grown, '4', 'other')
    expect((await explain(grown, '2026-07-01')).verdict).toBe('no')
  })

  it('takes a certificate or a diagnosis, and of a mental disability autism alone', async () => {
    const held = await childOf('2021-01-01')
    await certify(held, '2')
    expect((await explain(held)).verdict).toBe('yes')
    // nothing tells of it: it cannot be decided, and the diagnosis is asked for
    const unknown = await childOf('2021-01-01')
    expect(await explain(unknown)).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'rehab.diagnoses' }] })
    const mental = await childOf('2021-01-01')
    await certify(mental, '6')
    expect(await explain(mental)).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'rehab.diagnoses' }] })
    await diagnose(mental, '6', 'autism')
    expect((await explain(mental)).verdict).toBe('yes')
    const other = await childOf('2021-01-01')
    await diagnose(other, '6', 'other')
    expect(failing(await explain(other), 'no')).toEqual(['C2'])
    // it was made afterwards
    expect((await explain(mental, '2026-04-30')).verdict).toBe('unknown')
  })

  it('asks for means unless the county does not, and an orphan for none', async () => {
    const [unknown, orphan] = [
      await desk.person({ birthDate: '2021-01-01' }),
      await desk.person({ birthDate: '2021-01-01' }),
    ]
    for (const child of [unknown, orphan]) await diagnose(child, '5', 'other')
    expect(await explain(unknown)).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'persons.economy' }] })
    await desk.make(persons.records.status, { person: orphan, kind: 'orphan', since: '2024-01-01', source: 'declared' })
    expect((await explain(orphan)).verdict).toBe('yes')
    await decide('childAidForAll', true, '2026-07-01')
    expect((await explain(unknown, '2026-07-01')).verdict).toBe('yes')
  })
})

describe('a grant', () => {
  let child: string
  beforeEach(async () => {
    child = await childOf('2021-03-03')
    await diagnose(child, '6', 'autism')
  })

  it('opens a case, which an institution is entrusted with, trains and is paid for within it', async () => {
    await desk.make(persons.records.guardian, { person: child, name: '李家长', relation: '50', since: '2021-03-03' })
    const before = await money()
    const { asked, held, opened } = await grant(child, 1_500_000)
    const row = await desk.read(relief, opened)
    expect(row).toMatchObject({
      state: 'approved',
      application: asked,
      enrolment: held,
      aid: 'training',
      category: '6',
      diagnosis: 'autism',
      applicantName: '李家长',
      appliedOn: today,
      decidedOn: today,
      granted: 1_500_000,
      budgetLine: line,
    })
    expect(await desk.read(persons.records.need, row.need)).toMatchObject({ kind: 'rehabilitation', state: 'open' })
    expect(await money()).toEqual({ ...before, reserved: before.reserved + 1_500_000 })

    // told once more, nothing happens
    await desk.server.write((context) =>
      openCase(
        {
          id: 'again',
          at: `${today}T02:00:00Z`,
          county: '990121',
          name: 'programmes.enrolment.began',
          payload: { id: held },
        },
        context,
      ),
    )
    expect(await desk.rows(relief, `person=${child}`)).toHaveLength(1)

    const contract = { institution, contractNumber: 'W-1', contractFrom: today, contractUntil: '2026-12-31' }
    await desk.expectDone(desk.step(relief, opened, 'entrust', contract))
    const file = await desk.file(child, { category: '6' })
    const training = { file, kind: 'autism', relief: opened, setting: 'institution', institution, startedOn: today }
    const at = await desk.make(course, training)
    await desk.make(lesson, { course: at, heldOn: today, content: '共同注意' })
    expect(await desk.read(relief, opened)).toMatchObject({ sessions: 1 })
    const settled = { settledOn: today, settled: 1_500_001, outcome: 'improved' }
    expect(codes(await desk.step(relief, opened, 'settle', settled))).toEqual(['relief.guard.withinGrant'])
    await desk.expectDone(desk.step(relief, opened, 'settle', { ...settled, settled: 1_200_000 }))

    // what is left of the grant goes back to the budget line, and the institution is the one to be paid
    expect(await money()).toEqual({ ...before, reserved: before.reserved + 1_200_000 })
    const [owed] = await desk.rows(expenditure, `subject=${opened}`)
    expect(await desk.read(expenditure, owed?.id ?? '')).toMatchObject({ organisation: institution, amount: 1_200_000 })
    await desk.expectDone(desk.step(expenditure, owed?.id ?? '', 'pay', { paidOn: today, voucher: 'PZ-9' }, approver()))
    expect(await money()).toEqual({ reserved: before.reserved, spent: before.spent + 1_200_000 })
    expect(await desk.server.write(({ read }) => read.count(payments.records.line, {}))).toBe(0)
    expect(await desk.read(enrolment, held)).toMatchObject({ state: 'stopped', stopReason: 'expired' })
    expect(await desk.read(persons.records.need, row.need)).toMatchObject({ state: 'met', metOn: today })

    // the aid of the year is used up
    await desk.expectDone(desk.step(application, asked, 'tell', { toldOn: today, toldBy: 'phone' }))
    const more = { programme: programmeOfAid.training, person: child, channel: 'counter' }
    const second = await desk.make(application, { ...more, applicant: 'guardian', applicantName: '李家长' })
    expect(codes(await desk.step(application, second, 'submit'))).toEqual(['application.guard.onceAYear'])
  })

  it('of a device answers a need of devices, and its money goes back when nothing comes of it', async () => {
    const need = await desk.need(child, { kind: 'device' })
    const before = await money()
    const { held, opened } = await grant(child, 600_000, programmeOfAid.device)
    expect(await desk.read(relief, opened)).toMatchObject({ aid: 'device', need })
    await desk.expectDone(desk.step(relief, opened, 'withdraw', { refuseReason: '家庭迁往外省' }))
    expect(await money()).toEqual(before)
    expect(await desk.read(enrolment, held)).toMatchObject({ state: 'stopped', stopReason: 'voluntary' })
    await desk.server.deliver()
    expect(await desk.read(relief, opened)).toMatchObject({ state: 'withdrawn', refuseReason: '家庭迁往外省' })
  })

  it('that the county stops withdraws the case that nobody has begun with', async () => {
    const { held, opened } = await grant(child, 1_000_000)
    const stop = { stopReason: 'moved-out', stopOn: today }
    await desk.expectDone(desk.step(enrolment, held, 'stop', stop))
    await desk.server.deliver()
    expect(await desk.read(relief, opened)).toMatchObject({ state: 'withdrawn', refuseReason: '户籍迁出' })
  })

  it('is served elsewhere only when somebody who decides has agreed to it', async () => {
    const { opened } = await grant(child, 1_000_000)
    const far = await desk.organisation('省儿童康复医院', 'hospital')
    const contract = { institution: far, contractNumber: 'W-2', contractFrom: today, contractUntil: '2026-12-31' }
    expect(codes(await desk.step(relief, opened, 'entrust', contract))).toEqual(['relief.guard.isDesignated'])
    const away = { awayReason: '本县没有孤独症定点机构' }
    await desk.expectDone(desk.step(relief, opened, 'approveAway', away, approver()))
    expect(await desk.read(relief, opened)).toMatchObject({ state: 'away', awayOn: today })
    await desk.expectDone(desk.step(relief, opened, 'entrust', contract))
  })

  it('is refused with rule, fact and remedy', async () => {
    const old = await childOf('2018-01-01')
    await diagnose(old, '4', 'other')
    const id = await ask(old)
    const refused = await desk.step(application, id, 'passReview')
    expect(codes(refused)).toEqual(['application.guard.qualifies'])
    expect(refused.body.errors[0].message).toContain('已超过本地救助年龄')
    const words = { refusalReason: 'not-eligible', refusalNote: '已满七周岁' }
    const { fields } = await desk.expectDone(desk.step(application, id, 'refuseAtReview', words))
    for (const part of ['规则：C1 在救助年龄内（国发〔2018〕20号）', '年龄（周岁）', '补救：'])
      expect(fields.refusalGrounds).toContain(part)
  })
})

it('no decision of a year comes in by a sheet once the programme is switched on for it', async () => {
  const child = await childOf('2021-03-03')
  await desk.need(child)
  const idNumber = await desk.server.write(
    async ({ read }) => (await read.one(persons.records.person, child))?.idNumber,
  )
  const row = {
    儿童: idNumber ?? '',
    残疾类别: '肢体',
    救助内容: '康复训练',
    申请日期: '2026-02-01',
    原审批文件: '旧 1',
  }
  const of2026 = { ...row, 审核日期: '2026-02-10', 救助标准: '15000' }
  expect(await desk.bring(relief, of2026)).toEqual(['relief.problem.byProgramme'])
})
