import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { amountArbitrary, targetArbitrary } from '../../testing/arbitraries.js'
import { isCeiling } from '../target/target.js'
import { pointsFor, type Scoring, scoreOf } from './scoring.js'

const rate = { points: 10, target: { kind: 'rate', value: 80 } } as const

describe('points', () => {
  it('follow the rule of the criterion', () => {
    expect(pointsFor({ ...rate, scoring: { rule: 'full' } }, 79.9)).toBe(0)
    expect(pointsFor({ ...rate, scoring: { rule: 'full' } }, 80)).toBe(10)
    expect(pointsFor({ ...rate, scoring: { rule: 'proportional' } }, 40)).toBe(5)
    expect(pointsFor({ ...rate, scoring: { rule: 'proportional', from: 60 } }, 59)).toBe(0)
    const steps = {
      rule: 'steps',
      steps: [
        { from: 60, points: 4 },
        { from: 70, points: 7 },
      ],
    } as const
    expect(
      [50, 60, 75].map((value) => pointsFor({ ...rate, scoring: { ...steps, steps: [...steps.steps] } }, value)),
    ).toEqual([0, 4, 7])
  })

  it('are all there where nothing happened that must not, and none where it did', () => {
    const none = { points: 5, target: { kind: 'zero' }, scoring: { rule: 'proportional' } } as const
    expect(pointsFor(none, 0)).toBe(5)
    expect(pointsFor(none, 1)).toBe(0)
  })

  it('add up, with what is unknown told apart', () => {
    const known = { ...rate, scoring: { rule: 'proportional' as const } }
    expect(
      scoreOf([
        { ...known, value: 40 },
        { ...known, value: null },
        { ...known, value: 80 },
      ]),
    ).toEqual({
      reached: 15,
      unknown: 10,
      total: 30,
    })
  })
})

const scoringArbitrary: fc.Arbitrary<Scoring> = fc.oneof(
  fc.constant({ rule: 'full' as const }),
  fc.record({ rule: fc.constant('proportional' as const), from: amountArbitrary }, { requiredKeys: ['rule'] }),
  fc.record({
    rule: fc.constant('steps' as const),
    steps: fc.array(fc.record({ from: amountArbitrary, points: amountArbitrary }), { minLength: 1, maxLength: 5 }),
  }),
)
const scoredArbitrary = fc.record({
  points: fc.integer({ min: 1, max: 100 }),
  target: targetArbitrary,
  scoring: scoringArbitrary,
})

test.prop([scoredArbitrary, fc.option(amountArbitrary)])(
  'are between none and all, and unknown of what is unknown',
  (scored, value) => {
    const points = pointsFor(scored, value)
    if (value === null) expect(points).toBeNull()
    else if (points !== null) {
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(scored.points)
    }
  },
)

test.prop([scoredArbitrary, amountArbitrary, amountArbitrary])(
  'never fall when more is done, as long as more is wanted',
  (scored, one, other) => {
    const { kind } = scored.target
    if (isCeiling(scored.target) || kind === 'exactly' || kind === 'range') return
    const [less, more] = [pointsFor(scored, Math.min(one, other)), pointsFor(scored, Math.max(one, other))]
    expect(more ?? 0).toBeGreaterThanOrEqual(less ?? 0)
  },
)
