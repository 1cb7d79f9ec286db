import { checkIndicators, readFigures } from '@opendpf/figures/reading'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounty } from '../../testing/county.js'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.server.stop())

const holder = () => county.holder({ category: '4', grade: '2' })
const path = (record: string) => `/api/v1/poverty-relief/${record}`
const somebody = () => county.server.as({ id: 'somebody-else' })

/** Takes a step as somebody else than whoever entered the row. */
async function step(record: string, id: string, verb: string, values: Readonly<Record<string, unknown>> = {}) {
  const call = somebody()
  const { body } = await call('GET', `${path(record)}/${id}`)
  return call('POST', `${path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
}

const add = (record: string, values: Readonly<Record<string, unknown>>) =>
  county.add(`poverty-relief/${record}`, values)
const refused = async (record: string, values: Readonly<Record<string, unknown>>) => {
  const { status, body } = await county.clerk('POST', path(record), values)
  expect(status).toBe(422)
  return body.errors.map(({ path: field }: { path: string }) => field)
}
/** A figure of 2026, or on the last day of the samples. */
const figure = async (indicator: string) => {
  const asked = { indicator: `poverty-relief.${indicator}`, from: '2026-01-01', to: '2026-06-15' }
  return county.server.write(async (context) => (await readFigures(context, [asked]))[0]?.value)
}

const found = { kind: 'marginal', entry: 'first', cause: 'disability', householdSize: 3, income: 600_000 }

describe('the poor list', () => {
  it('holds somebody once at a time, and tells of a fall-back as such', async () => {
    const person = await holder()
    const first = await add('poor-entries', { ...found, person, foundOn: '2026-01-05' })
    expect(await refused('poor-entries', { ...found, person, foundOn: '2026-01-06' })).toEqual(['person'])
    expect(
      await refused('poor-entries', { ...found, person: await holder(), entry: 'fall-back', foundOn: '2026-01-06' }),
    ).toEqual(['entry'])
    expect((await step('poor-entries', first, 'admit', { listedOn: '2026-01-10' })).status).toBe(200)
    expect(await figure('poorListed')).toBe(1)
    const off = { leftOn: '2026-03-01', leaveReason: 'income', watchUntil: '2027-03-01' }
    expect((await step('poor-entries', first, 'takeOff', off)).status).toBe(422)
    expect((await step('poor-entries', first, 'takeOff', { ...off, leaveIncome: 1_200_000 })).status).toBe(200)
    expect([await figure('poorListed'), await figure('poorWatched'), await figure('poorLeft')]).toEqual([0, 1, 1])
    expect(await refused('poor-entries', { ...found, person, foundOn: '2026-04-01' })).toEqual(['entry'])
    const again = await add('poor-entries', { ...found, person, entry: 'fall-back', foundOn: '2026-04-01' })
    expect((await step('poor-entries', again, 'admit', { listedOn: '2026-04-10' })).status).toBe(200)
    expect([await figure('poorListed'), await figure('poorFallenBack'), await figure('poorEntered')]).toEqual([1, 1, 1])
  })

  it('is not for whoever entered somebody to decide', async () => {
    const id = await add('poor-entries', { ...found, person: await holder(), foundOn: '2026-05-05' })
    const answer = await county.clerk(
      'POST',
      `${path('poor-entries')}/${id}/do/admit`,
      { listedOn: '2026-05-06' },
      { 'if-match': '"1"' },
    )
    expect(answer.body).toMatchObject({ status: 403, code: 'another-person-required' })
  })
})

describe('visits', () => {
  it('are counted as visits, people and households, with what was brought', async () => {
    const [one, other] = [await holder(), await holder()]
    const home = await county.add('persons/households', { headName: '示家', division: '990121100201' })
    for (const person of [one, other])
      await county.add('persons/members', {
        household: home,
        person,
        relation: person === one ? '01' : '70',
        since: '2020-01-01',
      })
    const visit = { occasion: 'spring-festival', visitors: '县残联 甲、乙', visitedOn: '2026-02-10' }
    await add('visits', { ...visit, person: one, cash: 50_000, goods: '米、油', goodsValue: 20_000 })
    await add('visits', {
      ...visit,
      person: one,
      occasion: 'national-day-of-disabled',
      visitedOn: '2026-05-17',
      cash: 30_000,
    })
    await add('visits', { ...visit, person: other, cash: 10_000 })
    expect(await refused('visits', { ...visit, person: one, goodsValue: 100 })).toEqual(['goods'])
    expect(await Promise.all(['visits', 'visitedPersons', 'visitedHouseholds', 'visitedSum'].map(figure))).toEqual([
      3, 2, 1, 110_000,
    ])
  })
})

describe('production', () => {
  it('is supported by demonstrators whom others follow, and checked for what came of it', async () => {
    const what = {
      project: 'breeding',
      form: 'animals',
      what: '仔猪',
      quantity: 2,
      amount: 120_000,
      issuedOn: '2026-03-01',
    }
    const shown = await add('supports', { ...what, person: await holder(), role: 'demonstrator' })
    const follower = await add('supports', { ...what, person: await holder(), role: 'follower', demonstrator: shown })
    expect(
      await refused('supports', { ...what, person: await holder(), role: 'follower', demonstrator: follower }),
    ).toEqual(['demonstrator'])
    expect(
      await refused('supports', { ...what, person: await holder(), role: 'ordinary', demonstrator: shown }),
    ).toEqual(['demonstrator'])
    expect(await refused('supports', { ...what, person: await holder(), role: 'ordinary', what: null })).toEqual([
      'what',
    ])
    const done = { checkedOn: '2026-06-01', outcome: 'lifted', incomeAfter: 900_000 }
    expect((await step('supports', follower, 'check', done)).status).toBe(200)
    expect(await Promise.all(['supportedPersons', 'supportSum', 'supportedLifted'].map(figure))).toEqual([
      2, 240_000, 1,
    ])
  })

  it('is lent for, and the loan is outstanding until it is repaid', async () => {
    const id = await add('loans', { person: await holder(), purpose: '养鸡', askedOn: '2026-02-01' })
    const terms = { bank: '示范县农商银行', principal: 5_000_000, lentOn: '2026-02-10', dueOn: '2027-02-10' }
    expect((await step('loans', id, 'lend', { ...terms, dueOn: '2026-02-10' })).status).toBe(422)
    expect((await step('loans', id, 'lend', terms)).status).toBe(200)
    expect([await figure('loansLent'), await figure('loansOpen')]).toEqual([1, 5_000_000])
    expect((await step('loans', id, 'repay', { repaidOn: '2026-06-01' })).status).toBe(200)
    expect(await figure('loansOpen')).toBe(0)
  })
})

describe('a house', () => {
  it('that is unsafe is planned, built and accepted by somebody else, and counts as unsafe until then', async () => {
    const person = await holder()
    const safe = await add('housings', { person: await holder(), surveyedOn: '2026-01-10', condition: 'safe' })
    const planned = { planYear: 2026, way: 'rebuild' }
    expect((await step('housings', safe, 'plan', planned)).status).toBe(422)
    const id = await add('housings', { person, surveyedOn: '2026-01-10', condition: 'grade-d' })
    expect(await figure('unsafeHouses')).toBe(1)
    expect((await step('housings', id, 'plan', planned)).status).toBe(200)
    expect((await step('housings', id, 'start', { startedOn: '2026-03-01', aid: 2_000_000 })).status).toBe(200)
    expect((await step('housings', id, 'accept', { acceptedOn: '2026-06-01' })).status).toBe(200)
    expect(await Promise.all(['unsafeHouses', 'housesDone', 'housingGrants'].map(figure))).toEqual([0, 1, 2_000_000])
    const stranger = await county.add('persons/households', { headName: '别家', division: '990121100201' })
    expect(
      await refused('housings', { person, surveyedOn: '2026-06-10', condition: 'safe', household: stranger }),
    ).toEqual(['household'])
  })
})

describe('a helper', () => {
  it('stands by somebody for a time, and his latest help is told until it is taken back', async () => {
    const person = await holder()
    const id = await add('pairings', {
      person,
      helperKind: 'official',
      helperName: '帮扶甲',
      since: '2026-02-01',
      goal: '增收',
    })
    const help = { pairing: id, kind: 'skill', note: '养殖技术' }
    expect(await refused('helps', { ...help, helpedOn: '2026-01-31' })).toEqual(['helpedOn'])
    await add('helps', { ...help, helpedOn: '2026-03-01' })
    const last = await add('helps', { ...help, helpedOn: '2026-04-01', amount: 30_000 })
    const told = async () => (await county.clerk('GET', `${path('pairings')}/${id}`)).body.fields.lastHelpOn
    expect(await told()).toBe('2026-04-01')
    expect(await Promise.all(['pairedPersons', 'helps', 'helpSum'].map(figure))).toEqual([1, 2, 30_000])
    expect((await county.clerk('POST', `${path('helps')}/${last}/remove`, {}, { 'if-match': '"1"' })).status).toBe(204)
    expect(await told()).toBe('2026-03-01')
    expect((await step('pairings', id, 'end', { until: '2026-06-01', result: '年增收三千元' })).status).toBe(200)
    expect(await figure('pairedPersons')).toBe(0)
  })
})

it('what is counted is what the figures declare, along every dimension', { timeout: 60_000 }, async () => {
  expect(await county.server.write((context) => checkIndicators(context, 'poverty-relief'))).toEqual([])
})
