import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type MemberFacts, marksOf } from './marks.js'

const today = '2026-11-24'
const someone = (facts: Partial<MemberFacts> = {}): MemberFacts => ({
  birthDate: '1980-05-05',
  isCertified: false,
  grade: null,
  isStudent: false,
  ...facts,
})

describe('marks of a household', () => {
  it('two holders are 一户多残, one is not', () => {
    expect(marksOf([someone({ isCertified: true, grade: '3' })], today).isMultiDisabled).toBe(false)
    expect(
      marksOf([someone({ isCertified: true, grade: '3' }), someone({ isCertified: true, grade: '4' })], today),
    ).toMatchObject({ isMultiDisabled: true, certifiedCount: 2, hasSevere: false })
  })

  it('以老养残 begins on the sixtieth birthday of the last younger carer', () => {
    const child = someone({ isCertified: true, grade: '1', birthDate: '1990-01-01' })
    expect(marksOf([child, someone({ birthDate: '1966-11-24' })], today).isAgedCaring).toBe(true)
    expect(marksOf([child, someone({ birthDate: '1966-11-25' })], today).isAgedCaring).toBe(false)
    expect(marksOf([child, someone({ birthDate: '1950-01-01' }), someone()], today).isAgedCaring).toBe(false)
  })

  it('is not 以老养残 without carers, with an aged holder only, or when nobody knows the age', () => {
    const child = someone({ isCertified: true, birthDate: '1990-01-01' })
    expect(marksOf([child], today).isAgedCaring).toBe(false)
    expect(
      marksOf([someone({ isCertified: true, birthDate: '1950-01-01' }), someone({ birthDate: '1950-01-01' })], today)
        .isAgedCaring,
    ).toBe(false)
    expect(marksOf([child, someone({ birthDate: null })], today).isAgedCaring).toBe(false)
  })

  it('a child is no carer', () => {
    const child = someone({ isCertified: true, birthDate: '1990-01-01' })
    expect(
      marksOf(
        [child, someone({ birthDate: '1955-01-01' }), someone({ birthDate: '2015-01-01', isStudent: true })],
        today,
      ),
    ).toMatchObject({ isAgedCaring: true, hasStudent: true, memberCount: 3 })
  })

  property.prop([
    fc.array(
      fc.record({
        birthDate: fc.constantFrom(null, '1940-01-01', '1980-01-01', '2015-01-01'),
        isCertified: fc.boolean(),
        grade: fc.constantFrom(null, '1', '2', '3', '4'),
        isStudent: fc.boolean(),
      }),
    ),
  ])('do not depend on the order of the members', (members) => {
    expect(marksOf(members.toReversed(), today)).toEqual(marksOf(members, today))
  })
})
