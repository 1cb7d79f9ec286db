import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { addMonthsTo, monthsBetween, type Pause } from '../../contract/index.js'
import { lastMonthOf } from '../enrolment/enrolment-hooks.js'
import { periodsDue } from './periods.js'

const none = { lastMonth: null, settled: null, pauses: [] } as const
const periods = (...asked: Parameters<typeof periodsDue>) => periodsDue(...asked).map(({ period }) => period)

describe('periods due', () => {
  it('of somebody approved late are those since the month of the application', () => {
    expect(periods('monthly', { ...none, fromMonth: '2025-11' }, '2026-02')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
  })

  it('are none before the first month, and none after the last', () => {
    expect(periods('monthly', { ...none, fromMonth: '2026-03' }, '2026-02')).toEqual([])
    expect(periods('monthly', { ...none, fromMonth: '2026-01', lastMonth: '2026-02' }, '2026-05')).toEqual([
      '2026-01',
      '2026-02',
    ])
    expect(periods('monthly', { ...none, fromMonth: '2026-03', lastMonth: '2026-02' }, '2026-05')).toEqual([])
  })

  it('leave out a pause, unless it is paid afterwards', () => {
    const pause = (isPaid: boolean) => [{ from: '2026-02', until: '2026-04', isPaid }]
    const span = { fromMonth: '2026-01', lastMonth: null, settled: '2026-01' }
    expect(periods('monthly', { ...span, pauses: pause(false) }, '2026-05')).toEqual(['2026-04', '2026-05'])
    expect(periods('monthly', { ...span, pauses: pause(true) }, '2026-05')).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
    ])
    const open = [{ from: '2026-03', until: null, isPaid: false }]
    expect(periods('monthly', { ...span, pauses: open }, '2026-05')).toEqual(['2026-02'])
  })

  it('of a programme that pays once are one, and of a yearly one is each year', () => {
    expect(periodsDue('once', { ...none, fromMonth: '2026-01', lastMonth: '2026-01' }, '2026-06')).toEqual([
      { period: 'once', month: '2026-01' },
    ])
    expect(periods('once', { ...none, fromMonth: '2026-01', settled: 'once' }, '2026-06')).toEqual([])
    expect(periodsDue('yearly', { ...none, fromMonth: '2024-05' }, '2026-02')).toEqual([
      { period: '2024', month: '2024-05' },
      { period: '2025', month: '2025-01' },
      { period: '2026', month: '2026-01' },
    ])
    expect(periods('yearly', { ...none, fromMonth: '2024-05', settled: '2025' }, '2026-02')).toEqual(['2026'])
  })

  const at = fc.integer({ min: 0, max: 24 }).map((count) => addMonthsTo('2024-01', count))
  property.prop([
    at,
    fc.option(at, { nil: null }),
    fc.array(fc.record({ start: fc.nat(24), length: fc.integer({ min: 1, max: 4 }), isPaid: fc.boolean() }), {
      maxLength: 3,
    }),
    fc.uniqueArray(at, { minLength: 1, maxLength: 12 }),
  ])('are granted once each, whatever months cycles are made for', (fromMonth, lastMonth, paused, cycles) => {
    const pauses: Pause[] = paused.map(({ start, length, isPaid }) => ({
      from: addMonthsTo('2024-01', start),
      until: addMonthsTo('2024-01', start + length),
      isPaid,
    }))
    const granted: string[] = []
    for (const month of cycles.toSorted()) {
      const due = periods('monthly', { fromMonth, lastMonth, settled: granted.at(-1) ?? null, pauses }, month)
      granted.push(...due)
    }
    const end = [cycles.toSorted().at(-1) ?? '', lastMonth ?? '9999-12'].toSorted()[0] ?? ''
    const expected = monthsBetween(fromMonth, end).filter((month) =>
      pauses.every(({ from, until, isPaid }) => isPaid || month < from || month >= (until ?? '')),
    )
    expect(granted).toEqual(expected)
  })
})

it.each([
  ['following-month', '2026-05-20', '2026-05'],
  ['following-month', '2026-05-31', '2026-05'],
  ['same-month', '2026-05-20', '2026-04'],
  ['same-month', '2026-01-01', '2025-12'],
] as const)('%s: a reason of %s leaves %s as the last month', (stopsFrom, stopOn, last) => {
  expect(lastMonthOf({ stopsFrom }, stopOn)).toBe(last)
})
