import { createWorkingCalendar, stateCouncilYears } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { periodFrom } from './period.js'

describe('five full working days', () => {
  it.each([
    // a plain week: the day of posting is not counted
    ['2026-06-01', '2026-06-08', 'a Monday'],
    ['2026-06-05', '2026-06-12', 'a Friday'],
    ['2026-06-06', '2026-06-12', 'a Saturday'],
    // Spring Festival 2026: off from 15 to 23 February, the Saturdays 14 and 28 are worked
    ['2026-02-13', '2026-02-27', 'the Friday before Spring Festival: Saturday 14, then 24 to 27'],
    ['2026-02-11', '2026-02-25', 'the Wednesday before: 12, 13, 14, then 24 and 25'],
    ['2026-02-20', '2026-02-28', 'within it: 24 to 27 and the Saturday 28'],
    // National Day 2026: off from 1 to 7 October, Saturday 10 is worked
    ['2026-09-30', '2026-10-13', 'the day before National Day: 8, 9, the Saturday 10, 12, 13'],
    ['2026-10-05', '2026-10-13', 'within it'],
    // a make-up Saturday by itself
    ['2026-05-06', '2026-05-12', 'the week of the make-up Saturday 9 May: 7, 8, 9, 11, 12'],
    // National Day and Mid-Autumn Festival 2025: off from 1 to 8 October, Saturday 11 is worked
    ['2025-09-26', '2025-10-10', 'a Friday with the worked Sunday 28: 28, 29, 30, then 9 and 10'],
  ])('from %s end on %s: %s', (fromDay, lastDay) => {
    expect(periodFrom(fromDay, 5)).toEqual({ fromDay, lastDay, isProvisional: false })
  })

  it('that reach into a year without a notice of its holidays may move', () => {
    expect(periodFrom('2026-12-30', 5)).toMatchObject({ isProvisional: true })
    expect(periodFrom('2026-12-24', 5)).toEqual({ fromDay: '2026-12-24', lastDay: '2026-12-31', isProvisional: false })
  })

  it('end nowhere when a year has no calendar: a date is never guessed', () => {
    const calendar = createWorkingCalendar(stateCouncilYears.filter(({ year }) => year <= 2026))
    expect(periodFrom('2026-12-30', 5, calendar)).toBeUndefined()
  })
})
