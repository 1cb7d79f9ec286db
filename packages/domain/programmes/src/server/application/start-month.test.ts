import { expect, it } from 'vitest'
import { startMonthOf } from './prepare.js'

/** The month that a grant counts from, by the rule of its programme. */
it.each([
  ['application-month', '2026-01-31', null, '2026-01'],
  ['application-month', '2026-11-28', '2027-02-03', '2026-11'],
  ['following-month', '2026-12-01', '2026-12-20', '2027-01'],
  ['following-month', '2026-01-31', null, '2026-02'],
  ['decision-month', '2026-11-28', '2027-02-03', '2027-02'],
  ['decision-month', '2026-11-28', null, '2026-11'],
] as const)('%s: applied on %s, decided on %s, counts from %s', (start, appliedOn, decidedOn, month) => {
  expect(startMonthOf({ start }, appliedOn, decidedOn)).toBe(month)
})
