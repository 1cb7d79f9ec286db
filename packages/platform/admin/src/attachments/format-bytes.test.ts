import { expect, it } from 'vitest'
import { formatBytes, formatType } from './format-bytes.js'

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [655_360, '640 KB'],
  [1024 * 1024, '1 MB'],
  [1_300_000, '1.2 MB'],
  [10 * 1024 * 1024, '10 MB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

it('a kind of file has a short name', () => {
  expect([formatType('image/jpeg'), formatType('application/pdf')]).toEqual(['JPEG', 'PDF'])
})
