import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clausesOf, openCounty } from '../testing/county.js'
import { joinDeclarations } from './declarations.js'

const { household, member } = persons.records
let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.server.stop())

const poor = async (disability: Parameters<typeof county.holder>[0]): Promise<string> => {
  const person = await county.holder(disability)
  await county.status(person, 'allowance')
  return person
}
const verdicts = async (person: string, ...schemes: readonly string[]) => {
  const found = []
  for (const scheme of schemes) found.push((await county.explain(person, scheme)).verdict)
  return found
}

describe('temporary relief', () => {
  const live = (people: readonly string[], values: object = {}) =>
    county.server.write(async ({ write }) => {
      const home = await write.create(household, { headName: '示例', division: places.village, ...values })
      for (const person of people)
        await write.create(member, { household: home.id, person, relation: '01', since: '2020-01-01' })
    })

  it('is for each of four hardships, and a household that is not recorded is asked for', async () => {
    const severe = await poor({ category: '4', grade: '1' })
    expect((await county.explain(severe, 'temporaryRelief')).verdict).toBe('yes')
    const mild = await poor({ category: '4', grade: '4' })
    const open = await county.explain(mild, 'temporaryRelief')
    expect(open).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'persons.isMultiDisabledHousehold' }] })
    const [ill, schooling] = [await poor({ category: '1', grade: '3' }), await poor({ category: '1', grade: '3' })]
    await county.status(ill, 'illness-burden')
    await county.status(schooling, 'schooling-hardship')
    expect((await county.explain(ill, 'temporaryRelief')).verdict).toBe('yes')
    expect((await county.explain(schooling, 'temporaryRelief')).verdict).toBe('yes')
  })

  it('is for nobody without hardship, and for none whose means are not covered', async () => {
    const alone = await poor({ category: '1', grade: '3' })
    await live([alone])
    const answer = await county.explain(alone, 'temporaryRelief')
    expect(clausesOf(answer, 'no')).toEqual(['存在可以救助的困难情形', 'T1', '重度残疾', 'T2', 'T3', 'T4'])
    const wealthy = await county.holder({ category: '4', grade: '1' })
    await live([wealthy], { economicState: 'ordinary' })
    // one hardship is enough; the others that are not so stand beside it
    const refused = await county.explain(wealthy, 'temporaryRelief')
    expect(refused.verdict).toBe('no')
    expect(clausesOf(refused, 'no')).toEqual(['家庭经济状况符合条件', 'T2', 'T3', 'T4'])
  })
})

describe('what the county grants besides', () => {
  it('is told with the standard of its decision, and excludes what it says it excludes', async () => {
    const person = await poor({ category: '4', grade: '1' })
    const local = await county.explain(person, 'localLiving')
    expect(local).toMatchObject({ verdict: 'yes', amount: { found: { value: 6_000, region: '990121000000' } } })
    expect(await verdicts(person, 'specialSubsidy', 'homeCare')).toEqual(['yes', 'yes'])
    await county.benefit(person, 'long-term-care')
    expect(clausesOf(await county.explain(person, 'homeCare'), 'no')).toEqual(['L2'])
  })

  it('is nothing before the day on which it was established', async () => {
    const person = await poor({ category: '4', grade: '1' })
    const before = await county.explain(person, 'localLiving', '&date=2023-12-31')
    expect(clausesOf(before, 'no')).toContain('本地已设立')
  })
})

describe('premiums', () => {
  it('are not paid for whom others have covered, nor for those out of the age of paying in', async () => {
    const person = await poor({ category: '5', grade: '2' })
    expect(await verdicts(person, 'medicalPremium', 'pensionPremium')).toEqual(['yes', 'yes'])
    await county.benefit(person, 'employee-medical')
    await county.benefit(person, 'pension-premium')
    expect(clausesOf(await county.explain(person, 'medicalPremium'), 'no')).toEqual(['P1'])
    expect(clausesOf(await county.explain(person, 'pensionPremium'), 'no')).toEqual(['P2'])
    const old = await poor({ category: '5', grade: '2', birthDate: '1966-06-01' })
    expect((await county.explain(old, 'pensionPremium', '&date=2026-05-31')).verdict).toBe('yes')
    expect((await county.explain(old, 'pensionPremium', '&date=2026-06-01')).verdict).toBe('no')
    const student = await poor({ category: '5', grade: '2', birthDate: '2008-01-01' })
    await county.status(student, 'enrolled')
    expect(clausesOf(await county.explain(student, 'pensionPremium'), 'no')).toEqual(['不是在校学生'])
  })
})

describe('where the disability is', () => {
  const at = (part: string | undefined, grade = '3') =>
    poor({ category: '4', grade, components: [{ category: '4', grade, ...(part === undefined ? {} : { part }) }] })

  it('decides about the vehicle and the bus, and is asked for when it is not known', async () => {
    expect(await verdicts(await at('lower-limbs'), 'wheelchairFuel', 'busPass')).toEqual(['yes', 'yes'])
    expect(await verdicts(await at('upper-limbs'), 'wheelchairFuel', 'busPass')).toEqual(['no', 'no'])
    const unknown = await county.explain(await at(undefined), 'wheelchairFuel')
    expect(unknown).toMatchObject({ verdict: 'unknown', asks: [{ fact: 'certificates.components' }] })
  })

  it('does not matter to those who see little, whose grade does', async () => {
    const [blind, weak] = [await poor({ category: '1', grade: '2' }), await poor({ category: '1', grade: '3' })]
    expect(await verdicts(blind, 'busPass', 'hospitalReduction')).toEqual(['yes', 'yes'])
    expect(await verdicts(weak, 'busPass', 'hospitalReduction')).toEqual(['no', 'yes'])
  })
})

it('no two parts of the line declare the same name', () => {
  const part = {
    parameters: { standard: { title: { 'zh-CN': '标准', en: 'Standard' }, kind: 'money', basis: '1' } },
  } as const
  expect(() => joinDeclarations(part, part)).toThrow('two parts of a line declare "standard" among their parameters')
})
