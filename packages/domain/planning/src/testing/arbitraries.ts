import { fc } from '@fast-check/vitest'
import type { Target } from '../contract/index.js'

/** Numbers as plans write them: whole ones, and rates with a decimal. */
export const amountArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
)

/** Targets of every kind. */
export const targetArbitrary: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('at-least', 'exactly', 'at-most', 'rate', 'running-total'),
    value: amountArbitrary,
  }),
  fc
    .tuple(amountArbitrary, amountArbitrary)
    .map(([one, other]) => ({ kind: 'range' as const, from: Math.min(one, other), to: Math.max(one, other) })),
  fc.record({ kind: fc.constantFrom('zero', 'rise', 'fall', 'yes-no') }),
  fc.record({ kind: fc.constant('unknown' as const), reason: fc.constantFrom('原文遮盖', '尚未下达') }),
)
