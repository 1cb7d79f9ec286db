import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { passwords } from './passwords.js'

test('a password is kept as scrypt with 32 MB of memory and a salt of its own', async () => {
  const hash = await passwords.hash('Heron-pond-47')
  const [salt = '', digest = ''] = hash.split(':')
  const expected = scryptSync('Heron-pond-47', salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 })
  expect(digest).toBe(expected.toString('hex'))
  expect(await passwords.hash('Heron-pond-47')).not.toBe(hash)
  expect(await passwords.verify(hash, 'Heron-pond-47')).toBe(true)
  expect(await passwords.verify(hash, 'Heron-pond-48')).toBe(false)
})
