import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.js'

const running = { state: 'running', endedOn: null, pausedSince: null, dueOn: '2026-11-27' } as const

describe('how a deadline stands', () => {
  it.each([
    ['2026-11-24', 'start', 'deadline.left', 3],
    ['2026-11-25', 'active', 'deadline.left', 2],
    ['2026-11-27', 'attention', 'deadline.today', undefined],
    ['2026-11-28', 'alarm', 'deadline.overdue', 1],
    ['2026-12-01', 'alarm', 'deadline.overdue', 2],
  ] as const)('on %s is %s %s', (today, tone, key, days) => {
    expect(standingOf(running, today)).toEqual({ tone, key, ...(days === undefined ? {} : { days }) })
  })

  it.each([
    [{ ...running, state: 'met', endedOn: '2026-11-20' }, 'deadline.kept'],
    [{ ...running, state: 'missed', endedOn: '2026-11-30' }, 'deadline.endedLate'],
    [{ ...running, state: 'elapsed', endedOn: '2026-11-30' }, 'deadline.elapsed'],
    [{ ...running, state: 'paused', pausedSince: '2026-11-20', dueOn: null }, 'deadline.paused'],
    [{ ...running, dueOn: null }, 'deadline.unsettled'],
    [{ ...running, dueOn: '2031-01-08' }, 'deadline.running'],
  ] as const)('%o says %s', (fields, key) => expect(standingOf(fields, '2026-11-24').key).toBe(key))
})
