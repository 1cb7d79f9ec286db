import { eligibilityModule } from '@opendpf/eligibility'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { benefit } = eligibilityModule.records
const { application, cycle, difference, enrolment } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-08T02:00:00Z')
})
afterAll(() => office.server.stop())

it('loses the living subsidy to a higher old-age allowance: the application by rule R2, the grant by a person', async () => {
  await office.offer('living')
  const [old, later] = [await office.holder('4', '3', { birthDate: '1940-01-01' }), await office.holder('4', '3')]
  const evidence = { evidence: ['idCard', 'certificate', 'account'] }
  const draws = (person: string, since: string) =>
    office.make(benefit, { person, kind: 'old-age-living', since, source: 'declared' })
  await draws(old.id, '2020-01-01')
  const asked = await office.apply('living', old.id, evidence)
  for (const verb of ['accept', 'postponeSurvey', 'passTown'])
    await office.take(application, asked, verb, {}, office.town)
  expect((await office.step(application, asked, 'passReview')).body.errors).toMatchObject([
    { code: 'application.guard.qualifies', message: expect.stringContaining('按就高原则择一') },
  ])
  const words = { refusalReason: 'not-eligible', refusalNote: '已享受较高的高龄津贴' }
  expect(await office.take(application, asked, 'refuseAtReview', words)).toMatchObject({
    verdict: 'no',
    refusalGrounds: expect.stringContaining('R2'),
  })

  // somebody who receives it begins to draw the other one
  await office.grant(await office.apply('living', later.id, evidence))
  await office.pass(8)
  await draws(later.id, '2026-06-15')
  const month = await office.computed('living', '2026-06')
  const found = await office.rows(difference, `cycle=${month}`)
  expect(found.map(({ fields }) => fields['kind'])).toEqual(['excluded-allowance'])
  expect((await office.step(cycle, month, 'check')).body.errors).toMatchObject([{ code: 'cycle.guard.nothingOpen' }])
  await office.take(difference, found[0]?.id ?? '', 'stop', { happenedOn: '2026-06-15' })
  const held = await office.enrolmentOf(later.id)
  expect(await office.read(enrolment, held.id)).toMatchObject({
    state: 'stopped',
    stopReason: 'excluded-allowance',
    // the month in which it began is still paid
    lastMonth: '2026-06',
  })
  await office.answer(await office.send(month))
  await office.pass(30)
  const july = await office.computed('living', '2026-07')
  expect(await office.read(cycle, july)).toMatchObject({ members: 0 })
})
