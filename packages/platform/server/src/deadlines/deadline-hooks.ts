import type { RecordHooks } from '@opendpf/kit/server'
import type { system } from '../system/contract/index.js'
import { type Course, clockOf, datesOf } from './deadline-row.js'

/** What an officer's pause does to a deadline: the clock stands still where it is, and goes on from there. */
export const deadlineHooks: RecordHooks<(typeof system)['records']['deadline']> = {
  prepare({ verb, values }, { registry, clock: time, today }) {
    if (verb !== 'pause' && verb !== 'resume') return
    const clock = clockOf(registry.record(values.record), values.clock)
    const state = values.course.stretches.at(-1)?.state
    if (!clock || state === undefined) return
    const from = time.now().toISOString()
    const course = {
      ...values.course,
      stretches: [...values.course.stretches, { state, from, ...(verb === 'pause' ? { pause: 'decision' } : {}) }],
    } as Course
    Object.assign(values, datesOf(clock, course, today).fields)
    if (verb === 'resume') values.pauseNote = null
  },
}
