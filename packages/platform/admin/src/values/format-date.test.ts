import { describe, expect, it } from 'vitest'
import { formatDate, formatInstant } from './format-date.js'

describe('dates in words', () => {
  it('writes a business date in both languages', () => {
    expect(formatDate('2024-05-06', 'zh-CN')).toBe('2024年5月6日')
    expect(formatDate('2024-05-06', 'en')).toBe('6 May 2024')
  })

  it('writes an instant in Shanghai time, across midnight', () => {
    expect(formatInstant('2026-11-24T16:05:00.000Z')).toBe('2026-11-25 00:05')
  })

  it('leaves alone what is no instant', () => expect(formatInstant('then')).toBe('then'))
})
