import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eligibilityModule } from '../contract/index.js'
import { people, peopleServer } from '../testing/people.js'
import { eligibilityServer } from './index.js'

const root = '/api/v1/eligibility'
let server: TestServer
let clerk: Call
const ids: Record<string, string> = {}

/** Severe, of age, and paid or not: what the schemes of the register ask for. */
const cast = {
  qualifies: { age: 30, components: [{ category: '4', grade: '1' }] },
  alsoPaid: { age: 40, components: [{ category: '5', grade: '2' }] },
  mildPaid: { age: 40, components: [{ category: '5', grade: '3' }] },
  unknownPaid: { age: null, components: [{ category: '4', grade: '1' }] },
  elsewhere: { age: 30, components: [{ category: '1', grade: '1' }], division: places.streetVillage },
  abroad: { age: 30, components: [{ category: '1', grade: '1' }], division: places.neighbourVillage },
  child: { age: 12, components: [{ category: '1', grade: '1' }] },
} as const

async function setParameter(values: Readonly<Record<string, unknown>>, call = clerk) {
  const made = await call('POST', `${root}/parameters`, {
    region: places.county,
    since: '2026-06-01',
    documentTitle: '测试文件',
    ...values,
  })
  if (made.status !== 201) return made
  return step(made.body.id, 'enact')
}

