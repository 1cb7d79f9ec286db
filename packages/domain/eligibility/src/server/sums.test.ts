import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { people, peopleServer } from '../testing/people.js'
import { eligibilityServer } from './index.js'

const root = '/api/v1/eligibility'
const since = '2027-01-01'
const title = '分等级标准'
let server: TestServer
let clerk: Call
const ids: Record<string, string> = {}

const draft = async (values: Readonly<Record<string, unknown>>): Promise<string> => {
  const made = { name: 'persons.standard', region: places.county, since, documentTitle: title, ...values }
  return (await clerk('POST', `${root}/parameters`, made)).body.id
}
const enact = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
  const id = await draft(values)
  expect((await clerk('POST', `${root}/parameters/${id}/do/enact`, {}, { 'if-match': '"1"' })).status).toBe(200)
}
const explained = async (name: string, date: string) => {
  const asked = `person=${ids[name]}&scheme=persons.nursing&date=${date}`
  return (await clerk('GET', `${root}/explain?${asked}`)).body.explanations[0]
}

/** Everybody qualifies; what each is paid depends on where he is and on his code. */
const cast = {
  first: { sex: '1' },
  second: { sex: '2' },
  unknown: { sex: null, division: places.streetVillage },
} as const

beforeAll(async () => {
  server = await startTestServer({ modules: [peopleServer, eligibilityServer] as never })
  clerk = server.as()
  await server.write(async ({ write }) => {
    for (const [name, values] of Object.entries(cast)) {
      const of = { division: places.village, age: 30, components: [{ category: '4', grade: '1' }] }
      ids[name] = (await write.create(people.records.person, { name, ...of, ...values })).id
    }
  })
  await enact({ name: 'persons.leastAge', value: 16, since: '2026-06-01' })
  await enact({ value: 7_000, since: '2026-06-01' })
})
afterAll(() => server.stop())

it('pays each code its own sum, and nobody of whom the code is not known or not decided', async () => {
  await enact({ region: places.town, value: { 1: 12_000, 9: 5_000 } })
  expect(await explained('first', since)).toMatchObject({
    verdict: 'yes',
    asks: [],
    amount: { fen: 12_000, by: { fact: 'persons.sex', value: '1' }, found: { document: { title } } },
  })
  // nothing was decided about this code, and the smaller region has decided
  expect(await explained('second', since)).toMatchObject({ asks: [], amount: { fen: null } })
  // the days before keep the one sum for everybody, for which nobody's code is asked
  const { amount } = await explained('second', '2026-12-31')
  expect(amount).toMatchObject({ fen: 7_000 })
  expect(amount).not.toHaveProperty('by')
  await enact({ region: places.otherTown, value: { 1: 11_000 } })
  expect(await explained('unknown', since)).toMatchObject({
    verdict: 'yes',
    asks: [{ fact: 'persons.sex' }],
    amount: { fen: null, by: { value: null } },
  })
})

it('is simulated with what each would be paid, and costs are unknown where one sum is', async () => {
  const costs = async (values: Readonly<Record<string, unknown>>) => {
    const { body } = await clerk('GET', `${root}/simulation?parameter=${await draft(values)}`)
    return body.simulations
  }
  const [region, value] = [places.town, { 1: 13_000, 2: 10_000 }]
  expect(await costs({ region, value, since: '2027-02-01' })).toMatchObject([{ costBefore: null, costAfter: null }])
  await enact({ region: places.otherTown, value: 8_000, since: '2027-03-01' })
  await enact({ region, value, since: '2027-03-01' })
  expect(await costs({ region, value: 9_000, since: '2027-04-01' })).toMatchObject([
    { costBefore: 13_000 + 10_000 + 8_000, costAfter: 9_000 + 9_000 + 8_000 },
  ])
})

it('is kept and exported as it was decided', async () => {
  const id = await draft({ value: { 2: 10_000, 1: 12_000 }, since: '2027-06-01' })
  const { body } = await clerk('GET', `${root}/parameters/${id}`)
  expect(body.fields.value).toEqual({ 1: 12_000, 2: 10_000 })
  const { status } = await clerk('PATCH', `${root}/parameters/${id}`, { value: { 1: 12_500 } }, { 'if-match': '"1"' })
  expect(status).toBe(200)
  // of a sum that is no whole fen nothing can be paid
  const refused = await clerk('PATCH', `${root}/parameters/${id}`, { value: { 1: 0.5 } }, { 'if-match': '"2"' })
  expect(refused.status).toBe(422)
})
