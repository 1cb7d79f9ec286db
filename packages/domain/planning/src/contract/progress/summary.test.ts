import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { lights, type Progress } from './measured.js'
import { tallyBy, tallyOf } from './summary.js'

const standing = fc.record({
  key: fc.option(fc.constantFrom('rehab', 'care', 'employment')),
  share: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
  expected: fc.constant(null),
  forecast: fc.constant(null),
  light: fc.constantFrom(...lights),
  isOverdue: fc.boolean(),
})

test.prop([fc.array(standing)])('every standing with a key is counted once, and the best come first', (standings) => {
  const tallies = tallyBy(standings, ({ key }) => key)
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  expect(sum(tallies.map(({ count }) => count))).toBe(standings.filter(({ key }) => key !== null).length)
  for (const tally of tallies) {
    expect(sum(Object.values(tally.lights))).toBe(tally.count)
    expect(tally.share ?? 0).toBeLessThanOrEqual(1)
  }
  const shares = tallies.map(({ share }) => share ?? -1)
  expect(shares).toEqual(shares.toSorted((one, other) => other - one))
})

it('more than was promised of one does not make up for another, and nothing known has no share', () => {
  const one = (share: number | null): Progress => ({
    share,
    expected: null,
    forecast: null,
    light: 'kept',
    isOverdue: false,
  })
  expect(tallyOf('', [one(3), one(0)]).share).toBe(0.5)
  expect(tallyOf('', [one(null)]).share).toBeNull()
})
