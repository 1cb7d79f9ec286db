import { eligibilityModule } from '@opendpf/eligibility'
import { funds } from '@opendpf/funds'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application, enrolment, cycle } = programmes.records
const { fund, receipt, budgetLine, expenditure } = funds.records
const training = 'grants.training'
const byGuardian = { applicant: 'guardian', applicantName: '王家长' }
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
})
afterAll(() => desk.server.stop())

it('what an institution is paid for is granted within the standard of the place, once a year, and to nobody’s account', async () => {
  const money = await desk.make(fund, { title: '康复', source: 'appropriation', year: 2026, division: places.county })
  const come = { fund: money, kind: 'appropriation', receivedOn: '2026-06-01', amount: 2_000_000 }
  await desk.take(receipt, await desk.make(receipt, come), 'take', {}, desk.second)
  const line = await desk.make(budgetLine, { fund: money, number: 'T', use: '康复训练', amount: 2_000_000 })
  await desk.offer(training, { budgetLine: line })
  const child = await desk.person({ birthDate: '2021-03-03' })

  // of a child somebody else asks
  const own = await desk.make(application, {
    programme: training,
    person: child,
    applicant: 'self',
    channel: 'counter',
  })
  expect(await desk.refusal(application, own, 'submit')).toBe('application.guard.applicantMay')
  await desk.take(application, own, 'withdraw', { withdrawReason: '由监护人申请' })

  const id = await desk.grant(training, child, byGuardian)
  // 15 working days are the programme's own, 10 are promised
  const deadline = desk.server.platform.registry.record('system.deadline')
  const [period] = await desk.rows(deadline, `rowId=${id}&clock=recognition`)
  expect(period?.fields).toMatchObject({ dueOn: '2026-07-07', promisedOn: '2026-06-30' })
  const approve = (amount: number) => desk.refusal(application, id, 'approve', { amount }, desk.approver)
  expect(await approve(1_500_000)).toBe('application.guard.standardKnown')
  const { parameter } = eligibilityModule.records
  const standard = await desk.make(parameter, {
    name: 'grants.trainingCeiling',
    region: places.county,
    since: '2026-06-01',
    value: 1_500_000,
    documentTitle: '示例县办法',
  })
  await desk.take(parameter, standard, 'enact')
  expect(await approve(1_500_001)).toBe('application.guard.amountDecided')
  expect(await approve(1_500_000)).toBeUndefined()

  const [held] = await desk.rows(enrolment, `person=${child}`)
  expect(held?.fields).toMatchObject({ fromMonth: '2026-06', lastMonth: '2026-12', state: 'active' })
  // kept for whoever trains the child: no person is named to pay it to
  const [kept] = await desk.rows(expenditure, `subject=${id}`)
  expect(await desk.read(expenditure, kept?.id ?? '')).toMatchObject({
    recipientKind: 'payees',
    person: null,
    amount: 1_500_000,
    state: 'reserved',
  })
  const month = { programme: training, month: '2026-06', division: places.county }
  expect((await desk.add(cycle, month)).body.errors).toMatchObject([{ code: 'cycle.problem.institution' }])

  await desk.take(application, id, 'tell', { toldOn: '2026-06-15', toldBy: 'phone' })
  const again = { programme: training, person: child, channel: 'counter', ...byGuardian }
  const second = await desk.make(application, again)
  expect(await desk.refusal(application, second, 'submit')).toBe('application.guard.onceAYear')
  // what was given back unused may be asked for again
  const stop = { stopReason: 'voluntary', stopOn: '2026-06-15' }
  await desk.take(enrolment, held?.id ?? '', 'stop', stop)
  expect(await desk.refusal(application, second, 'submit')).toBeUndefined()
})

it('a county decides within a time of its own for one programme, and for none that nobody declares', async () => {
  const limit = {
    division: places.county,
    record: 'programmes.application',
    clock: 'recognition',
    kind: 'statutory',
    unit: 'workingDays',
    value: 5,
    since: '2026-06-01',
  }
  const decide = (variant: string) => desk.clerk('POST', '/api/v1/system/limits', { ...limit, variant })
  expect((await decide('grants.nothing')).body.errors).toMatchObject([{ code: 'limit.problem.variant' }])
  expect((await decide('grants.relief')).status).toBe(201)
  await desk.offer('grants.relief')
  await desk.offer('grants.pension')
  const deadline = desk.server.platform.registry.record('system.deadline')
  const dueOf = async (programme: string) => {
    const id = await desk.apply(programme, await desk.person())
    return (await desk.rows(deadline, `rowId=${id}&clock=recognition`))[0]?.fields['dueOn']
  }
  expect([await dueOf('grants.relief'), await dueOf('grants.pension')]).toEqual(['2026-06-23', '2026-06-30'])
})
