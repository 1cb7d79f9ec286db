import { eligibilityModule } from '@opendpf/eligibility'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { benefit } = eligibilityModule.records
const { application, cycle } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-08T02:00:00Z')
})
afterAll(() => office.server.stop())

it('is paid to the insurer once a year, and for nobody whom an employer insures', async () => {
  await office.offer('medicalPremium')
  const [poor, worker] = [await office.holder('1', '3'), await office.holder('1', '3')]
  await office.make(benefit, {
    person: worker.id,
    kind: 'employee-medical',
    since: '2025-01-01',
    source: 'declared',
  })
  const review = async (person: string) => {
    const id = await office.apply('medicalPremium', person, { evidence: ['idCard', 'certificate'] })
    for (const verb of ['accept', 'passTown']) await office.take(application, id, verb, {}, office.town)
    return { id, answer: await office.step(application, id, 'passReview') }
  }
  expect((await review(worker.id)).answer.body.errors).toMatchObject([
    { message: expect.stringContaining('不重复代缴') },
  ])
  await office.take(application, (await review(poor.id)).id, 'approve', {}, office.approver)

  const june = await office.computed('medicalPremium', '2026-06')
  expect(await office.read(cycle, june)).toMatchObject({ members: 1, amount: 40_000, differences: 0 })
  await office.take(cycle, june, 'check')
  await office.take(cycle, june, 'approve', {}, office.approver)
  await office.take(cycle, june, 'confirm', {}, office.second)
  await office.run('programmes.runCycles')
  // one sum to the insurer, with its voucher: no line to a person's account
  const paid = await office.take(cycle, june, 'notePaid', { paidOn: '2026-06-08', voucher: '医保缴款书 1' })
  expect(paid).toMatchObject({ state: 'paid' })
  await office.pass(24)
  const july = await office.computed('medicalPremium', '2026-07')
  expect(await office.read(cycle, july)).toMatchObject({ members: 0, amount: 0 })
})