async function step(id: string, verb: string, values: object = {}) {
  const { body } = await clerk('GET', `${root}/parameters/${id}`)
  return clerk('POST', `${root}/parameters/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
}

const codesOf = ({ body }: { readonly body: { readonly errors?: readonly { readonly code: string }[] } }) =>
  (body.errors ?? []).map(({ code }) => code)

beforeAll(async () => {
  server = await startTestServer({ modules: [peopleServer, eligibilityServer] as never })
  clerk = server.as()
  await server.write(async ({ write }) => {
    for (const [name, values] of Object.entries(cast)) {
      const person = await write.create(people.records.person, { name, division: places.village, ...values })
      ids[name] = person.id
      if (name.endsWith('Paid'))
        await write.create(people.records.grant, { person: person.id, scheme: 'persons.nursing', state: 'paid' })
    }
  })
  expect((await setParameter({ name: 'persons.leastAge', value: 16 })).status).toBe(200)
})
afterAll(() => server.stop())

describe('a parameter', () => {
  it.each([
    [{ name: 'persons.none', value: 1 }, 'parameter.problem.unknown'],
    [{ name: 'persons.leastAge', value: true }, 'parameter.problem.kind'],
    [{ name: 'persons.leastAge', value: 200 }, 'parameter.problem.bounds'],
    [{ name: 'persons.sexes', value: ['7'] }, 'parameter.problem.codes'],
    [{ name: 'persons.severe', value: [{ grade: ['5'] }] }, 'parameter.problem.codes'],
    // a pattern that asks for nothing would fit everybody
    [{ name: 'persons.severe', value: [{}] }, 'parameter.problem.codes'],
    // a sum for each code is such as the declaration allows
    [{ name: 'persons.standard', value: {} }, 'parameter.problem.empty'],
    [{ name: 'persons.standard', value: { 5: 9_000 } }, 'parameter.problem.codes'],
    [{ name: 'persons.line', value: { 1: 9_000 } }, 'parameter.problem.kind'],
    [{ name: 'persons.line', value: 1, until: '2026-05-31' }, 'parameter.problem.period'],
    [{ name: 'persons.line', value: 1, region: '990000000000' }, 'parameter.problem.region'],
    [{ name: 'persons.line', value: 1, region: places.neighbour }, 'parameter.problem.region'],
    [{ name: 'persons.line', value: 1, region: null }, 'parameter.problem.region'],
    [{ name: 'persons.leastAge', value: 17 }, 'parameter.guard.alone'],
    [{ name: 'persons.line', value: 1, since: '2026-05-31' }, 'parameter.guard.accounted'],
  ])('is refused: %j', async (values, code) => {
    const answer = await setParameter(values)
    expect(answer.status).toBe(422)
    expect(codesOf(answer)).toEqual([code])
  })

  it('in force is not edited: a new standard leaves the months before as they were', async () => {
    const first = await setParameter({ name: 'persons.standard', value: 8_000, since: '2026-01-01', grounds: '补录' })
    expect(first.status).toBe(200)
    const edited = await clerk(
      'PATCH',
      `${root}/parameters/${first.body.id}`,
      { value: 1 },
      { 'if-match': `"${first.body.version}"` },
    )
    expect(codesOf(edited)).toEqual(['parameter.problem.fixed'])
    expect((await setParameter({ name: 'persons.standard', value: 9_000, since: '2026-07-01' })).status).toBe(200)
    expect(await amountOn('2026-06-30')).toBe(8_000)
    expect(await amountOn('2026-07-01')).toBe(9_000)
    // a town may decide for itself
    await setParameter({ name: 'persons.standard', value: 9_900, since: '2026-08-01', region: places.town })
    expect(await amountOn('2026-08-01')).toBe(9_900)
    expect(await amountOn('2026-08-01', ids.elsewhere)).toBe(9_000)
  })

  it('that was wrong is corrected with its reason, and as it was known then it stays', async () => {
    const wrong = await setParameter({
      name: 'persons.standard',
      value: 70_000,
      since: '2026-06-02',
      region: places.village,
    })
    const knownAt = server.clock.now().toISOString()
    expect(await amountOn('2026-06-15')).toBe(70_000)
    server.clock.advance(60_000)
    expect((await step(wrong.body.id, 'correct')).status).toBe(422)
    expect((await step(wrong.body.id, 'correct', { correctionReason: '多录一个零' })).status).toBe(200)
    const right = { value: 7_000, since: '2026-06-02', region: places.village, replaces: wrong.body.id }
    expect((await setParameter({ name: 'persons.standard', ...right })).status).toBe(200)
    expect(await amountOn('2026-06-15')).toBe(7_000)
    expect(await amountOn('2026-06-15', ids.qualifies, `&knownAt=${knownAt}`)).toBe(70_000)
  })

  it('is put in force by the county alone', async () => {
    const town = server.as({ at: places.town, may: ['*:*.create', '*:*.read'] })
    const made = await town('POST', `${root}/parameters`, {
      name: 'persons.line',
      region: places.town,
      since: '2026-06-01',
      value: 5,
      documentTitle: '草稿',
    })
    expect(made.status).toBe(201)
    const refused = await town('POST', `${root}/parameters/${made.body.id}/do/enact`, {}, { 'if-match': '"1"' })
    expect(refused.status).toBe(403)
  })

  const amountOn = async (date: string, person = ids.qualifies, more = '') => {
    const { body } = await clerk('GET', `${root}/explain?person=${person}&scheme=persons.nursing&date=${date}${more}`)
    return body.explanations[0].amount.found?.value
  }
})

describe('an explanation', () => {
  it('tells each clause with its fact, its source and the document of its parameter', async () => {
    const { body } = await clerk('GET', `${root}/explain?person=${ids.child}&scheme=persons.nursing`)
    const [explanation] = body.explanations
    expect(explanation).toMatchObject({ verdict: 'no', date: '2026-06-15', asks: [] })
    expect(explanation.finding.parts).toMatchObject([
      { verdict: 'yes', predicate: 'persons.isSevere' },
      {
        verdict: 'no',
        says: { basis: '测试' },
        fact: { name: 'persons.age', value: 12 },
        parameter: { found: { value: 16, region: places.county, document: { title: '测试文件' } } },
      },
      { verdict: 'yes', says: { code: 'R5' } },
    ])
  })

  it('asks for what is not known', async () => {
    const { body } = await clerk('GET', `${root}/explain?person=${ids.unknownPaid}&scheme=persons.nursing`)
    expect(body.explanations[0]).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'persons.age' }] })
  })

  it('tells the verdict on a secret fact and not its value', async () => {
    await server.write(async ({ write, read }) => {
      const row = await read.one(people.records.person, ids.qualifies ?? '')
      if (row) await write.update(people.records.person, { ...row, values: { secret: true, isPoor: true } })
    })
    const { body } = await clerk('GET', `${root}/explain?person=${ids.qualifies}&scheme=persons.living`)
    const [, secret] = body.explanations[0].finding.parts
    expect(secret).toMatchObject({ verdict: 'no', isHidden: true, fact: { value: null } })
  })

  it('is given of people of one’s territory, to those who may read them', async () => {
    expect((await clerk('GET', `${root}/explain?person=${ids.abroad}`)).status).toBe(404)
    const other = server.as({ may: ['eligibility:*'] })
    for (const asked of [`person=${ids.child}`, `subject=${ids.child}&scheme=persons.nursing`])
      expect((await other('GET', `${root}/explain?${asked}`)).status).toBe(403)
    for (const [query, status] of [
      ['', 400],
      [`?person=${ids.child}&shceme=x`, 400],
      [`?person=${ids.child}&date=2026-02-30`, 400],
      [`?person=${ids.child}&knownAt=yesterday`, 400],
      [`?person=${ids.child}&scheme=persons.none`, 404],
      [`?subject=${ids.child}`, 400],
      [`?subject=${ids.child}&scheme=persons.nursing`, 200],
      [`?subject=${ids.abroad}&scheme=persons.nursing`, 404],
    ] as const)
      expect((await clerk('GET', `${root}/explain${query}`)).status, query).toBe(status)
  })
})

describe('a population', () => {
  const rowsOf = async (part: string, more = '', call = clerk) => {
    const { body } = await call('GET', `${root}/population/rows?scheme=persons.nursing&part=${part}${more}`)
    return body.rows.map(({ title }: { title: string }) => title)
  }

  it('is counted by town, and each count is the length of its list', async () => {
    const { body } = await clerk('GET', `${root}/population?scheme=persons.nursing`)
    expect(body.towns).toEqual([
      { town: '990121001', yes: 1, unknown: 0, missing: 1, surplus: 0, doubtful: 0 },
      { town: '990121100', yes: 2, unknown: 1, missing: 1, surplus: 1, doubtful: 1 },
    ])
    expect(await rowsOf('yes')).toEqual(['qualifies', 'alsoPaid', 'elsewhere'])
    expect(await rowsOf('missing')).toEqual(['qualifies', 'elsewhere'])
    expect(await rowsOf('missing', '&town=990121001')).toEqual(['elsewhere'])
    expect(await rowsOf('surplus')).toEqual(['mildPaid'])
    expect(await rowsOf('doubtful')).toEqual(['unknownPaid'])
    expect(await rowsOf('unknown')).toEqual(['unknownPaid'])
    expect(await rowsOf('yes', `&after=${ids.alsoPaid}`)).toEqual(['elsewhere'])
  })

  it('ends at the border of one’s territory', async () => {
    expect(await rowsOf('yes', '', server.as({ at: places.otherTown }))).toEqual(['elsewhere'])
    expect(await rowsOf('yes', '', server.as({ at: places.neighbour }))).toEqual([])
  })

  it('refuses what it does not know', async () => {
    for (const [query, status] of [
      ['?scheme=persons.nursing&part=everybody', 400],
      ['?scheme=persons.nursing&village=x', 400],
      ['?part=yes', 400],
      ['?scheme=persons.none', 404],
    ] as const)
      expect((await clerk('GET', `${root}/population/rows${query}`)).status, query).toBe(status)
  })
})

describe('a simulation', () => {
  it('tells who would enter and leave and what it would cost, and changes nothing', async () => {
    const draft = async (values: object) =>
      (
        await clerk('POST', `${root}/parameters`, {
          region: places.county,
          since: '2026-09-01',
          documentTitle: '征求意见稿',
          ...values,
        })
      ).body.id
    const younger = await draft({ name: 'persons.leastAge', value: 35 })
    const { body } = await clerk('GET', `${root}/simulation?parameter=${younger}`)
    // the village pays 7,000, the rest of the county 9,000
    expect(body.simulations).toMatchObject([
      {
        scheme: 'persons.nursing',
        date: '2026-09-01',
        before: 3,
        after: 1,
        enter: 0,
        leave: 2,
        costBefore: 7_000 + 7_000 + 9_000,
        costAfter: 7_000,
        towns: [
          { town: '990121001', enter: 0, leave: 1 },
          { town: '990121100', enter: 0, leave: 1 },
        ],
      },
    ])
    const who = async (asked: string) =>
      (await clerk('GET', `${root}/simulation/rows?parameter=${younger}&scheme=persons.nursing&${asked}`)).body
    const left = await who('part=leave')
    expect(left.rows.map(({ division }: { division: string }) => division.slice(0, 9)).toSorted()).toEqual([
      '990121001',
      '990121100',
    ])
    expect(left).toMatchObject({ rows: [{ title: expect.stringMatching(/./) }, {}], next: null })
    expect((await who('part=leave&town=990121100')).rows).toHaveLength(1)
    expect((await who(`part=leave&after=${left.rows[0].id}`)).rows).toEqual(left.rows.slice(1))
    expect(await who('part=enter')).toEqual({ rows: [], next: null })
    for (const wrong of ['part=both', 'villages=1', 'date=2026-02-30'])
      expect(
        (await clerk('GET', `${root}/simulation/rows?parameter=${younger}&scheme=persons.nursing&${wrong}`)).status,
      ).toBe(400)
    const wider = await draft({ name: 'persons.severe', value: [{ grade: ['1', '2', '3'] }] })
    expect((await clerk('GET', `${root}/simulation?parameter=${wider}`)).body.simulations).toMatchObject([
      { enter: 1, leave: 0 },
    ])
    const dearer = await draft({ name: 'persons.standard', value: 10_000 })
    expect((await clerk('GET', `${root}/simulation?parameter=${dearer}`)).body.simulations).toMatchObject([
      { enter: 0, leave: 0, costAfter: 7_000 + 7_000 + 10_000 },
    ])
    const { body: now } = await clerk('GET', `${root}/population?scheme=persons.nursing&date=2026-09-01`)
    expect(now.towns.map(({ yes }: { yes: number }) => yes)).toEqual([1, 2])
    expect(await server.write(({ read }) => read.one(eligibilityModule.records.parameter, younger))).toMatchObject({
      state: 'draft',
    })
  })
})
