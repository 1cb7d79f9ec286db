import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { targetArbitrary } from '../../testing/arbitraries.js'
import { addAmounts, amountSchema } from './amount.js'
import { boundsOf, headlineOf, targetKinds, targetSchema } from './target.js'
import { targetWords } from './target-words.js'

const persons = { unit: 'person' } as const

describe('a target', () => {
  it('is told in the words of a plan', () => {
    expect(targetWords({ kind: 'at-least', value: 300 }, persons, 'zh-CN')).toBe('不少于300人')
    expect(targetWords({ kind: 'range', from: 6, to: 8 }, { unit: 'session', word: '期' }, 'zh-CN')).toBe('6期至8期')
    expect(targetWords({ kind: 'rate', value: 98.5 }, { unit: 'percent' }, 'en')).toBe('at least 98.5%')
    expect(targetWords({ kind: 'at-least', value: 490_000_000 }, { unit: 'fen' }, 'zh-CN')).toContain('4,900,000.00元')
    expect(targetWords({ kind: 'unknown', reason: '原文遮盖' }, persons, 'zh-CN')).toBe('未明确（原文遮盖）')
  })

  it('that nobody knows, or that compares with a year nobody knows, has no bounds', () => {
    expect(boundsOf({ kind: 'unknown', reason: '原文遮盖' })).toBeUndefined()
    expect(boundsOf({ kind: 'rise' })).toBeUndefined()
    expect(boundsOf({ kind: 'rise' }, 40)).toEqual({ from: 40, to: Number.POSITIVE_INFINITY })
    expect(boundsOf({ kind: 'zero' })).toEqual({ from: 0, to: 0 })
  })

  test.prop([targetArbitrary])('of every kind is read back as itself, and has words in both languages', (target) => {
    expect(targetSchema.parse(JSON.parse(JSON.stringify(target)))).toEqual(target)
    expect(targetKinds).toContain(target.kind)
    for (const locale of ['zh-CN', 'en'] as const)
      expect(targetWords(target, persons, locale)).not.toMatch(/undefined|NaN/)
    const headline = headlineOf(target)
    if (headline !== undefined) expect(Number.isFinite(headline)).toBe(true)
  })
})

test.prop([fc.array(fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100))])(
  'amounts add up without dust',
  (amounts) => {
    expect(addAmounts(amounts)).toBeCloseTo(
      amounts.reduce((sum, one) => sum + one, 0),
      4,
    )
    expect(addAmounts(amounts)).toBe(addAmounts(amounts.toReversed()))
  },
)

it('an amount is a number that people write', () => {
  expect(amountSchema.safeParse(0.1 + 0.2).success).toBe(true)
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1.00001, '3'])
    expect(amountSchema.safeParse(wrong).success).toBe(false)
})
