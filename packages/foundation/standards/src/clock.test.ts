import { describe, expect, test } from 'vitest'
import { businessDateOf, fixedClock, systemClock, todayIn } from './clock.js'

describe('the business date', () => {
  test.each([
    ['2026-11-24T00:00:00+08:00', '2026-11-24'],
    ['2026-11-23T23:59:59.999+08:00', '2026-11-23'],
    ['2026-11-23T16:00:00Z', '2026-11-24'],
    ['2026-11-23T15:59:59Z', '2026-11-23'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['1969-12-31T15:59:59Z', '1969-12-31'],
    ['2026-11-24', '2026-11-24'],
  ])('of %s is %s', (instant, date) => {
    expect(todayIn(fixedClock(instant))).toBe(date)
  })

  test('agrees with the zone database after the last change of clocks', () => {
    const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    for (let hours = 0; hours < 24 * 400; hours += 7) {
      const instant = new Date(Date.UTC(2026, 0, 1, hours))
      expect(businessDateOf(instant)).toBe(formatter.format(instant))
    }
  })
})

test('a fixed clock stands still and cannot be moved through its answer', () => {
  const clock = fixedClock('2026-11-24T09:00:00+08:00')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2026-11-24T01:00:00.000Z')
})

test('a fixed clock refuses what is no instant', () => {
  expect(() => fixedClock('tomorrow')).toThrow(RangeError)
})

test('the system clock gives the present', () => {
  const before = Date.now()
  const now = systemClock.now().getTime()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})
