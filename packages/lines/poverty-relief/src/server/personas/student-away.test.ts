import { programmes } from '@opendpf/programmes'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { application, difference, receipt } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-29T02:00:00Z')
})
afterAll(() => office.server.stop())

it('studies in another county, applies at the window there, and is granted it by the county of the household', async () => {
  await office.offer('living')
  const student = await office.holder('4', '3', { birthDate: '2006-03-01' })
  await office.status(student.id, 'enrolled')
  await office.status(student.id, 'away')

  const there = office.somebody('there', 'county-clerk', places.neighbour)
  const received = {
    programme: 'poverty-relief.living',
    applicantName: student.name,
    idNumber: student.idNumber,
    householdDivision: places.village,
    applicant: 'self',
    division: places.neighbourVillage,
  }
  const id = await office.make(receipt, received, there)
  await office.take(receipt, id, 'complete', {}, there)
  await office.pass(2)
  await office.take(receipt, id, 'push', {}, there)
  await office.server.deliver()

  const { application: opened } = await office.server.write(
    async ({ read }) => (await read.one(receipt, id)) ?? raise(),
  )
  expect(await office.read(application, opened ?? '')).toMatchObject({
    person: student.id,
    channel: 'other-county',
    receivingCounty: '邻县',
    // from the day of the window there, in the month before this one
    startMonth: '2026-06',
  })
  await office.change(application, opened ?? '', { evidence: ['idCard', 'certificate', 'account'] }, office.town)
  await office.grant(opened ?? '')
  await office.pass(9)
  expect(await office.read(receipt, id, there)).toMatchObject({ state: 'approved', outcome: '已批准' })
  // and the county of the school sees nothing of the application
  expect((await there('GET', `${office.server.path(application)}/${opened}`)).status).toBe(404)

  const month = await office.computed('living', '2026-07')
  expect(await office.rows(difference, `cycle=${month}`)).toEqual([])
  const sent = await office.send(month)
  await office.answer(sent)
  const paid = (await office.linesOf(sent)).map(({ fields }) => [fields['month'], fields['kind'], fields['net']])
  expect(paid.toSorted()).toEqual([
    ['2026-06', 'arrears', 9_000],
    ['2026-07', 'regular', 9_000],
  ])
  const { body } = await office.clerk(
    'GET',
    `/api/v1/eligibility/explain?person=${student.id}&scheme=poverty-relief.living`,
  )
  expect(body.explanations[0].notes.map(({ code }: { readonly code: string }) => code)).toContain('R7')
})

const raise = (): never => {
  throw new Error('the receipt is gone')
}
