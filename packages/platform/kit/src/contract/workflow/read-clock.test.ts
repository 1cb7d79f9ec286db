import { fc, it as property } from '@fast-check/vitest'
import { addDays, addWorkingDays, dayNumberOf, isoFromDayNumber, isWorkingDay } from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import type { Stretch } from './read-clock.js'
import { readClock, workingDaysUntil } from './read-clock.js'
import type { TimeLimit } from './workflow-clock.js'

const clock = { runs: ['accepted', 'review'], paused: { assessing: 'assessment', notice: 'notice' } } as const
const at = (state: string, day: string): Stretch => ({ state, from: `${day}T02:00:00.000Z` })
const read = (statutory: TimeLimit, stretches: readonly Stretch[], today: string, promised?: TimeLimit) =>
  readClock(clock, { limits: { statutory, ...(promised ? { promised } : {}) }, stretches, today })

describe('a limit in working days', () => {
  it.each([
    ['an ordinary week', '2026-06-15', 5, '2026-06-23'],
    ['a Friday and one day', '2026-11-27', 1, '2026-11-30'],
    ['across the Spring Festival 2026, with a make-up Saturday before and one after', '2026-02-12', 5, '2026-02-26'],
    ['over two make-up days', '2026-02-13', 10, '2026-03-05'],
    ['begun on a make-up Saturday', '2026-02-14', 1, '2026-02-24'],
    ['begun on a day off', '2026-02-16', 5, '2026-02-28'],
    ['across National Day 2026', '2026-09-30', 10, '2026-10-20'],
    ['across National Day 2025', '2025-09-26', 10, '2025-10-16'],
  ])('%s: %s and %i make %s', (_, start, workingDays, due) => {
    expect(read({ workingDays }, [at('accepted', start)], start)).toMatchObject({
      phase: 'running',
      startedOn: start,
      dueOn: due,
      remaining: workingDays,
      isOverdue: false,
    })
  })
})

describe('a limit in calendar days or months', () => {
  it.each([
    ['ends on its day', { days: 30 }, '2026-06-15', '2026-07-15'],
    ['rolls over a weekend', { days: 5 }, '2026-11-24', '2026-11-30'],
    ['rolls over National Day', { days: 30 }, '2026-09-01', '2026-10-08'],
    ['stays on a make-up Saturday', { days: 10 }, '2026-02-04', '2026-02-14'],
    ['of months ends on the same day', { months: 3 }, '2026-06-15', '2026-09-15'],
    ['of months ends on the last day of a shorter one, rolled', { months: 1 }, '2026-01-31', '2026-02-28'],
  ] as const)('%s', (_, limit, start, due) => {
    expect(read(limit, [at('accepted', start)], start).dueOn).toBe(due)
  })
})

