import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clausesOf, openCounty } from '../testing/county.js'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.server.stop())

/** Somebody who qualifies for both. */
async function eligible(): Promise<string> {
  const person = await county.holder({ category: '4', grade: '1' })
  await county.status(person, 'allowance')
  await county.status(person, 'care-needed', { source: 'visit' })
  return person
}

describe('the two subsidies', () => {
  it('R1: both may be drawn together, each with the standard of its county and the document of it', async () => {
    const person = await eligible()
    const { body } = await county.clerk('GET', `/api/v1/eligibility/explain?person=${person}`)
    expect(
      body.explanations
        .slice(0, 2)
        .map(({ scheme, verdict, amount }: Record<string, never>) => [scheme, verdict, amount]),
    ).toMatchObject([
      ['poverty-relief.living', 'yes', { found: { value: 9_000, region: '990121000000', since: '2026-01-01' } }],
      ['poverty-relief.nursing', 'yes', { found: { value: 9_500, document: { number: '示例县发〔2026〕4号' } } }],
    ])
  })

  it('a county may pay grade by grade, and tells by which grade and document', async () => {
    const id = await county.add('eligibility/parameters', {
      name: 'poverty-relief.nursingStandard',
      region: places.county,
      since: '2027-01-01',
      value: { 1: 12_000 },
      documentTitle: '分级标准',
    })
    await county.clerk('POST', `/api/v1/eligibility/parameters/${id}/do/enact`, {}, { 'if-match': '"1"' })
    const told = async (grade: string, date: string) => {
      const person = await county.holder({ category: '4', grade })
      await county.status(person, 'allowance')
      await county.status(person, 'care-needed')
      return county.explain(person, 'nursing', `&date=${date}`)
    }
    const by = { fact: 'certificates.grade', value: '1' }
    expect(await told('1', '2027-01-01')).toMatchObject({
      verdict: 'yes',
      amount: { fen: 12_000, by, found: { document: { title: '分级标准' } } },
    })
    // nobody has decided about grade 2; until then there is one sum for both
    expect(await told('2', '2027-01-01')).toMatchObject({ verdict: 'yes', amount: { fen: null } })
    expect(await told('2', '2026-12-31')).toMatchObject({ verdict: 'yes', amount: { fen: 9_500 } })
  })

  it.each([
    ['old-age-living', 'R2', 'no', 'yes'],
    ['retired-cadre-nursing', 'R2', 'yes', 'no'],
    ['orphan-living', 'R3', 'no', 'yes'],
    ['unsupported-child-living', 'R3', 'no', 'yes'],
    ['work-injury-care-fee', 'R5', 'no', 'no'],
    // local, and this county has not decided so
    ['soldier-pension', 'R9/R10', 'yes', 'yes'],
    ['long-term-care', 'R9/R10', 'yes', 'yes'],
    ['state-salary', 'R8', 'yes', 'yes'],
  ] as const)('somebody who draws %s: %s', async (kind, code, living, nursing) => {
    const person = await eligible()
    await county.benefit(person, kind)
    const explained = [await county.explain(person, 'living'), await county.explain(person, 'nursing')]
    expect(explained.map(({ verdict }) => verdict)).toEqual([living, nursing])
    for (const one of explained) if (one.verdict === 'no') expect(clausesOf(one, 'no')).toEqual([code])
  })

  it('R4: extremely poor support excludes both', async () => {
    const person = await county.holder({ category: '1', grade: '1' })
    await county.status(person, 'extremely-poor')
    await county.status(person, 'care-needed')
    expect(clausesOf(await county.explain(person, 'nursing'), 'no')).toEqual(['R4'])
    expect(clausesOf(await county.explain(person, 'living'), 'no')).toContain('R4')
  })

  it('a benefit that has ended excludes nothing, and excluded the month in which it was drawn', async () => {
    const person = await eligible()
    await county.benefit(person, 'old-age-living', { until: '2025-12-31' })
    expect((await county.explain(person, 'living')).verdict).toBe('yes')
    expect((await county.explain(person, 'living', '&date=2025-12-01')).verdict).toBe('no')
  })

  it('what is not known is asked for, and is no yes', async () => {
    const person = await county.holder({ category: '7', grade: '3' })
    const living = await county.explain(person, 'living')
    expect(living).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'persons.economy' }] })
    const nursing = await county.explain(person, 'nursing')
    expect(nursing.verdict).toBe('unknown')
    expect(nursing.asks.map(({ fact }) => fact)).toEqual([
      'certificates.components',
      'persons.needsCare',
      'persons.economy',
    ])
  })

  it('a certificate that has run out, or none, qualifies for nothing', async () => {
    const expired = await county.holder({
      category: '4',
      grade: '1',
      certificate: { issueDate: '2014-06-01', validTo: '2024-05-31' },
    })
    await county.status(expired, 'allowance')
    expect(clausesOf(await county.explain(expired, 'living'), 'no')).toEqual(['残疾人证有效'])
    expect((await county.explain(expired, 'living', '&date=2024-05-31')).verdict).toBe('yes')
  })
})

