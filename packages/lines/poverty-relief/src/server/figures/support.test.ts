import { readFigures } from '@opendpf/figures/reading'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounty } from '../../testing/county.js'

type Values = Readonly<Record<string, unknown>>
let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty({ hasWork: true })
})
afterAll(() => county.server.stop())

const holder = (grade = '3') => county.holder({ category: '4', grade })
const figures = async (names: readonly string[], filters?: Readonly<Record<string, readonly string[]>>) => {
  const asked = names.map((name) => ({
    indicator: `poverty-relief.${name}`,
    from: '2026-01-01',
    to: '2026-06-15',
    ...(filters ? { filters } : {}),
  }))
  return (await county.server.write((context) => readFigures(context, asked))).map(({ value }) => value)
}

/** Takes a step as somebody else than whoever entered the row. */
async function step(path: string, verb: string, values: Values = {}): Promise<number> {
  const second = county.server.as({ id: 'second' })
  const { body } = await second('GET', `/api/v1/${path}`)
  return (await second('POST', `/api/v1/${path}/do/${verb}`, values, { 'if-match': `"${body.version}"` })).status
}

const organisation = (name: string, type: string) =>
  county.add('organisations/organisations', { name, type, division: places.county })

describe('referrals', () => {
  it('wait for the answer of a department within twenty working days, and are told by matter', async () => {
    const department = await organisation('示例县民政局', 'department')
    const send = async (matter: string, sentOn = '2026-06-01') =>
      `poverty-relief/referrals/${await county.add('poverty-relief/referrals', {
        person: await holder(),
        department,
        matter,
        sentOn,
        request: '家庭无收入',
      })}`
    const [one, other, back] = [await send('allowance'), await send('allowance'), await send('housing')]
    const { body } = await county.clerk('GET', '/api/v1/system/deadlines?endedOn.empty=true')
    expect(body.rows.map(({ fields }: { fields: Values }) => fields.record)).toContain('poverty-relief.referral')
    expect(await step(one, 'answer', { answeredOn: '2026-06-10' })).toBe(422)
    expect(await step(one, 'answer', { answeredOn: '2026-05-31', outcome: 'granted' })).toBe(422)
    expect(await step(one, 'answer', { answeredOn: '2026-06-10', outcome: 'granted' })).toBe(200)
    expect(
      await figures(['referrals', 'referralsAnswered', 'referralsAnsweredShare'], { matter: ['allowance'] }),
    ).toEqual([2, 1, 50])
    expect(await step(back, 'withdraw', { withdrawReason: '本人不需要了' })).toBe(200)
    expect(await figures(['referrals'])).toEqual([2])
    expect(await step(other, 'answer', { answeredOn: '2026-06-11', outcome: 'not-responsible' })).toBe(200)
    expect(await figures(['referralsAnsweredShare'])).toEqual([100])
  })
})

describe('households', () => {
  const home = (values: Values = {}) =>
    county.add('persons/households', { headName: '示家', division: places.village, ...values })
  const join = (household: string, person: string, relation: string) =>
    county.add('persons/members', { household, person, relation, since: '2020-01-01' })

  it('of special kinds are known by their members, each once', async () => {
    const both = await home()
    await join(both, await holder('1'), '01')
    await join(both, await holder('3'), '20')
    const neither = await home()
    await join(neither, await holder('4'), '01')
    await county.server.deliver()
    expect(await figures(['specialHouseholds', 'specialHouseholdsCovered'])).toEqual([1, 0])
    for (const mark of ['severe', 'multiDisabled'])
      expect(await figures(['specialHouseholds'], { [mark]: ['yes'] })).toEqual([1])
    expect(await figures(['specialHouseholds'], { agedCaring: ['yes'] })).toEqual([0])
  })

  it('whose house was renewed are counted once however often, up to the day', async () => {
    const person = await holder()
    await join(await home(), person, '01')
    for (const surveyedOn of ['2024-01-10', '2026-01-10']) {
      const path = `poverty-relief/housings/${await county.add('poverty-relief/housings', {
        person,
        surveyedOn,
        condition: 'grade-c',
      })}`
      const year = Number(surveyedOn.slice(0, 4))
      expect(await step(path, 'plan', { planYear: year, way: 'repair' })).toBe(200)
      expect(await step(path, 'start', { startedOn: `${year}-02-01`, aid: 100_000 })).toBe(200)
      expect(await step(path, 'accept', { acceptedOn: `${year}-03-01` })).toBe(200)
    }
    expect(await figures(['housesDoneSoFar', 'housesDone'])).toEqual([1, 1])
  })
})

it('bases are counted once, however many households they take along', async () => {
  const base = await organisation('示例县养殖扶贫基地', 'employer')
  for (const [amount, takenAlong] of [
    [10_000, base],
    [20_000, base],
    [30_000, null],
  ] as const)
    await county.add('poverty-relief/supports', {
      person: await holder(),
      base: takenAlong,
      project: 'breeding',
      form: 'money',
      role: 'ordinary',
      amount,
      issuedOn: '2026-03-01',
    })
  expect(await figures(['supportBases', 'supports'])).toEqual([1, 3])
})

it('donations are told by donor once their money was received', async () => {
  const fund = await county.add('funds/funds', {
    title: '助残捐赠款',
    source: 'donation',
    year: 2026,
    division: places.county,
  })
  const give = async (values: Values) =>
    `funds/receipts/${await county.add('funds/receipts', { fund, kind: 'donation', receivedOn: '2026-05-17', ...values })}`
  const payer = await organisation('示例企业', 'employer')
  const [one, other] = [await give({ payer, amount: 500_000 }), await give({ payerName: '示某', amount: 20_000 })]
  await give({ payerName: '示乙', amount: 1 })
  for (const path of [one, other]) expect(await step(path, 'take')).toBe(200)
  expect(await figures(['donations', 'donationSum'])).toEqual([2, 520_000])
  expect(await figures(['donationSum'], { donor: ['organisation'] })).toEqual([500_000])
})
