import { fc, test as property } from '@fast-check/vitest'
import { fixedClock } from '@opendpf/standards'
import { describe, expect, test } from 'vitest'
import { createBlindIndex } from './blind-index.js'
import { makeKeyRing, withNewKey } from './key-ring.js'
import { suites } from './suite.js'

const clock = fixedClock('2026-11-24T09:00:00+08:00')

describe.each(suites)('%s', (suite) => {
  const ring = makeKeyRing(suite, clock)
  const index = createBlindIndex(ring)

  property.prop([fc.string(), fc.string()])('two values meet only when they are the same', (one, other) => {
    expect(index.of('resident-id', one) === index.of('resident-id', other)).toBe(one === other)
  })

  property.prop([fc.string()])('one value under two kinds does not meet', (value) => {
    expect(index.of('phone', value)).not.toBe(index.of('bank-account', value))
  })

  test('is 128 bits of base64url', () => {
    expect(index.of('resident-id', '990121198503070012')).toMatch(/^[\w-]{22}$/)
  })

  test('stays the same when field keys rotate, and differs under other keys', () => {
    const value = index.of('resident-id', '990121198503070012')
    expect(createBlindIndex(withNewKey(ring, clock, 'test')).of('resident-id', '990121198503070012')).toBe(value)
    expect(createBlindIndex(makeKeyRing(suite, clock)).of('resident-id', '990121198503070012')).not.toBe(value)
  })
})
