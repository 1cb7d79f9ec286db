import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addDays, isoFromDayNumber } from '../calendar/day-number.js'
import { type Period, periodKinds } from './period.js'
import { firstDayOf, lastDayOf, monthsOf, nextPeriod, periodContains, periodOf, previousPeriod } from './period-days.js'
import { describePeriod, formatPeriod, parsePeriod } from './period-text.js'

const day = fc.integer({ min: -500_000, max: 2_000_000 }).map(isoFromDayNumber)
const anyPeriod = fc
  .tuple(fc.constantFrom(...periodKinds), day, fc.integer({ min: 1, max: 12 }))
  .map(([kind, date, startMonth]) => periodOf(kind, date, startMonth))

describe('days of a period', () => {
  test.for([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-P01', '2026-01-01', '2026-12-31'],
    ['2026-P12', '2025-12-01', '2026-11-30'],
    ['2026-P02', '2025-02-01', '2026-01-31'],
  ] as const)('%s runs from %s to %s', ([text, first, last]) => {
    const period = read(text)
    expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last])
    expect(formatPeriod(period)).toBe(text)
  })

  test.for([
    ['2026-12', '2027-01'],
    ['2026-Q4', '2027-Q1'],
    ['2026-H1', '2026-H2'],
    ['2026', '2027'],
    ['2026-P12', '2027-P12'],
  ] as const)('%s is followed by %s', ([one, next]) => {
    expect(formatPeriod(nextPeriod(read(one)))).toBe(next)
    expect(formatPeriod(previousPeriod(read(next)))).toBe(one)
  })

  it.prop([anyPeriod])('periods of a kind leave no gap and no overlap', (period) => {
    const next = nextPeriod(period)
    expect(firstDayOf(next)).toBe(addDays(lastDayOf(period), 1))
    expect(previousPeriod(next)).toEqual(period)
    expect(periodContains(period, firstDayOf(period)) && periodContains(period, lastDayOf(period))).toBe(true)
    expect(periodContains(period, firstDayOf(next))).toBe(false)
  })

  it.prop([fc.constantFrom(...periodKinds), day, fc.integer({ min: 1, max: 12 })])(
    'a date is in the period it is put in',
    (kind, date, startMonth) => {
      expect(periodContains(periodOf(kind, date, startMonth), date)).toBe(true)
    },
  )

  it.prop([anyPeriod])('its months cover it', (period) => {
    const months = monthsOf(period)
    const [first, last] = [months[0], months.at(-1)]
    expect(first && firstDayOf(first)).toBe(firstDayOf(period))
    expect(last && lastDayOf(last)).toBe(lastDayOf(period))
  })

  test('nothing but a date is in a period', () => {
    expect(periodContains(read('2026'), '2026-13-01')).toBe(false)
    expect(periodContains(read('2026'), '2026-06')).toBe(false)
  })
})

describe('periods as text', () => {
  it.prop([anyPeriod])('are read back', (period) => {
    expect(parsePeriod(formatPeriod(period))).toEqual({ ok: true, value: period, warnings: [] })
    if (period.kind !== 'plan-year' && period.year >= 1000) {
      expect(parsePeriod(describePeriod(period, 'zh-CN'))).toMatchObject({ ok: true, value: period })
    }
  })

  test.for([
    ['2026年11月', '2026-11'],
    ['2026年11月份', '2026-11'],
    ['2026年第四季度', '2026-Q4'],
    ['2026年4季度', '2026-Q4'],
    ['２０２６年上半年', '2026-H1'],
    ['2026 年 下半年', '2026-H2'],
    ['2026年度', '2026'],
    ['2026-q3', '2026-Q3'],
  ] as const)('%s is %s', ([text, code]) => {
    expect(formatPeriod(read(text))).toBe(code)
  })

  test.for([
    ['2026-13', 'VALUE'],
    ['2026-00', 'VALUE'],
    ['2026-Q5', 'VALUE'],
    ['2026-H0', 'VALUE'],
    ['2026-P13', 'VALUE'],
    ['0000', 'VALUE'],
    ['2026年13月', 'VALUE'],
    ['2026-1', 'FORMAT'],
    ['26-11', 'FORMAT'],
    ['2026-11-24', 'FORMAT'],
    ['', 'FORMAT'],
    [2026, 'FORMAT'],
    [undefined, 'FORMAT'],
  ] as const)('%s is refused with %s', ([text, reason]) => {
    expect(parsePeriod(text)).toEqual({ ok: false, reason })
  })

  test('for people', () => {
    const codes = ['2026-11', '2026-Q4', '2026-H1', '2026', '2026-P12']
    expect(codes.map((code) => describePeriod(read(code), 'zh-CN'))).toEqual([
      '2026年11月',
      '2026年第四季度',
      '2026年上半年',
      '2026年',
      '2026年度',
    ])
    expect(codes.map((code) => describePeriod(read(code), 'en'))).toEqual([
      '2026-11',
      'Q4 2026',
      'H1 2026',
      '2026',
      'Plan year 2026',
    ])
  })
})

function read(text: string): Period {
  const period = parsePeriod(text)
  if (!period.ok) throw new Error(`${text} is no period`)
  return period.value
}