describe('severe', () => {
  const decide = async (region: string, name: string, value: unknown) => {
    const id = await county.add('eligibility/parameters', {
      name,
      region,
      since: '2026-06-01',
      value,
      documentTitle: '测试文件',
    })
    const { status, body } = await county.clerk(
      'POST',
      `/api/v1/eligibility/parameters/${id}/do/enact`,
      {},
      { 'if-match': '"1"' },
    )
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  const nursingOf = async (category: string, grade: string, components?: readonly object[]) => {
    const person = await county.holder({ category, grade, ...(components ? { components: components as never } : {}) })
    await county.status(person, 'care-needed')
    await county.status(person, 'allowance')
    return county.explain(person, 'nursing')
  }

  it('is the nation’s until a region widens it, and asks each component of a multiple disability', async () => {
    const multiple = [
      { category: '4', grade: '3' },
      { category: '6', grade: '4' },
    ]
    expect((await nursingOf('7', '3', multiple)).verdict).toBe('no')
    expect((await nursingOf('5', '3')).verdict).toBe('no')
    // as many provinces do; the decision of the county's own town is another matter
    await decide(places.county, 'certificates.severeNursing', [
      { grade: ['1', '2'] },
      { category: ['5', '6'], grade: ['3', '4'] },
    ])
    expect((await nursingOf('7', '3', multiple)).verdict).toBe('yes')
    expect((await nursingOf('5', '4')).verdict).toBe('yes')
    expect((await nursingOf('4', '3')).verdict).toBe('no')
    // as Beijing does
    await decide(places.town, 'certificates.severeNursing', [
      { grade: ['1', '2'] },
      { category: ['5', '6'], grade: ['3'] },
    ])
    expect((await nursingOf('5', '4')).verdict).toBe('no')
    expect((await nursingOf('5', '3')).verdict).toBe('yes')
  })

  it('a region that asks for the statement of the state-paid is answered with it (R8)', async () => {
    await decide(places.county, 'poverty-relief.asksStatement', true)
    const person = await eligible()
    await county.benefit(person, 'state-salary', { hasStatement: false })
    expect(clausesOf(await county.explain(person, 'nursing'), 'no')).toEqual(['R8'])
    const other = await eligible()
    await county.benefit(other, 'state-salary')
    expect((await county.explain(other, 'nursing')).verdict).toBe('unknown')
    const stated = await eligible()
    await county.benefit(stated, 'state-salary', { hasStatement: true })
    expect((await county.explain(stated, 'nursing')).verdict).toBe('yes')
  })
})

describe('months that are over', () => {
  it('are recomputed with the standard that held then', async () => {
    const person = await eligible()
    const of = async (date: string) =>
      (await county.explain(person, 'living', `&date=${date}`)).amount?.found?.value ?? null
    expect(await of('2025-12-01')).toBe(8_000)
    expect(await of('2026-01-01')).toBe(9_000)
    expect(await of('2023-12-01')).toBeNull()
  })
})
