import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { composeResidentId } from '../identity/compose-resident-id.js'
import { disabilityCategories, disabilityGrades } from './categories.js'
import { formatCertificateNumber, parseCertificateNumber } from './certificate-number.js'

const today = '2026-11-24'

describe('valid certificate numbers', () => {
  test.for([
    ['99012119850307001242', '4', '2', 0],
    ['99012120120229002453', '5', '3', 0],
    ['99012119620815004571', '7', '1', 0],
    ['99012119850307001242B1', '4', '2', 1],
    ['99012119620815004571B2', '7', '1', 2],
    ['99012119850307001242B10', '4', '2', 10],
    ['99012119850307001242b99', '4', '2', 99],
    [' 11010519491231002x11 ', '1', '1', 0],
  ] as const)('%s', ([text, category, grade, replacement]) => {
    const number = text.trim().toUpperCase()
    expect(parseCertificateNumber(text, { today })).toMatchObject({
      ok: true,
      value: { number, category, grade, replacement, residentId: { number: number.slice(0, 18) } },
      warnings: [],
    })
  })

  test('an unknown address stays a warning', () => {
    expect(parseCertificateNumber('99012119850307001242', { today, isKnownAddress: () => false })).toMatchObject({
      ok: true,
      warnings: ['ADDRESS_UNKNOWN'],
    })
  })
})

describe('refused certificate numbers', () => {
  test.for([
    ['99012119850307001282', 'FORMAT'],
    ['99012119850307001245', 'FORMAT'],
    ['99012119850307001240', 'FORMAT'],
    ['99012119850307001202', 'FORMAT'],
    ['9901211985030700124', 'FORMAT'],
    ['99012119850307001242B0', 'FORMAT'],
    ['99012119850307001242B01', 'FORMAT'],
    ['99012119850307001242B100', 'FORMAT'],
    ['99012119850307001242C1', 'FORMAT'],
    ['99012119850307001242B', 'FORMAT'],
    ['99012119850307001042', 'ID_CHECK'],
    ['99012119850230001542', 'ID_DATE'],
    ['99012120990101001642', 'ID_DATE_FUTURE'],
    ['09012119850307001242', 'ID_FORMAT'],
    ['990121850307001', 'FORMAT'],
    ['', 'FORMAT'],
    [undefined, 'FORMAT'],
    [[], 'FORMAT'],
  ] as const)('%s is %s', ([input, reason]) => {
    expect(parseCertificateNumber(input, { today })).toMatchObject({ ok: false, reason })
  })
})

it.prop([
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom(...disabilityCategories.codes),
  fc.constantFrom(...disabilityGrades.codes),
  fc.integer({ min: 0, max: 99 }),
])('formatting and reading are inverse', (sequence, category, grade, replacement) => {
  const residentId = composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence })
  const number = formatCertificateNumber({ residentId, category, grade, replacement })
  expect(parseCertificateNumber(number, { today })).toMatchObject({
    ok: true,
    value: { number, category, grade, replacement, residentId: { number: residentId } },
  })
})

test('formatting refuses what cannot be printed', () => {
  const parts = { residentId: '990121198503070012', category: '4', grade: '2' } as const
  expect(formatCertificateNumber(parts)).toBe('99012119850307001242')
  expect(() => formatCertificateNumber({ ...parts, residentId: '990121850307001' })).toThrow(RangeError)
  expect(() => formatCertificateNumber({ ...parts, replacement: 100 })).toThrow(RangeError)
  expect(() => formatCertificateNumber({ ...parts, replacement: -1 })).toThrow(RangeError)
})
