import type { Clock } from '@opendpf/standards'
import { afterAll, beforeAll, vi } from 'vitest'

/** A clock that a test moves. The sign-in library reads the machine's time, so that both show the same. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute

/** Stops the time for a test file. */
export function testClock(start = '2026-06-15T02:00:00Z'): TestClock {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(start) })
  })
  afterAll(() => {
    vi.useRealTimers()
  })
  return { now: () => new Date(), advance: (milliseconds) => void vi.setSystemTime(Date.now() + milliseconds) }
}
