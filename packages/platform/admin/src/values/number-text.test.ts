import { expect, it } from 'vitest'
import { numberText, readNumber } from './number-text.js'

it('reads digits and separators as people write them, and leaves what is no number to be refused', () => {
  expect(readNumber('１，２３４.５')).toBe(1234.5)
  expect(readNumber(' -3 000 ')).toBe(-3000)
  expect(readNumber('')).toBeNull()
  for (const text of ['三百', '1.', '--2', '1e3']) expect(readNumber(text)).toBe(text)
  expect([numberText(null), numberText(0)]).toEqual(['', '0'])
})
