import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { organisationKinds } from './authorities.js'
import { creditCodeAlphabet, creditCodeCheckCharacter, organisationCodeCheckCharacter } from './check-characters.js'
import { composeCreditCode, parseCreditCode } from './credit-code.js'

describe('valid codes', () => {
  test.for([
    '91350100M000100Y43',
    '91110000600037341L',
    '121200004013590816',
    '13990121A1B2C3D480',
    '12990121401359081B',
    '52990121MJ0T1X2Y29',
    '91990121MA0AB1C21A',
  ])('%s', (code) => {
    expect(parseCreditCode(code)).toMatchObject({
      ok: true,
      value: {
        code,
        authority: code[0],
        category: code[1],
        division: code.slice(2, 8),
        organisationCode: code.slice(8, 17),
      },
    })
  })

  test('after normalisation', () => {
    expect(parseCreditCode(' ９１３５０１００m000100y43 ')).toMatchObject({
      ok: true,
      value: { code: '91350100M000100Y43' },
    })
  })

  test('with a letter for the authority', () => {
    const code = composeCreditCode({ authority: 'N', category: '2', division: '990121', organisation: 'MF012345' })
    expect(parseCreditCode(code)).toMatchObject({ ok: true, value: { authority: 'N', category: '2' }, warnings: [] })
  })

  test('whose sum is divisible by 31, where the outer remainder matters', () => {
    expect(creditCodeCheckCharacter('13990121A1B2C3D48')).toBe('0')
  })

  test('of a wrong inner check are a warning only', () => {
    const right = organisationCodeCheckCharacter('M000100Y')
    const wrong = right === '1' ? '2' : '1'
    const first17 = `91350100M000100Y${wrong}`
    expect(parseCreditCode(first17 + creditCodeCheckCharacter(first17))).toMatchObject({
      ok: true,
      warnings: ['INNER_CHECK'],
    })
    expect(parseCreditCode('91350100M000100Y43')).toMatchObject({ ok: true, warnings: [] })
  })
})

describe('refused codes', () => {
  test.for([
    ['91350100M000100Y44', 'CHECK', 17],
    ['91350010M000100Y43', 'CHECK', 17],
    ['91350100M000I00Y43', 'FORMAT', 12],
    ['9135O100M000100Y43', 'FORMAT', 4],
    ['9135A100M000100Y43', 'FORMAT', 4],
    ['91350100M000100Y4', 'LENGTH', undefined],
    ['', 'LENGTH', undefined],
    [undefined, 'FORMAT', undefined],
    [9135010000, 'FORMAT', undefined],
  ] as const)('%s is %s', ([input, reason, at]) => {
    expect(parseCreditCode(input)).toEqual(at === undefined ? { ok: false, reason } : { ok: false, reason, at })
  })
})

test('the inner check character covers X and 0', () => {
  // GB 11714 gives D2143569X as its example
  expect(organisationCodeCheckCharacter('D2143569')).toBe('X')
  expect(() => organisationCodeCheckCharacter('D214356')).toThrow(RangeError)
  expect(() => creditCodeCheckCharacter('I'.repeat(17))).toThrow(RangeError)
  expect(() => creditCodeCheckCharacter('1')).toThrow(RangeError)
})

const madeUp = fc.record({
  authority: fc.constantFrom('1', '5', '9', 'N'),
  category: fc.constantFrom('1', '2', '3'),
  division: fc.constantFrom('990121', '990122', '440524'),
  organisation: fc.string({ unit: fc.constantFrom(...creditCodeAlphabet), minLength: 8, maxLength: 8 }),
})

it.prop([madeUp])('a composed code is valid inside and out', (parts) => {
  const code = composeCreditCode(parts)
  expect(parseCreditCode(code)).toMatchObject({ ok: true, value: { code }, warnings: [] })
})

it.prop([madeUp, fc.nat({ max: 17 }), fc.constantFrom(...creditCodeAlphabet)])(
  'no single wrong character goes unseen',
  (parts, position, character) => {
    const code = composeCreditCode(parts)
    fc.pre(code.charAt(position) !== character)
    expect(parseCreditCode(code.slice(0, position) + character + code.slice(position + 1)).ok).toBe(false)
  },
)

test('composing refuses malformed parts', () => {
  const parts = { authority: '1', category: '3', division: '990121', organisation: 'A1B2C3D4' }
  expect(composeCreditCode(parts)).toBe('13990121A1B2C3D480')
  expect(() => composeCreditCode({ ...parts, division: 'A90121' })).toThrow(RangeError)
  expect(() => composeCreditCode({ ...parts, organisation: 'A1B2C3' })).toThrow(RangeError)
})

test('a county federation is a people’s organisation', () => {
  expect(organisationKinds.find('13')?.zh).toBe('群众团体')
})
