import { fc, test as property } from '@fast-check/vitest'
import { fixedClock } from '@opendpf/standards'
import { describe, expect, test } from 'vitest'
import type { CryptoError } from './errors.js'
import { createFieldCipher } from './field-cipher.js'
import { makeKeyRing, readKeyRing, withNewKey, writeKeyRing } from './key-ring.js'
import { suites } from './suite.js'

const clock = fixedClock('2026-11-24T09:00:00+08:00')
const context = 'persons_person.id_number'

/** The code of what `work` throws. */
function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as CryptoError).code
  }
  return 'nothing was thrown'
}

describe.each(suites)('%s', (suite) => {
  const cipher = createFieldCipher(makeKeyRing(suite, clock))

  property.prop([fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 40 })])(
    'what is sealed opens again',
    (text, where) => {
      const bytes = cipher.seal(text, where)
      expect(cipher.open(bytes, where)).toBe(text)
      expect(cipher.open(new Uint8Array(bytes), where)).toBe(text)
    },
  )

  property.prop([fc.string({ maxLength: 60 }), fc.nat()])('any flipped bit is noticed', (text, place) => {
    const bytes = cipher.seal(text, context)
    const bit = place % (bytes.length * 8)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(codeOf(() => cipher.open(bytes, context))).toMatch(/^SEAL_/)
  })

  property.prop([fc.string({ maxLength: 60 }), fc.nat()])('any cut is noticed', (text, place) => {
    const bytes = cipher.seal(text, context)
    expect(codeOf(() => cipher.open(bytes.subarray(0, place % bytes.length), context))).toMatch(/^SEAL_/)
  })

  property.prop([fc.string(), fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 })])(
    'a value moved to another column does not open',
    (text, from, to) => {
      fc.pre(from !== to)
      expect(codeOf(() => cipher.open(cipher.seal(text, from), to))).toBe('SEAL_BROKEN')
    },
  )

  test('the same text is never sealed to the same bytes', () => {
    const sealed = new Set(
      Array.from({ length: 2000 }, () => cipher.seal('990121198503070012', context).toString('hex')),
    )
    expect(sealed.size).toBe(2000)
  })

  test('the text cannot be seen in the bytes', () => {
    expect(cipher.seal('990121198503070012', context).toString('latin1')).not.toContain('9901211985')
  })

  test('another ring does not open it', () => {
    const other = createFieldCipher(makeKeyRing(suite, clock))
    expect(codeOf(() => other.open(cipher.seal('x', context), context))).toBe('SEAL_BROKEN')
  })

  test('bytes that were never sealed are refused by name', () => {
    expect(codeOf(() => cipher.open(Buffer.from('990121198503070012'), context))).toBe('SEAL_FORMAT_UNKNOWN')
    expect(codeOf(() => cipher.open(Buffer.alloc(0), context))).toBe('SEAL_FORMAT_UNKNOWN')
  })
})

describe('rotation', () => {
  test('a new key seals, the old one still opens, a ring without it says which key is missing', () => {
    const ring = makeKeyRing('aes-256-gcm', clock)
    const before = createFieldCipher(ring)
    const old = before.seal('电话', context)
    const rotated = withNewKey(ring, clock, 'test')
    const after = createFieldCipher(rotated)
    expect(after.currentKeyId).toBe(2)
    expect(after.keyIdOf(old)).toBe(1)
    expect(after.isCurrent(old)).toBe(false)
    expect(after.open(old, context)).toBe('电话')
    const fresh = after.seal('电话', context)
    expect(after.isCurrent(fresh)).toBe(true)
    expect(codeOf(() => before.open(fresh, context))).toBe('SEAL_KEY_UNKNOWN')
  })

  test('after a change of suite the values of both open, and the old ones are not current', () => {
    const ring = makeKeyRing('aes-256-gcm', clock)
    const old = createFieldCipher(ring).seal('诊断', context)
    const national = createFieldCipher(ring, 'sm4-ctr-hmac-sm3')
    const fresh = national.seal('诊断', context)
    expect([old, fresh].map((bytes) => national.open(bytes, context))).toEqual(['诊断', '诊断'])
    expect([old, fresh].map((bytes) => national.isCurrent(bytes))).toEqual([false, true])
    expect(createFieldCipher(ring).open(fresh, context)).toBe('诊断')
  })

  test('a ring written down and read again opens what the first one sealed', () => {
    const ring = makeKeyRing('sm4-ctr-hmac-sm3', clock)
    const again = readKeyRing(writeKeyRing(ring), 'test')
    expect(createFieldCipher(again).open(createFieldCipher(ring).seal('住址', context), context)).toBe('住址')
  })
})
