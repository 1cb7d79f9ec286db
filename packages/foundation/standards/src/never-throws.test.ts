import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  disabilityGrades,
  ethnicGroups,
  fromExcelSerial,
  matchYesNo,
  padDivision,
  parseCertificateNumber,
  parseChineseDate,
  parseChineseNumber,
  parseCreditCode,
  parseDateText,
  parseDivision,
  parsePeriod,
  parseResidentId,
  parseYuan,
} from './index.js'

const today = '2026-11-24'
const parsers: Readonly<Record<string, (input: unknown) => { readonly ok: boolean }>> = {
  disabilityGrades: disabilityGrades.match,
  ethnicGroups: ethnicGroups.match,
  fromExcelSerial,
  matchYesNo,
  padDivision,
  parseCertificateNumber: (input) => parseCertificateNumber(input, { today }),
  parseChineseDate,
  parseChineseNumber,
  parseCreditCode,
  parseDateText,
  parseDivision,
  parsePeriod,
  parseResidentId: (input) => parseResidentId(input, { today, acceptFifteenDigits: true }),
  parseYuan,
}

describe.each(Object.entries(parsers))('%s answers', (_, parse) => {
  it.prop([fc.anything()])('whatever it is given', (input) => {
    expect(parse(input).ok).toBeTypeOf('boolean')
  })

  it.prop([fc.string({ unit: 'binary', maxLength: 30 })])('any text', (input) => {
    expect(parse(input).ok).toBeTypeOf('boolean')
  })

  test('an enormous text, a hostile object and a symbol', () => {
    const hostile = {
      toString() {
        throw new Error('touched')
      },
    }
    for (const input of [
      '1'.repeat(10_000_000),
      ' '.repeat(10_000_000),
      'ﷺ'.repeat(5_000_000),
      hostile,
      Symbol('x'),
      1n,
    ]) {
      expect(parse(input).ok).toBe(false)
    }
  })
})
