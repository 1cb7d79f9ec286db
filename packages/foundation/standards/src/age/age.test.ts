import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addDays, isoFromDayNumber } from '../calendar/day-number.js'
import { ageOn, dateOfAge, hasReachedAge, isMinor } from './age.js'

describe('completed years', () => {
  test.for([
    ['1985-03-07', '2026-03-06', 40],
    ['1985-03-07', '2026-03-07', 41],
    ['1985-03-07', '2026-12-31', 41],
    ['1985-03-07', '1985-03-07', 0],
    ['1985-12-31', '1986-01-01', 0],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['1985-03-07', '1985-03-06', undefined],
  ] as const)('of a birth on %s at %s are %s', ([birthDate, date, age]) => {
    expect(ageOn(birthDate, date)).toBe(age)
  })

  test('are reached on the birthday itself', () => {
    expect(dateOfAge('1985-03-07', 60)).toBe('2045-03-07')
    expect(dateOfAge('2012-02-29', 18)).toBe('2030-03-01')
    expect(dateOfAge('2012-02-29', 4)).toBe('2016-02-29')
    expect(hasReachedAge('2012-02-29', 18, '2030-02-28')).toBe(false)
    expect(hasReachedAge('2012-02-29', 18, '2030-03-01')).toBe(true)
  })

  test('make a minor until 18', () => {
    expect(isMinor('2008-11-25', '2026-11-24')).toBe(true)
    expect(isMinor('2008-11-24', '2026-11-24')).toBe(false)
    expect(isMinor('2027-01-01', '2026-11-24')).toBe(true)
  })

  test('need real dates and whole ages', () => {
    expect(() => ageOn('1985-02-30', '2026-11-24')).toThrow(RangeError)
    expect(() => ageOn('1985-02-28', '')).toThrow(RangeError)
    expect(() => dateOfAge('1985-02-28', -1)).toThrow(RangeError)
    expect(() => dateOfAge('1985-02-28', 0.5)).toThrow(RangeError)
    expect(() => dateOfAge('1985-02-28', 9000)).toThrow(RangeError)
  })

  it.prop([fc.integer({ min: -40_000, max: 20_000 }), fc.nat(40_000)])(
    'change on the day of an age only',
    (birth, lived) => {
      const birthDate = isoFromDayNumber(birth)
      const date = addDays(birthDate, lived)
      const age = ageOn(birthDate, date) ?? Number.NaN
      expect(dateOfAge(birthDate, age) <= date && date < dateOfAge(birthDate, age + 1)).toBe(true)
    },
  )
})
