import { eligibilityModule } from '@opendpf/eligibility'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { difference, enrolment } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-15T02:00:00Z')
})
afterAll(() => office.server.stop())

/** Computes a month, and answers whom it asks about, by name and by what was found. */
async function asked(month: string): Promise<{ readonly cycle: string; readonly found: readonly string[] }> {
  const cycle = await office.computed('nursing', month)
  const found = await office.rows(difference, `cycle=${cycle}`)
  return { cycle, found: found.map(({ fields }) => `${fields['personName']} ${fields['kind']}`).toSorted() }
}

const verdictOf = async (person: string): Promise<string> => {
  const path = `/api/v1/eligibility/explain?person=${person}&scheme=poverty-relief.nursing`
  return (await office.clerk('GET', path)).body.explanations[0].verdict
}

it('asks in the month about whom a list found in prison or drawing a care fee, and no longer once a whole list leaves him out', {
  timeout: 60_000,
}, async () => {
  await office.offer('nursing')
  const [prisoner, injured] = [await office.holder('4', '1'), await office.holder('4', '1')]
  for (const { id } of [prisoner, injured]) {
    await office.status(id, 'care-needed')
    await office.grant(await office.apply('nursing', id, { evidence: ['idCard', 'certificate', 'account'] }))
  }
  await office.pass(9)
  await office.bringList('prison', [{ ...prisoner, day: '2026-06-18' }], { asOf: '2026-06-20', isWhole: true })
  await office.bringList('workInjuryCare', [{ ...injured, day: '2026-06-01' }], { asOf: '2026-06-20' })
  // the fee is known of him from now on
  const drawn = await office.rows(eligibilityModule.records.benefit, 'kind=work-injury-care-fee')
  expect(drawn.map(({ fields }) => [fields['person'], fields['since'], fields['source']])).toEqual([
    [injured.id, '2026-06-01', 'human-resources'],
  ])

  const june = await asked('2026-06')
  expect(june.found).toEqual([`${prisoner.name} imprisonment`, `${injured.name} excluded-allowance`].toSorted())
  for (const { id, fields } of await office.rows(difference, `cycle=${june.cycle}`))
    await office.take(difference, id, 'stop', {
      happenedOn: fields['kind'] === 'imprisonment' ? '2026-06-18' : '2026-06-01',
    })
  const held = await office.enrolmentOf(prisoner.id)
  expect(await office.read(enrolment, held.id)).toMatchObject({ stopReason: 'imprisonment', lastMonth: '2026-06' })
  expect(await verdictOf(prisoner.id)).toBe('no')

  // released: the next whole list does not have him
  await office.bringList('prison', [{ ...injured, day: '2026-06-21' }], { asOf: '2026-06-23', isWhole: true })
  expect([await verdictOf(prisoner.id), await verdictOf(injured.id)]).toEqual(['yes', 'no'])
})
