import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { fixedClock } from '@opendpf/standards'
import { describe, expect, test } from 'vitest'
import { createDigest } from './digest.js'
import { makeKeyRing } from './key-ring.js'

// GB/T 32905-2016 (SM3) annex A, GB/T 32907-2016 (SM4) annex A
describe('the runtime has the national algorithms', () => {
  test('SM3 of "abc"', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })

  test('HMAC-SM3 of "abc" under "key"', () => {
    expect(createHmac('sm3', 'key').update('abc').digest('hex')).toBe(
      '28e63256e7c5a087b1f073265dc53092163f7b82729735d06f28f10af9d52393',
    )
  })

  test('one block of SM4', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(cipher.update(block, undefined, 'hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('SM4-CTR is the block cipher over a counter', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const stream = createCipheriv('sm4-ctr', block, block).update(Buffer.alloc(16), undefined, 'hex')
    expect(stream).toBe('681edf34d206965e86b3e94f536e4246')
  })
})

describe('the digest of the audit chain', () => {
  const clock = fixedClock('2026-11-24T09:00:00+08:00')

  test('is SHA-256 or SM3, as the ring was made for', () => {
    expect(createDigest(makeKeyRing('aes-256-gcm', clock)).of('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(createDigest(makeKeyRing('sm4-ctr-hmac-sm3', clock)).of('abc').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })

  test('cannot be made without the audit key', () => {
    const ring = makeKeyRing('sm4-ctr-hmac-sm3', clock)
    expect(createDigest(ring).keyed('abc')).toEqual(createHmac('sm3', ring.auditKey).update('abc').digest())
    expect(createDigest(makeKeyRing('sm4-ctr-hmac-sm3', clock)).keyed('abc')).not.toEqual(
      createDigest(ring).keyed('abc'),
    )
  })
})
