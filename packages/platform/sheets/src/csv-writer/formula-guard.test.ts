import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { guardFormula, guardLongNumber, looksLikeFormula, unguardText } from './formula-guard.js'

const piece = fc.constantFrom(
  "'",
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  ' ',
  '\t',
  '\r',
  '\n',
  '\uFEFF',
  '\u200B',
  '\u3000',
  '0',
  '1',
  '123456789012',
  '甲',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
)

test.prop([text], { numRuns: 2000 })('what the guards add is taken away again', (value) => {
  expect(unguardText(guardLongNumber(guardFormula(value)))).toBe(value)
  expect(unguardText(guardLongNumber(guardFormula(value), false))).toBe(value)
})

test.prop([text], { numRuns: 2000 })('a guarded text never looks like a formula', (value) => {
  expect(looksLikeFormula(guardFormula(value))).toBe(false)
})

test.each(['=1', ' =1', '\t=1', '\r+1', '\u0001@a', '\uFEFF-1', '＝1', '\u200B＋1', '－1', '＠a'])(
  '%j is guarded',
  (value) => {
    expect(guardFormula(value)).toBe(`'${value}`)
  },
)

test.each(['1-2', '王=李', '', "'王", '990121'])('%j is left alone', (value) => {
  expect(guardFormula(value)).toBe(value)
})
