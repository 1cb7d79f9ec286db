import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { joinStretches, overlap } from './stretches.js'

const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
const stretch = fc.tuple(fc.nat(27), fc.option(fc.nat(27)), fc.boolean()).map(([first, last, isKept]) => ({
  since: days[first] ?? '',
  until: last === null ? null : (days[Math.max(first, last)] ?? ''),
  isKept,
}))

const covered = (stretches: readonly { since: string; until: string | null }[]) =>
  [...days, '2027-01-01'].filter((day) =>
    stretches.some(({ since, until }) => since <= day && (until === null || day <= until)),
  )

describe('joining the periods of two entries', () => {
  it('makes one of two that overlap, and keeps the row that is preferred', () => {
    const a = { since: '2026-01-01', until: '2026-06-30', isKept: false }
    const b = { since: '2026-03-01', until: null, isKept: true }
    expect(joinStretches([a, b], ({ isKept }) => isKept)).toEqual([
      { stays: b, since: '2026-01-01', until: null, gone: [a] },
    ])
  })

  it('leaves those alone that do not', () => {
    const a = { since: '2026-01-01', until: '2026-06-30' }
    const b = { since: '2026-07-01', until: null }
    expect(joinStretches([b, a], () => false)).toHaveLength(2)
  })

  property.prop([fc.array(stretch)])('loses no day, adds none, and leaves nothing overlapping', (stretches) => {
    const joined = joinStretches(stretches, ({ isKept }) => isKept)
    expect(covered(joined)).toEqual(covered(stretches))
    expect(joined.flatMap(({ stays, gone }) => [stays, ...gone])).toHaveLength(stretches.length)
    for (const [index, one] of joined.entries())
      for (const other of joined.slice(index + 1)) expect(overlap(one, other)).toBe(false)
  })
})
