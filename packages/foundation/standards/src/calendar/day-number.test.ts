import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addMonths, addYears } from './add-months.js'
import { addDays, dayNumberOf, daysBetween, isoFromDayNumber, weekdayOf } from './day-number.js'
import { isIsoDate } from './iso-date.js'

const dayNumber = fc.integer({ min: -719_162, max: 2_932_896 })

describe('day numbers', () => {
  it.prop([dayNumber])('turn into dates and back', (number) => {
    const date = isoFromDayNumber(number)
    expect(isIsoDate(date)).toBe(true)
    expect(dayNumberOf(date)).toBe(number)
  })

  it.prop([fc.integer({ min: -25_567, max: 100_000 })])('agree with the engine', (number) => {
    const instant = new Date(number * 86_400_000)
    expect(isoFromDayNumber(number)).toBe(instant.toISOString().slice(0, 10))
    expect(weekdayOf(isoFromDayNumber(number)) % 7).toBe(instant.getUTCDay())
  })

  it.prop([dayNumber, dayNumber])('order as their dates do', (one, other) => {
    expect(isoFromDayNumber(one) < isoFromDayNumber(other)).toBe(one < other)
    expect(daysBetween(isoFromDayNumber(one), isoFromDayNumber(other))).toBe(other - one)
  })

  test('end with the calendar', () => {
    expect(isoFromDayNumber(-719_162)).toBe('0001-01-01')
    expect(isoFromDayNumber(2_932_896)).toBe('9999-12-31')
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => isoFromDayNumber(0.5)).toThrow(RangeError)
  })
})

test('days of the week', () => {
  expect(weekdayOf('2026-11-24')).toBe(2)
  expect(weekdayOf('2026-11-29')).toBe(7)
  expect(weekdayOf('1969-12-31')).toBe(3)
})

describe('adding months', () => {
  test.for([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-24', 2, '2027-01-24'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ] as const)('%s and %i make %s', ([date, months, expected]) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test('by years keeps a leap day only in leap years', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addYears('2016-11-24', 10)).toBe('2026-11-24')
  })

  test('stays within the calendar', () => {
    expect(() => addYears('2026-11-24', 9000)).toThrow(RangeError)
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError)
  })
})
