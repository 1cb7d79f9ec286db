import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { covers, isScopeWithin, isWithinScope, placeOf, scopeOfDivision } from './index.js'

describe('territories', () => {
  const divisions = ['990121000000', '990121100000', '990121100201', '990122000000', '990122100201']
  property.prop([fc.constantFrom(...divisions), fc.constantFrom(...divisions)])(
    'a post sees what lies in its division, and nothing else',
    (post, place) => {
      expect(isWithinScope(scopeOfDivision(post), placeOf(place))).toBe(
        place.startsWith(post.replace(/(000)+$/, '')) && place.length === 12,
      )
    },
  )
  property.prop([fc.constantFrom(...divisions), fc.constantFrom(...divisions)])(
    'a scope inside another sees no more than it',
    (inner, outer) => {
      if (!isScopeWithin(scopeOfDivision(inner), scopeOfDivision(outer))) return
      for (const place of divisions)
        if (isWithinScope(scopeOfDivision(inner), placeOf(place)))
          expect(isWithinScope(scopeOfDivision(outer), placeOf(place))).toBe(true)
    },
  )
  it('nothing is wider than everything', () => {
    expect(isScopeWithin({ level: 'all' }, scopeOfDivision('990121000000'))).toBe(false)
    expect(isScopeWithin(scopeOfDivision('990121000000'), { level: 'all' })).toBe(true)
  })
})

describe('granted patterns', () => {
  it.each([
    ['*', 'a:b.c', true],
    ['a:*', 'a:b.c', true],
    ['a:*.c', 'a:b.c', true],
    ['a:*.c', 'a:b.d', false],
    ['a:b.c', 'a:bxc', false],
    ['a', 'a:b.c', false],
  ])('%s covers %s: %s', (pattern, permission, expected) => {
    expect(covers(pattern, permission)).toBe(expected)
  })
})
