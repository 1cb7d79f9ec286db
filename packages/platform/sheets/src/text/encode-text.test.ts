import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { encodeText } from './encode-text.js'

/**
 * Private characters that the editions of GB 18030 before 2022 had in the place of characters of Unicode: they are written to that place, where
 * what reads by the edition of 2022 finds the character itself.
 */
const moved = /[\u{e5e5}\u{e78d}-\u{e796}\u{e81e}\u{e826}\u{e82b}\u{e82c}\u{e832}\u{e843}\u{e854}\u{e864}]/u

test.prop([
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !moved.test(text)),
  fc.constantFrom('utf-8', 'gb18030'),
])('comes back as it was, rare characters of names too', (text, encoding) => {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  expect(decoder.decode(encodeText(`${text}㛃𠮷`, encoding))).toBe(`${text}㛃𠮷`)
})
