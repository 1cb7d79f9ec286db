import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumberOf, isoFromDayNumber, weekdayOf } from '../calendar/day-number.js'
import { createWorkingCalendar } from './calendar-year.js'
import { stateCouncilYears } from './state-council-years.js'
import { addWorkingDays, isWorkingDay, rollToWorkingDay, workingDaysBetween } from './working-days.js'

const ok = <T>(value: T) => ({ ok: true, value, warnings: [] })

describe('working days', () => {
  test.for([
    ['2026-11-24', true, 'an ordinary Tuesday'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-02-16', false, 'a Monday in the Spring Festival'],
    ['2026-02-14', true, 'a make-up Saturday'],
    ['2026-01-04', true, 'a make-up Sunday'],
    ['2024-02-09', true, 'New Year’s Eve of 2024, then no holiday'],
    ['2025-01-28', false, 'New Year’s Eve of 2025, a holiday since'],
    ['2026-10-08', true, 'the first day after National Day'],
  ] as const)('%s: %s, %s', ([date, expected]) => {
    expect(isWorkingDay(date)).toEqual(ok(expected))
  })

  test.for([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-24', 5, '2026-12-01'],
    // across the Spring Festival with a make-up Saturday before and one after
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-27', 2, '2026-03-02'],
    // across National Day
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 10, '2026-10-20'],
    ['2025-09-26', 10, '2025-10-16'],
    // across the turn of the year
    ['2025-12-31', 1, '2026-01-04'],
    ['2024-12-31', 1, '2025-01-02'],
    ['2024-04-30', 10, '2024-05-16'],
  ] as const)('%s and %i make %s', ([date, days, expected]) => {
    expect(addWorkingDays(date, days)).toEqual(ok(expected))
    if (days > 0) expect(workingDaysBetween(date, expected)).toEqual(ok(days))
  })

  test('a limit that ends on a holiday ends on the next working day', () => {
    expect(rollToWorkingDay('2026-10-01')).toEqual(ok('2026-10-08'))
    expect(rollToWorkingDay('2026-10-10')).toEqual(ok('2026-10-10'))
    expect(rollToWorkingDay('2026-11-24')).toEqual(ok('2026-11-24'))
    expect(rollToWorkingDay('2026-11-28')).toEqual(ok('2026-11-30'))
  })

  test('a year without notice is marked', () => {
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ ok: true, value: '2027-01-04', warnings: ['PROVISIONAL'] })
    expect(workingDaysBetween('2026-12-30', '2027-01-04')).toMatchObject({ value: 2, warnings: ['PROVISIONAL'] })
    expect(isWorkingDay('2027-02-09')).toEqual({ ok: true, value: false, warnings: ['PROVISIONAL'] })
    expect(addWorkingDays('2026-12-30', 1)).toMatchObject({ warnings: [] })
  })

  test('a year without a calendar is a failure, however it is reached', () => {
    const missing = (year: number) => ({ ok: false, reason: 'NO_CALENDAR', year })
    expect(isWorkingDay('2023-12-29')).toEqual(missing(2023))
    expect(isWorkingDay('2028-01-03')).toEqual(missing(2028))
    expect(addWorkingDays('2027-12-31', 1)).toEqual(missing(2028))
    expect(addWorkingDays('2026-11-24', 1_000_000)).toEqual(missing(2028))
    expect(workingDaysBetween('2026-11-24', '9999-12-31')).toEqual(missing(2028))
    expect(rollToWorkingDay('2023-12-30')).toEqual(missing(2023))
  })

  test('what is no question is refused', () => {
    expect(isWorkingDay('2026-02-30')).toEqual({ ok: false, reason: 'DATE' })
    expect(addWorkingDays('', 1)).toEqual({ ok: false, reason: 'DATE' })
    expect(addWorkingDays('2026-11-24', -1)).toEqual({ ok: false, reason: 'DAYS' })
    expect(addWorkingDays('2026-11-24', 1.5)).toEqual({ ok: false, reason: 'DAYS' })
    expect(addWorkingDays('2026-11-24', Number.NaN)).toEqual({ ok: false, reason: 'DAYS' })
    expect(workingDaysBetween('2026-11-24', '2026-11-23')).toEqual({ ok: false, reason: 'ORDER' })
    expect(workingDaysBetween('2026-11-24', 'x')).toEqual({ ok: false, reason: 'DATE' })
    expect(rollToWorkingDay('x')).toEqual({ ok: false, reason: 'DATE' })
  })

  const date = fc
    .integer({ min: dayNumberOf('2024-01-01'), max: dayNumberOf('2026-06-30') })
    .map((number) => isoFromDayNumber(number))

  it.prop([date, fc.integer({ min: 1, max: 100 })])(
    'the day reached is worked, and counting gives the number back',
    (start, days) => {
      const end = addWorkingDays(start, days)
      if (!end.ok) throw new Error('the calendar covers these years')
      expect(isWorkingDay(end.value)).toMatchObject({ ok: true, value: true })
      expect(workingDaysBetween(start, end.value)).toMatchObject({ ok: true, value: days })
      expect(workingDaysBetween(start, addDays(end.value, -1))).toMatchObject({ ok: true, value: days - 1 })
    },
  )

  it.prop([date, fc.nat(60), fc.nat(60)])('steps add up', (start, first, second) => {
    const middle = addWorkingDays(start, first)
    const end = middle.ok && addWorkingDays(middle.value, second)
    expect(end && dateIn(end)).toBe(dateIn(addWorkingDays(start, first + second)))
  })
})

