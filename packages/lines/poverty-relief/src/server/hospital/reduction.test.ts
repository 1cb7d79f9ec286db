import { fc, it as property } from '@fast-check/vitest'
import { readFigures } from '@opendpf/figures/reading'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feeFields } from '../../contract/hospital/fees.js'
import { openCounty } from '../../testing/county.js'

type Values = Readonly<Record<string, unknown>>
let county: Awaited<ReturnType<typeof openCounty>>
let designated: string
beforeAll(async () => {
  county = await openCounty()
  designated = await hospitalOf('2025-01-01', '2026-05-31')
})
afterAll(() => county.server.stop())

const path = '/api/v1/poverty-relief/reductions'
const holder = () => county.holder({ category: '4', grade: '3' })

async function hospitalOf(since: string, until: string | null): Promise<string> {
  const organisation = await county.add('organisations/organisations', {
    name: '示例县人民医院',
    type: 'hospital',
    division: places.county,
  })
  await county.add('poverty-relief/hospitals', { organisation, division: places.county, since, until })
  return organisation
}

let receipts = 0
/** A visit in which the bed was reduced by 100 yuan of 1,000. */
const visit = (person: string, more: Values = {}) => {
  receipts += 1
  return {
    person,
    hospital: designated,
    setting: 'inpatient',
    visitedOn: '2026-03-02',
    receipt: `P${receipts}`,
    bill: 100_000,
    bed: 10_000,
    ...more,
  }
}

async function enter(values: Values) {
  const { status, body } = await county.clerk('POST', path, values)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** The fields that a step is refused for; none where it was taken. */
async function refusals(id: string, verb = 'confirm', values: Values = {}): Promise<readonly string[]> {
  const second = county.server.as({ id: 'second' })
  const { body } = await second('GET', `${path}/${id}`)
  const answer = await second('POST', `${path}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  return answer.status === 200
    ? []
    : (answer.body.errors ?? [{ path: answer.body.code }]).map((one: Values) => one.path)
}

const refusalsOf = async (values: Values) => refusals((await enter(values)).id)

describe('a reduction', () => {
  it('is what its kinds come to, and no more than the bill', async () => {
    const { fields } = await enter(visit(await holder(), { nursing: 2_000 }))
    expect(fields.reduced).toBe(12_000)
    const answers = await Promise.all(
      [{ bed: null }, { bill: 9_999 }, { visitedOn: '2027-01-01' }].map(async (more) =>
        county.clerk('POST', path, visit(await holder(), more)),
      ),
    )
    expect(answers.map(({ status, body }) => [status, body.errors[0].path])).toEqual([
      [422, 'registration'],
      [422, 'bill'],
      [422, 'visitedOn'],
    ])
  })

  it('is settled once for a receipt of a hospital', async () => {
    const first = visit(await holder())
    await enter(first)
    const { status, body } = await county.clerk('POST', path, { ...visit(await holder()), receipt: first.receipt })
    expect([status, body.errors[0].path]).toEqual([422, 'receipt'])
  })

  it('is confirmed by somebody else, and not changed afterwards', async () => {
    const { id, version } = await enter(visit(await holder()))
    const own = await county.clerk('POST', `${path}/${id}/do/confirm`, {}, { 'if-match': `"${version}"` })
    expect(own.body.code).toBe('another-person-required')
    expect(await refusals(id)).toEqual([])
    const changed = await county.clerk('PATCH', `${path}/${id}`, { bed: 1 }, { 'if-match': `"${version + 1}"` })
    expect([changed.status, changed.body.errors[0].path]).toEqual([422, 'bed'])
  })

  it('goes back to the hospital with a reason, and comes again', async () => {
    const { id } = await enter(visit(await holder(), { treatment: 100 }))
    expect(await refusals(id)).toEqual(['treatment'])
    expect(await refusals(id, 'sendBack', { returnReason: '治疗费不在减免范围' })).toEqual([])
    const { body } = await county.clerk('GET', `${path}/${id}`)
    await county.clerk('PATCH', `${path}/${id}`, { treatment: null }, { 'if-match': `"${body.version}"` })
    expect(await refusals(id, 'enterAgain')).toEqual([])
    expect(await refusals(id)).toEqual([])
  })
})

describe('the rule of the day of the visit', () => {
  it('names a hospital that was not designated then, somebody without a right and a kind that was not reduced', async () => {
    const person = await holder()
    expect(await refusalsOf(visit(person, { visitedOn: '2026-06-01' }))).toEqual(['hospital'])
    expect(await refusalsOf(visit(person, { visitedOn: '2024-12-31' }))).toEqual(['hospital'])
    const nobody = await county.add('persons/persons', {
      name: '示无证',
      birthDate: '1980-01-01',
      division: places.village,
    })
    expect(await refusalsOf(visit(nobody))).toEqual(['person'])
    // the county reduces examinations since 2026
    expect(await refusalsOf(visit(person, { visitedOn: '2025-12-31', examination: 100 }))).toEqual(['examination'])
    expect(await refusalsOf(visit(person, { visitedOn: '2026-01-01', examination: 100 }))).toEqual([])
  })

  it('bounds what is reduced of a bill and in a calendar year', async () => {
    const person = await holder()
    expect(await refusalsOf(visit(person, { bed: 20_001 }))).toEqual(['bill'])
    const large = { bill: 600_000, bed: 120_000 }
    expect(await refusalsOf(visit(person, large))).toEqual([])
    expect(await refusalsOf(visit(person, large))).toEqual(['person'])
    expect(await refusalsOf(visit(person, { ...large, visitedOn: '2025-03-02' }))).toEqual([])
    expect(await refusalsOf(visit(person, { bill: 400_000, bed: 80_000 }))).toEqual([])
  })

  it('is told to whoever enters the sheet, and stops nothing yet', async () => {
    const { body } = await county.clerk('POST', `${path}/check`, visit(await holder(), { test: 500 }))
    expect(body).toMatchObject({ problems: [] })
    expect(body.warnings.map((one: Values) => one.path)).toContain('test')
  })
})

it('figures count what was confirmed: persons, person-times and the sum', async () => {
  const figure = (indicator: string) => ({
    indicator: `poverty-relief.${indicator}`,
    from: '2025-07-01',
    to: '2025-07-31',
  })
  const [one, other] = [await holder(), await holder()]
  const july = { visitedOn: '2025-07-05' }
  for (const values of [visit(one, july), visit(one, { ...july, nursing: 500 }), visit(other, july)])
    expect(await refusalsOf(values)).toEqual([])
  await enter(visit(other, july))
  const told = await county.server.write((context) =>
    readFigures(context, ['reductions', 'reducedPersons', 'reducedSum'].map(figure)),
  )
  expect(told.map(({ value }) => value)).toEqual([3, 2, 30_500])
})

property.prop([fc.array(fc.record({ kind: fc.constantFrom(...feeFields), fen: fc.integer({ min: 0, max: 9_000 }) }))], {
  numRuns: 12,
})('whatever its kinds are, it comes to their sum or is refused', async (parts) => {
  const kinds = Object.fromEntries(parts.map(({ kind, fen }) => [kind, fen]))
  const sum = Object.values(kinds).reduce((all, fen) => all + fen, 0)
  const person = await holder()
  const { status, body } = await county.clerk('POST', path, { ...visit(person), bed: null, ...kinds })
  expect([status, body.fields?.reduced]).toEqual(sum === 0 ? [422, undefined] : [201, sum])
})
