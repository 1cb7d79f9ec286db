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

const disputed = { disputeReason: '评定等级偏轻，申请重新评定' }
/** A case of somebody whom the county's hospital found to be of grade 4, or not disabled. */
const assess = async (isEligible = true, birthDate = '1970-01-01') => {
  const holder = await desk.addHolder(birthDate)
  const id = await desk.apply(holder.id, { claimedCategory: '4', ...papers })
  for (const verb of ['submit', 'accept']) await desk.take(id, verb)
  await desk.take(id, 'referForAssessment', { institution: '县人民医院' })
  if (isEligible) await desk.take(id, 'findEligible', finding('4', '4', desk.today()))
  else await desk.take(id, 'findNotEligible', { assessedOn: desk.today(), doctors: '评定医师甲', findings: '不符合' })
  return { id, holder }
}
const clock = async (id: string, name: string) => (await desk.deadlines(id)).find((one) => one.clock === name)

describe('somebody who was found to be disabled, and disagrees', () => {
  it('disputes within ten working days, and a clock shows them; afterwards nobody was late, and it is too late', async () => {
    const { id } = await assess()
    // ten working days after 1 June are the 15th
    expect(await clock(id, 'disputable')).toMatchObject({ state: 'running', dueOn: '2026-06-15' })
    desk.passTo('2026-06-15')
    const steps = (await desk.clerk('GET', `/api/v1/certificates/cases/${id}/steps`)).body.steps
    expect(steps.find(({ verb }: { verb: string }) => verb === 'dispute').problems).toEqual([])
    desk.passTo('2026-06-16')
    expect(await desk.refusal(id, 'dispute', disputed)).toBe('case.guard.inDisputeTime')
    await desk.night(0)
    expect(await clock(id, 'disputable')).toMatchObject({ state: 'elapsed', endedOn: '2026-06-15' })
    expect((await desk.deadlines(id)).map(({ state }) => state)).not.toContain('missed')
  })

  it('is heard by the prefecture, whose finding takes the place of the first, and opens ten days again', async () => {
    const { id } = await assess()
    await desk.night(3)
    expect(await desk.take(id, 'dispute', disputed)).toBe('dispute-city')
    expect(await clock(id, 'disputable')).toMatchObject({ state: 'met' })
    await desk.night(40)
    const city = { ...finding('4', '3', desk.today()), cityConclusion: '重新评定为三级' }
    expect(await desk.take(id, 'cityFindsEligible', city)).toBe('assessed')
    expect((await desk.get(id)).fields.grade).toBe('3')
    expect((await desk.deadlines(id)).filter((one) => one.clock === 'disputable' && one.endedOn === null)).toHaveLength(
      1,
    )
    expect(await desk.refusal(id, 'dispute', disputed)).toBe('case.guard.firstDispute')
    expect(await desk.take(id, 'appeal', disputed)).toBe('dispute-province')
    const province = { ...finding('4', '2', desk.today()), provinceConclusion: '最终结论：二级' }
    expect(await desk.take(id, 'provinceFindsEligible', province)).toBe('assessed')
    expect(await desk.refusal(id, 'appeal', disputed)).toBe('case.guard.provinceHasNot')
  })

  it('disputes while the conclusion is posted: the notice ends, and begins again with what was found then', async () => {
    const { id } = await assess()
    await desk.post(id)
    await desk.night(2)
    expect(await desk.take(id, 'dispute', disputed)).toBe('dispute-city')
    await desk.night(30)
    // nothing of the old notice runs on
    expect((await desk.get(id)).fields.state).toBe('dispute-city')
    const city = { ...finding('4', '3', desk.today()), cityConclusion: '重新评定为三级' }
    await desk.take(id, 'cityFindsEligible', city)
    await desk.post(id)
    await desk.night(10)
    expect((await desk.get(id)).fields).toMatchObject({ state: 'review', grade: '3' })
  })
})

describe('somebody who was refused', () => {
  it('goes to the prefecture and to the province, whose word is the last', async () => {
    const { id } = await assess(false)
    expect(await clock(id, 'dispute')).toMatchObject({ state: 'running', dueOn: '2026-06-15' })
    desk.passTo('2026-06-15')
    await desk.take(id, 'dispute', disputed)
    await desk.take(id, 'cityFindsNotEligible', { cityConclusion: '维持' })
    desk.passTo('2026-06-22')
    await desk.take(id, 'appeal', disputed)
    expect(await desk.take(id, 'provinceRefuses', { provinceConclusion: '最终结论：不符合' })).toBe('refused')
    for (const verb of ['dispute', 'appeal']) expect(await desk.refusal(id, verb, disputed)).toBe('wrong-state')
  })
})

describe('the county’s own time', () => {
  it('stands still while others have the case, by the limits of the item', async () => {
    const { id } = await assess()
    // accepted and assessed on the first day: all of it is still there, of a first certificate
    expect(await clock(id, 'handling')).toMatchObject({ startedOn: '2026-06-01', promisedOn: '2026-06-30' })
    await desk.take(id, 'dispute', disputed)
    expect(await clock(id, 'handling')).toMatchObject({ state: 'paused', pauseReason: 'dispute', dueOn: null })
    desk.passTo('2026-06-15')
    await desk.take(id, 'cityFindsEligible', { ...finding('4', '4', desk.today()), cityConclusion: '维持' })
    // ten working days of the prefecture do not count
    expect(await clock(id, 'handling')).toMatchObject({ state: 'running', promisedOn: '2026-07-14' })
  })

  it('is another for each item, and what the county decided about one of them', async () => {
    const holder = await desk.addHolder('1971-01-01')
    const certificate = await desk.register(holder, '2020-01-01')
    const decided = await desk.clerk('POST', '/api/v1/system/limits', {
      record: 'certificates.case',
      clock: 'handling',
      variant: 'reissue-lost',
      kind: 'promised',
      unit: 'workingDays',
      value: 3,
      since: '2026-06-01',
      document: '示残联〔2026〕5号',
      division: '990121000000',
    })
    expect(decided.status, decided.text).toBe(201)
    const lost = await desk.apply(holder.id, { item: 'reissue-lost', certificate, ...papers })
    await desk.take(lost, 'submit')
    expect(await clock(lost, 'handling')).toMatchObject({ promisedOn: '2026-06-04', dueOn: '2026-08-11' })
    await desk.take(lost, 'withdraw')
    const frozen = await desk.apply(holder.id, { item: 'freeze', certificate, ...papers })
    await desk.take(frozen, 'submit')
    expect(await clock(frozen, 'handling')).toMatchObject({ promisedOn: '2026-06-08' })
  })
})
