import { describe, expect, test } from 'vitest'
import { daysInMonth, isIsoDate, isLeapYear, partsOf } from './iso-date.js'

test.each([
  [2000, true],
  [1900, false],
  [2024, true],
  [2026, false],
  [2400, true],
])('%i leap: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap)
})

describe('isIsoDate', () => {
  test.each(['2026-11-24', '2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (date) => {
    expect(isIsoDate(date)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '２０２６-11-24',
    '',
    null,
    undefined,
    20261124,
    new Date(0),
  ])('refuses %s', (date) => {
    expect(isIsoDate(date)).toBe(false)
  })
})

test('a month that does not exist has no days', () => {
  expect([0, 1, 2, 12, 13].map((month) => daysInMonth(2026, month))).toEqual([0, 31, 28, 31, 0])
})

test('partsOf throws without repeating what it was given', () => {
  expect(() => partsOf('990121198503070012')).toThrow(/^expected a real date written YYYY-MM-DD$/)
})
