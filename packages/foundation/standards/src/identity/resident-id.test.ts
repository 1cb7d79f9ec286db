import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { isoFromDayNumber } from '../calendar/day-number.js'
import { residentIdCheckDigit } from './check-digit.js'
import { composeResidentId } from './compose-resident-id.js'
import { isResidentId, normaliseResidentId, parseResidentId } from './resident-id.js'

const today = '2026-11-24'

describe('valid numbers', () => {
  test.for([
    ['11010519491231002X', '1949-12-31', 'female', 'resident-id'],
    ['440524188001010014', '1880-01-01', 'male', 'resident-id'],
    ['990121198503070012', '1985-03-07', 'male', 'resident-id'],
    ['990121201202290024', '2012-02-29', 'female', 'resident-id'],
    ['990121196208150045', '1962-08-15', 'female', 'resident-id'],
    ['810000190001010018', '1900-01-01', 'male', 'hk-macao-residence-permit'],
    ['820000190402290024', '1904-02-29', 'female', 'hk-macao-residence-permit'],
    ['830000190001020033', '1900-01-02', 'male', 'taiwan-residence-permit'],
  ] as const)('%s', ([number, birthDate, sex, documentType]) => {
    expect(parseResidentId(number, { today })).toEqual({
      ok: true,
      value: { number, documentType, addressCode: number.slice(0, 6), birthDate, sex, converted: false },
      warnings: [],
    })
  })

  test.for([
    '11010519491231002x',
    ' 11010519491231002X\t',
    '１１０１０５１９４９１２３１００２ｘ',
    '　11010519491231002X　',
  ])('%s after normalisation', (text) => {
    expect(normaliseResidentId(text)).toBe('11010519491231002X')
    expect(parseResidentId(text, { today })).toMatchObject({ ok: true, value: { number: '11010519491231002X' } })
  })

  test('9 and a province is a permanent residence ID, 9901 is not', () => {
    const foreigner = composeResidentId({ addressCode: '931156', birthDate: '1990-01-01', sequence: 1 })
    expect(parseResidentId(foreigner, { today })).toMatchObject({
      value: { documentType: 'foreigner-permanent-residence-id' },
    })
  })

  test('a birth on the day itself is no future', () => {
    const number = composeResidentId({ addressCode: '990121', birthDate: today, sequence: 1 })
    expect(isResidentId(number, { today })).toBe(true)
    expect(parseResidentId(number, { today: '2026-11-23' })).toMatchObject({ reason: 'DATE_FUTURE' })
  })
})

describe('refused numbers', () => {
  test.for([
    ['110105194912310021', 'CHECK', 17],
    ['990121198502300015', 'DATE', 6],
    ['990121190002290010', 'DATE', 6],
    ['810000190002290015', 'DATE', 6],
    ['990121209901010016', 'DATE_FUTURE', 6],
    ['11010519491231002', 'LENGTH', undefined],
    ['11010519491231002XX', 'LENGTH', undefined],
    ['O10105194912310026', 'FORMAT', 0],
    ['010105194912310026', 'FORMAT', 0],
    ['1101051949123100X2', 'FORMAT', 16],
    ['11010519491231002Y', 'FORMAT', 17],
    ['1101051949１231002١', 'FORMAT', 17],
    ['110105 19491231002X', 'LENGTH', undefined],
    ['', 'LENGTH', undefined],
    [undefined, 'FORMAT', undefined],
    [110105194912310020, 'FORMAT', undefined],
    [{}, 'FORMAT', undefined],
  ] as const)('%s is %s', ([input, reason, at]) => {
    expect(parseResidentId(input, { today })).toEqual(
      at === undefined ? { ok: false, reason } : { ok: false, reason, at },
    )
  })

  test('the dates that are refused have the right check digit, so it is the date that is found', () => {
    for (const number of ['990121198502300015', '990121190002290010', '990121209901010016', '810000190002290015']) {
      expect(residentIdCheckDigit(number.slice(0, 17))).toBe(number.charAt(17))
    }
  })
})

describe('numbers of 15 digits', () => {
  test('are refused unless asked for', () => {
    expect(parseResidentId('990121850307001', { today })).toEqual({ ok: false, reason: 'LENGTH' })
  })

  test('are converted with the century 19 and marked', () => {
    expect(parseResidentId('990121850307001', { today, acceptFifteenDigits: true })).toMatchObject({
      ok: true,
      value: { number: '990121198503070012', birthDate: '1985-03-07', sex: 'male', converted: true },
    })
    expect(parseResidentId('990121850230001', { today, acceptFifteenDigits: true })).toMatchObject({ reason: 'DATE' })
    expect(parseResidentId('99012185030700X', { today, acceptFifteenDigits: true })).toMatchObject({ reason: 'FORMAT' })
  })
})

test('an unknown address code is a warning of the caller', () => {
  const asked: string[] = []
  const isKnownAddress = (code: string) => {
    asked.push(code)
    return code === '990121'
  }
  expect(parseResidentId('440524188001010014', { today, isKnownAddress })).toMatchObject({
    ok: true,
    warnings: ['ADDRESS_UNKNOWN'],
  })
  expect(parseResidentId('990121198503070012', { today, isKnownAddress })).toMatchObject({ ok: true, warnings: [] })
  expect(asked).toEqual(['440524', '990121'])
})

const madeUp = fc
  .record({
    addressCode: fc.constantFrom('990121', '990122', '440524', '810000'),
    // 1850 to the end of 2020
    birthDate: fc.integer({ min: -43_830, max: 18_627 }).map(isoFromDayNumber),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map((parts) => ({ ...parts, number: composeResidentId(parts) }))

it.prop([madeUp])(
  'a composed number is valid and gives its parts back',
  ({ number, addressCode, birthDate, sequence }) => {
    expect(parseResidentId(number, { today })).toMatchObject({
      ok: true,
      value: { number, addressCode, birthDate, sex: sequence % 2 === 1 ? 'male' : 'female' },
    })
  },
)

it.prop([madeUp, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X')])(
  'no single wrong character goes unseen',
  ({ number }, position, character) => {
    fc.pre(number.charAt(position) !== character)
    const wrong = number.slice(0, position) + character + number.slice(position + 1)
    expect(isResidentId(wrong, { today: '9999-12-31' })).toBe(false)
  },
)

it.prop([madeUp, fc.nat({ max: 16 })])('no swap of neighbours goes unseen', ({ number }, position) => {
  const [left, right] = [number.charAt(position), number.charAt(position + 1)]
  fc.pre(left !== right)
  expect(isResidentId(number.slice(0, position) + right + left + number.slice(position + 2), { today })).toBe(false)
})

test('composing refuses malformed parts', () => {
  const parts = { addressCode: '990121', birthDate: '1985-03-07', sequence: 1 }
  expect(composeResidentId(parts)).toBe('990121198503070012')
  for (const wrong of [{ addressCode: '090121' }, { birthDate: '1985-02-30' }, { sequence: 1000 }, { sequence: 0.5 }]) {
    expect(() => composeResidentId({ ...parts, ...wrong })).toThrow(RangeError)
  }
  expect(() => residentIdCheckDigit('1234')).toThrow(RangeError)
})