describe('the course of a clock', () => {
  const course = [at('draft', '2026-06-01'), at('accepted', '2026-06-02'), at('assessing', '2026-06-04')]

  it('does not start before the row enters one of its states', () => {
    expect(read({ workingDays: 5 }, course.slice(0, 1), '2026-06-30')).toMatchObject({
      phase: 'not-started',
      dueOn: null,
      isOverdue: false,
    })
  })

  it('stands still with a reason, and has no end meanwhile', () => {
    expect(read({ workingDays: 5 }, course, '2026-06-30', { workingDays: 3 })).toMatchObject({
      phase: 'paused',
      startedOn: '2026-06-02',
      pausedSince: '2026-06-04',
      pauseReason: 'assessment',
      dueOn: null,
      promisedOn: null,
      remaining: null,
      isOverdue: false,
    })
  })

  it('goes from one pause into the next as one', () => {
    const stretches = [...course, at('notice', '2026-06-10')]
    expect(read({ workingDays: 5 }, stretches, '2026-06-30')).toMatchObject({
      pausedSince: '2026-06-04',
      pauseReason: 'notice',
    })
  })

  it('counts on where it stopped, and knows both limits', () => {
    // two of five days were used; the three others follow 15 June
    const stretches = [...course, at('review', '2026-06-15')]
    expect(read({ workingDays: 5 }, stretches, '2026-06-16', { workingDays: 3 })).toMatchObject({
      phase: 'running',
      dueOn: '2026-06-18',
      promisedOn: '2026-06-16',
      remaining: 2,
    })
  })

  it('is overdue the day after, and says by how much', () => {
    const stretches = [at('accepted', '2026-06-02')]
    expect(read({ workingDays: 5 }, stretches, '2026-06-09')).toMatchObject({ remaining: 0, isOverdue: false })
    expect(read({ workingDays: 5 }, stretches, '2026-06-12')).toMatchObject({ remaining: -3, isOverdue: true })
  })

  it('ends in any other state, in time or late', () => {
    const late = [at('accepted', '2026-06-02'), at('closed', '2026-06-10')]
    expect(read({ workingDays: 5 }, late, '2026-06-30')).toMatchObject({
      phase: 'ended',
      endedOn: '2026-06-10',
      dueOn: '2026-06-09',
      remaining: null,
      isOverdue: true,
    })
  })

  it('is stopped by an officer, and a pause after the end comes too late', () => {
    const stop: Stretch = { ...at('accepted', '2026-06-12'), pause: 'decision' }
    const stretches = [at('accepted', '2026-06-02'), stop]
    expect(read({ workingDays: 5 }, stretches, '2026-06-30')).toMatchObject({
      phase: 'paused',
      pauseReason: 'decision',
    })
    expect(read({ workingDays: 5 }, [...stretches, at('accepted', '2026-06-20')], '2026-06-30')).toMatchObject({
      dueOn: '2026-06-09',
      isOverdue: true,
    })
  })

  it('takes the business date of an instant, not that of Greenwich', () => {
    expect(
      read({ workingDays: 1 }, [{ state: 'accepted', from: '2026-06-01T17:00:00.000Z' }], '2026-06-02').startedOn,
    ).toBe('2026-06-02')
  })

  it('never guesses a year, and says so of one that is not announced', () => {
    expect(read({ workingDays: 10 }, [at('accepted', '2027-12-30')], '2027-12-30')).toMatchObject({
      dueOn: null,
      isProvisional: true,
      isOverdue: false,
    })
    expect(read({ workingDays: 10 }, [at('accepted', '2026-12-30')], '2026-12-30')).toMatchObject({
      isProvisional: true,
    })
    expect(workingDaysUntil('2027-12-30', '2028-01-05')).toBeNull()
  })

  it('is one working day late on a Saturday after a Friday', () => {
    expect(workingDaysUntil('2026-11-28', '2026-11-27')).toBe(-1)
  })
})

const day = fc
  .integer({ min: dayNumberOf('2024-01-02'), max: dayNumberOf('2026-03-01') })
  .map((number) => isoFromDayNumber(number))
const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
)

describe('whatever the limit and the day', () => {
  property.prop([limit, day])('it ends after its start, on a working day', (statutory, start) => {
    const { dueOn } = read(statutory, [at('accepted', start)], start)
    expect((dueOn as string) > start).toBe(true)
    expect(isWorkingDay(dueOn as string)).toMatchObject({ value: true })
  })

  property.prop([limit, day, fc.nat(40)])('a later start never ends earlier', (statutory, start, later) => {
    const first = read(statutory, [at('accepted', start)], start).dueOn as string
    const second = read(statutory, [at('accepted', addDays(start, later))], start).dueOn as string
    expect(second >= first).toBe(true)
  })

  property.prop([fc.integer({ min: 1, max: 40 }), day, fc.nat(20), fc.integer({ min: 1, max: 30 })])(
    'a pause of n working days moves the end by n working days',
    (workingDays, start, used, paused) => {
      const plus = (date: string, days: number): string => {
        const result = addWorkingDays(date, days)
        return result.ok ? result.value : ''
      }
      const stop = plus(start, Math.min(used, workingDays))
      const resumed = plus(stop, paused)
      const stretches = [at('accepted', start), at('assessing', stop), at('review', resumed)]
      expect(read({ workingDays }, stretches, resumed).dueOn).toBe(plus(start, workingDays + paused))
    },
  )

  property.prop([limit, day, fc.nat(30), fc.nat(30)])(
    'a pause never brings the end forward',
    (statutory, start, a, b) => {
      const stretches = [at('accepted', start), at('notice', addDays(start, a)), at('review', addDays(start, a + b))]
      const without = read(statutory, stretches.slice(0, 1), start).dueOn as string
      expect((read(statutory, stretches, start).dueOn as string) >= without).toBe(true)
    },
  )
})
