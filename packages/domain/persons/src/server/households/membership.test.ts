import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { headFault, type Membership, overlaps } from './membership.js'

const member = (values: Partial<Membership>): Membership => ({
  id: 'm',
  household: 'h',
  person: 'p',
  relation: '01',
  since: '2020-01-01',
  until: null,
  ...values,
})

describe('stays in households', () => {
  it('may touch on the day of moving and must not overlap', () => {
    expect(overlaps({ since: '2020-01-01', until: '2021-05-05' }, { since: '2021-05-05', until: null })).toBe(false)
    expect(overlaps({ since: '2020-01-01', until: '2021-05-06' }, { since: '2021-05-05', until: null })).toBe(true)
    expect(overlaps({ since: '2020-01-01', until: null }, { since: '2021-05-05', until: null })).toBe(true)
  })

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`)
  const stay = fc
    .tuple(day, fc.option(day))
    .map(([since, until]) => ({ since, until: until !== null && until < since ? since : until }))

  property.prop([stay, stay])('overlap from both sides or from none', (a, b) => {
    expect(overlaps(a, b)).toBe(overlaps(b, a))
  })
})

describe('the head of a household', () => {
  it('is one, as soon as there are members', () => {
    expect(headFault([])).toBeUndefined()
    expect(headFault([member({})])).toBeUndefined()
    expect(headFault([member({ relation: '10' })])).toBe('noHead')
    expect(headFault([member({}), member({})])).toBe('secondHead')
    expect(headFault([member({}), member({ until: '2025-01-01' })])).toBeUndefined()
    expect(headFault([member({ until: '2025-01-01' })])).toBeUndefined()
  })
})
