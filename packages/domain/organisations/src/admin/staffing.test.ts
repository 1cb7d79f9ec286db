import { expect, it } from 'vitest'
import { missingIn, totalsOf } from './staffing.js'

const row = (seats: number | null, filled: number) => ({
  division: '990121100201',
  holders: 10,
  filled,
  seats,
  document: null,
})

it('says who is missing only where a rule says who should be there', () => {
  expect(missingIn(row(null, 0))).toBeUndefined()
  expect(missingIn(row(1, 0))).toBe(1)
  expect(missingIn(row(1, 2))).toBe(0)
})

it('lets nobody too many in one place stand for somebody missing in another', () => {
  expect(totalsOf([row(1, 2), row(1, 0), row(null, 5)])).toEqual({ seats: 2, filled: 2, missing: 1 })
})
