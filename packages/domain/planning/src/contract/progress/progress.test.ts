import { fc, test } from '@fast-check/vitest'
import { addDays } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { amountArbitrary, targetArbitrary } from '../../testing/arbitraries.js'
import { isCeiling } from '../target/target.js'
import type { Light, Measured } from './measured.js'
import { progressOf } from './progress.js'

const year: Measured = {
  target: { kind: 'at-least', value: 300 },
  value: 150,
  isLevel: false,
  startsOn: '2026-01-01',
  dueOn: '2026-12-31',
  today: '2026-07-02',
  lastYear: null,
  lastYearByNow: null,
}
const of = (values: Partial<Measured>) => progressOf({ ...year, ...values })

describe('progress', () => {
  it('compares what is done with what could be done by today', () => {
    expect(of({})).toMatchObject({ share: 0.5, light: 'on-track', isOverdue: false })
    expect(of({}).expected).toBeCloseTo(0.5, 2)
    expect(of({ value: 110 }).light).toBe('behind')
    expect(of({ value: 60 }).light).toBe('far-behind')
    expect(of({ value: 300 })).toMatchObject({ share: 1, light: 'kept' })
    expect(of({ value: 0, today: '2025-12-31' })).toMatchObject({ expected: 0, light: 'waiting' })
  })

  it('knows the shape of last year: work that is done in autumn is not behind in summer', () => {
    const autumn = { value: 40, lastYear: 280, lastYearByNow: 35 }
    expect(of({ ...autumn, lastYear: null }).light).toBe('far-behind')
    expect(of(autumn)).toMatchObject({ expected: 0.125, light: 'on-track' })
    expect(of(autumn).forecast).toEqual({ low: expect.closeTo(79.8, 0), high: 320 })
  })

  it('is overdue after the day, and missed', () => {
    expect(of({ today: '2027-01-01' })).toMatchObject({ light: 'missed', isOverdue: true })
    expect(of({ today: '2027-01-01', value: 301 })).toMatchObject({ light: 'kept', isOverdue: false })
    expect(of({ today: '2026-12-31' }).isOverdue).toBe(false)
  })

  it('of a limit is kept at the end, and broken at once', () => {
    const none = { target: { kind: 'zero' }, value: 0 } as const
    expect(of(none)).toMatchObject({ share: 1, light: 'on-track' })
    expect(of({ ...none, today: '2027-01-01' }).light).toBe('kept')
    expect(of({ ...none, value: 1 })).toMatchObject({ share: 0, light: 'broken', isOverdue: false })
    // 6 of at most 10 in half a year will be 12
    expect(of({ target: { kind: 'at-most', value: 10 }, value: 6 }).light).toBe('behind')
  })

  it('of more than a range allows is broken', () => {
    expect(of({ target: { kind: 'range', from: 6, to: 8 }, value: 9 }).light).toBe('broken')
    expect(of({ target: { kind: 'range', from: 6, to: 8 }, value: 7 }).light).toBe('kept')
  })

  it('of a level is compared as it is, from last year’s on, and not forecast', () => {
    const rate = { target: { kind: 'rate', value: 98 }, isLevel: true, lastYear: 90 } as const
    expect(of({ ...rate, value: 94 })).toMatchObject({ light: 'on-track', forecast: null })
    expect(of({ ...rate, value: 60 }).light).toBe('far-behind')
    expect(of({ ...rate, value: 98 }).light).toBe('kept')
  })

  it('of a trend is compared with last year, and level is no rise', () => {
    const rise = { target: { kind: 'rise' }, isLevel: true, lastYear: 90 } as const
    expect(of({ ...rise, value: 91 }).light).toBe('kept')
    expect(of({ ...rise, value: 90, today: '2027-01-01' }).light).toBe('missed')
    expect(of({ ...rise, value: 91, lastYear: null }).light).toBe('unknown')
  })

  it('of nothing that is known is unknown, never 0', () => {
    const nothing = { share: null, expected: null, forecast: null, light: 'unknown', isOverdue: false }
    expect(of({ value: null, today: '2027-01-01' })).toEqual(nothing)
    expect(of({ target: { kind: 'unknown', reason: '原文遮盖' } })).toEqual(nothing)
  })
})

const measuredArbitrary = fc.record({
  target: targetArbitrary,
  value: fc.option(amountArbitrary),
  isLevel: fc.boolean(),
  startsOn: fc.constantFrom('2026-01-01', '2026-03-15', '2026-12-31'),
  dueOn: fc.constantFrom('2026-12-31', '2026-06-30', '2026-01-01'),
  today: fc.integer({ min: -30, max: 420 }).map((days) => addDays('2026-01-01', days)),
  lastYear: fc.option(amountArbitrary),
  lastYearByNow: fc.option(amountArbitrary),
})

const numbersIn = ({ share, expected, forecast }: ReturnType<typeof progressOf>) =>
  [share, expected, forecast?.low, forecast?.high].filter((one) => one !== null && one !== undefined)

test.prop([measuredArbitrary])('is never NaN, infinite or below 0, and its forecast is a range', (measured) => {
  const progress = progressOf(measured)
  for (const number of numbersIn(progress)) {
    expect(Number.isFinite(number)).toBe(true)
    expect(number).toBeGreaterThanOrEqual(0)
  }
  expect(progress.expected ?? 0).toBeLessThanOrEqual(1)
  if (progress.forecast) expect(progress.forecast.low).toBeLessThanOrEqual(progress.forecast.high)
  if (measured.value === null || measured.target.kind === 'unknown') expect(progress.light).toBe('unknown')
  if (progress.isOverdue) expect(progress.light).toBe('missed')
})

const order: readonly Light[] = ['missed', 'far-behind', 'waiting', 'behind', 'on-track', 'kept']

test.prop([measuredArbitrary, amountArbitrary, amountArbitrary])(
  'more done never looks worse, as long as more is wanted',
  (measured, one, other) => {
    const { target } = measured
    if (isCeiling(target) || target.kind === 'exactly' || target.kind === 'range') return
    const [less, more] = [Math.min(one, other), Math.max(one, other)].map((value) => progressOf({ ...measured, value }))
    if (!less || !more || less.light === 'unknown') return
    expect(more.share ?? 0).toBeGreaterThanOrEqual(less.share ?? 0)
    expect(order.indexOf(more.light)).toBeGreaterThanOrEqual(order.indexOf(less.light))
  },
)

test.prop([measuredArbitrary, amountArbitrary, amountArbitrary])(
  'less never breaks a limit that more keeps',
  (measured, one, other) => {
    if (!isCeiling(measured.target)) return
    const [less, more] = [Math.min(one, other), Math.max(one, other)].map((value) => progressOf({ ...measured, value }))
    if (more?.light !== 'broken') expect(less?.light).not.toBe('broken')
  },
)
