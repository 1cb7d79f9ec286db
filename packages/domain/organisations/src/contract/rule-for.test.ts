import { describe, expect, it } from 'vitest'
import { ruleFor } from './rule-for.js'

const rule = {
  division: '990121000000',
  kind: 'commissioner',
  level: 'village',
  holdersFrom: 3,
  holdersTo: 100,
  seats: 1,
  allowance: null,
  since: '2020-01-01',
  until: null,
  document: 'A',
} as const
const question = { kind: 'commissioner', division: '990121100201', holders: 45, on: '2026-06-15' } as const

describe('the staffing rule of a place', () => {
  it('is the nearest one that fits', () => {
    const town = { ...rule, division: '990121100000', document: 'B' }
    const elsewhere = { ...rule, division: '990121101000', document: 'C' }
    expect(ruleFor([rule, town, elsewhere], question)?.document).toBe('B')
    expect(ruleFor([rule, elsewhere], question)?.document).toBe('A')
  })

  it('is the latest of those in force on the day', () => {
    const newer = { ...rule, since: '2026-01-01', document: 'B' }
    const future = { ...rule, since: '2026-07-01', document: 'C' }
    expect(ruleFor([rule, newer, future], question)?.document).toBe('B')
    expect(ruleFor([newer], { ...question, on: '2025-12-31' })).toBeUndefined()
    expect(ruleFor([{ ...rule, until: '2026-06-14' }], question)).toBeUndefined()
  })

  it('holds at both ends of its range, and for its own level and kind', () => {
    for (const holders of [3, 100]) expect(ruleFor([rule], { ...question, holders })?.seats).toBe(1)
    for (const holders of [2, 101]) expect(ruleFor([rule], { ...question, holders })).toBeUndefined()
    expect(ruleFor([rule], { ...question, division: '990121100000' })).toBeUndefined()
    expect(ruleFor([rule], { ...question, kind: 'chair' })).toBeUndefined()
  })
})