function dateIn(result: ReturnType<typeof addWorkingDays>): string | undefined {
  return result.ok ? result.value : undefined
}

describe('the data', () => {
  test('names a source for each year and makes up only for weekends', () => {
    expect(stateCouncilYears.map(({ year, source, provisional }) => [year, source, provisional])).toEqual([
      [2024, '国办发明电〔2023〕7号', false],
      [2025, '国办发明电〔2024〕12号', false],
      [2026, '国办发明电〔2025〕7号', false],
      [2027, '国务院令第795号', true],
    ])
    for (const { makeUpDays } of stateCouncilYears) {
      for (const day of makeUpDays) expect([day, weekdayOf(day) > 5]).toEqual([day, true])
    }
  })

  // 365 or 366 days, less the weekends and the days off, as the notices leave them
  test.for([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ] as const)('%i has %i working days', ([year, days]) => {
    const first = isWorkingDay(`${year}-01-01`)
    expect(first).toEqual(ok(false))
    expect(workingDaysBetween(`${year}-01-01`, `${year}-12-31`)).toEqual(ok(days))
  })

  test('of the provisional year gives each of the 13 statutory days as a weekday off', () => {
    const year = stateCouncilYears.find(({ provisional }) => provisional)
    const daysOff = (year?.holidays ?? []).flatMap(({ first, last }) =>
      Array.from({ length: dayNumberOf(last) - dayNumberOf(first) + 1 }, (_, offset) => addDays(first, offset)),
    )
    expect(daysOff.filter((day) => weekdayOf(day) <= 5)).toHaveLength(13)
  })

  test('can be replaced by a notice', () => {
    const notice = {
      year: 2027,
      source: '测试用通知',
      provisional: false,
      holidays: [{ zh: '元旦', en: "New Year's Day", first: '2027-01-01', last: '2027-01-03' }],
      makeUpDays: ['2027-01-09'],
    }
    const calendar = createWorkingCalendar([...stateCouncilYears, notice])
    expect(isWorkingDay('2027-01-09', calendar)).toEqual(ok(true))
    expect(isWorkingDay('2027-02-09', calendar)).toEqual(ok(true))
    expect(isWorkingDay('2026-02-14', calendar)).toEqual(ok(true))
  })

  test('cannot be malformed', () => {
    const year = { year: 2027, source: '测试', provisional: false, holidays: [], makeUpDays: [] }
    const run = { zh: '例', en: 'x' }
    expect(() => createWorkingCalendar([{ ...year, makeUpDays: ['2028-01-01'] }])).toThrow(RangeError)
    expect(() =>
      createWorkingCalendar([{ ...year, holidays: [{ ...run, first: '2026-12-31', last: '2027-01-01' }] }]),
    ).toThrow(RangeError)
    expect(() =>
      createWorkingCalendar([{ ...year, holidays: [{ ...run, first: '2027-01-02', last: '2027-01-01' }] }]),
    ).toThrow(RangeError)
    expect(() =>
      createWorkingCalendar([
        { ...year, holidays: [{ ...run, first: '2027-01-02', last: '2027-01-02' }], makeUpDays: ['2027-01-02'] },
      ]),
    ).toThrow(/worked and off/)
  })
})
