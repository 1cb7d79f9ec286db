import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { encodeText } from './encode-text.js'

test.prop([fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), fc.constantFrom('utf-8', 'gb18030')])(
  'comes back as it was, rare characters of names too',
  (text, encoding) => {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    expect(decoder.decode(encodeText(`${text}㛃𠮷`, encoding))).toBe(`${text}㛃𠮷`)
  },
)
