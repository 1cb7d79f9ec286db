import { certificates } from '@opendpf/certificates'
import { eligibilityModule } from '@opendpf/eligibility'
import { programmes } from '@opendpf/programmes'
import { formatCertificateNumber } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { certificate } = certificates.records
const { application, cycle, difference, enrolment, entitlement } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-15T02:00:00Z')
})
afterAll(() => office.server.stop())

it('keeps the month in which the grade was lowered, and ends with it', async () => {
  await office.offer('nursing')
  const [better, same] = [await office.holder('4', '2'), await office.holder('4', '2')]
  for (const { id } of [better, same]) {
    await office.status(id, 'care-needed')
    await office.grant(await office.apply('nursing', id, { evidence: ['idCard', 'certificate', 'account'] }))
  }
  await office.pass(9)
  await office.answer(await office.send(await office.computed('nursing', '2026-06')))
  await office.pass(14)

  // assessed anew in July: grade 3
  const number = formatCertificateNumber({
    residentId: better.idNumber,
    category: '4',
    grade: '3',
    replacement: 1,
  } as never)
  await office.change(certificate, better.certificate, { number, issueDate: '2026-07-06' })
  const july = await office.computed('nursing', '2026-07')
  const found = await office.rows(difference, `cycle=${july}`)
  expect(found.map(({ fields }) => [fields['personName'], fields['kind']])).toEqual([
    [better.name, 'grade-not-covered'],
  ])
  await office.take(difference, found[0]?.id ?? '', 'stop', { happenedOn: '2026-07-06' })
  const held = await office.enrolmentOf(better.id)
  expect(await office.read(enrolment, held.id)).toMatchObject({ state: 'stopped', lastMonth: '2026-07' })
  const sent = await office.send(july)
  await office.answer(sent)
  expect((await office.linesOf(sent)).map(({ fields }) => fields['net'])).toEqual([9_500, 9_500])

  await office.pass(30)
  const august = await office.computed('nursing', '2026-08')
  expect(await office.read(cycle, august)).toMatchObject({ members: 1, amount: 9_500, differences: 0 })
})

it('pays each grade what the county decided for it, and a new grade from the month after it', async () => {
  const { parameter } = eligibilityModule.records
  const decided = await office.make(parameter, {
    name: 'poverty-relief.livingStandard',
    region: places.county,
    since: '2026-08-01',
    value: { 1: 12_000, 2: 10_000, 3: 8_000 },
    documentTitle: '示例县困难残疾人生活补贴分级标准',
  })
  await office.take(parameter, decided, 'enact')
  await office.offer('living')
  const worse = await office.holder('4', '3')
  const id = await office.apply('living', worse.id, { evidence: ['idCard', 'certificate', 'account', 'means'] })
  await office.grant(id)
  expect((await office.read(application, id))['explanation']).toMatchObject({ verdict: 'yes', standard: 8_000 })
  await office.pass(9)

  // assessed anew in August: grade 1, on the same certificate with a new number and term
  const of = { residentId: worse.idNumber, category: '4', grade: '1', replacement: 1 }
  const number = formatCertificateNumber(of as never)
  await office.change(certificate, worse.certificate, { number, issueDate: '2026-08-14' })
  const august = await office.computed('living', '2026-08')
  expect(await office.read(cycle, august)).toMatchObject({ amount: 8_000, differences: 0 })
  await office.answer(await office.send(august))
  await office.pass(30)
  const september = await office.computed('living', '2026-09')
  expect(await office.read(cycle, september)).toMatchObject({ amount: 12_000, differences: 0 })
  await office.answer(await office.send(september))
  const granted = await office.server.write(({ read }) => read.many(entitlement, { person: worse.id }))
  expect(granted.map(({ period, amount }) => [period, amount]).toSorted()).toEqual([
    ['2026-08', 8_000],
    ['2026-09', 12_000],
  ])
})
