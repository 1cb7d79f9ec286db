import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { shareCost } from './share-cost.js'

const sum = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null })

test.prop([fc.record({ cost: sum, fundPaid: sum, insurancePaid: sum, reduced: sum })])(
  'whatever is borne by others and by the person adds up to the cost, or the row is refused',
  (paid) => {
    const refused: string[] = []
    const values = { ...paid, selfPaid: null as number | null, isFree: null as boolean | null }
    shareCost({ values, refuse: (_, message) => refused.push(message) }, 'service')
    const others = (paid.fundPaid ?? 0) + (paid.insurancePaid ?? 0) + (paid.reduced ?? 0)
    if (paid.cost === null) {
      expect([values.selfPaid, values.isFree]).toEqual([null, null])
      expect(refused).toEqual(others > 0 ? ['service.problem.costUnknown'] : [])
    } else if (refused.length > 0) {
      expect(refused).toEqual(['service.problem.shares'])
      expect(others).toBeGreaterThan(paid.cost)
    } else {
      expect(others + (values.selfPaid ?? Number.NaN)).toBe(paid.cost)
      expect(values.isFree).toBe(values.selfPaid === 0)
    }
  },
)
