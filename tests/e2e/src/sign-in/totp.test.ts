import { describe, expect, it } from 'vitest'
import { codeAt, stepOf, untilNextStep } from './totp.js'

// the ASCII text "12345678901234567890" of RFC 6238, appendix B
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('codes of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at %i seconds', (seconds, code) => {
    expect(codeAt(secret, seconds * 1000)).toBe(code)
  })

  it('hold for thirty seconds', () => {
    expect(stepOf(59_999)).toBe(1)
    expect(stepOf(60_000)).toBe(2)
    expect(untilNextStep(59_000)).toBe(1000)
  })
})
