import { describe, expect, it } from 'vitest'
import { nextRun } from './next-run.js'

const next = (dailyAt: string, after: string): string => nextRun({ dailyAt }, new Date(after)).toISOString()

describe('a daily run', () => {
  it.each([
    ['01:30', '2026-06-15T02:00:00Z', '2026-06-15T17:30:00.000Z'],
    ['01:30', '2026-06-15T17:29:59Z', '2026-06-15T17:30:00.000Z'],
    ['01:30', '2026-06-15T17:30:00Z', '2026-06-16T17:30:00.000Z'],
    ['23:59', '2026-12-31T15:59:00Z', '2027-01-01T15:59:00.000Z'],
    ['00:00', '2026-02-28T16:00:00Z', '2026-03-01T16:00:00.000Z'],
    ['08:00', '2026-06-15T00:00:00Z', '2026-06-16T00:00:00.000Z'],
  ])('at %s, seen from %s, is at %s', (at, after, expected) => expect(next(at, after)).toBe(expected))

  it.each(['1:30', '24:00', '12:60', '', 'noon'])('at "%s" is none', (at) =>
    expect(() => next(at, '2026-06-15T02:00:00Z')).toThrow('no schedule'),
  )
})

it('a run every so many minutes counts from the last', () => {
  const after = new Date('2026-06-15T02:00:00Z')
  expect(nextRun({ everyMinutes: 15 }, after).toISOString()).toBe('2026-06-15T02:15:00.000Z')
  expect(() => nextRun({ everyMinutes: 0 }, after)).toThrow('no schedule')
})
