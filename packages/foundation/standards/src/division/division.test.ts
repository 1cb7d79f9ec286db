import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { padDivision, parseDivision } from './division-code.js'
import { ancestorsOf, countyOf, divisionPrefix, isWithin, parentOf, townOf } from './division-tree.js'
import { isSyntheticDivision, provinces } from './provinces.js'

const valid = [
  ['110000000000', 'province'],
  ['110100000000', 'prefecture'],
  ['110101000000', 'county'],
  ['110101001000', 'town'],
  ['110101001001', 'village'],
  ['990121000000', 'county'],
  ['990121100000', 'town'],
  ['990121100201', 'village'],
  ['441900000000', 'prefecture'],
  ['441900003000', 'town'],
  ['442000001001', 'village'],
  ['460400100000', 'town'],
] as const

describe('division codes', () => {
  test.for(valid)('%s is a %s', ([code, level]) => {
    expect(parseDivision(code)).toEqual({ ok: true, value: { code, level }, warnings: [] })
  })

  test.for([
    ['11010100100', 'LENGTH', undefined],
    ['110101', 'LENGTH', undefined],
    ['11010100100A', 'FORMAT', 11],
    ['-10101001000', 'FORMAT', 0],
    ['110101000001', 'GAP', 6],
    ['110000001000', 'GAP', 2],
    ['110001000000', 'GAP', 2],
    ['110100001000', 'GAP', 4],
    ['441900000001', 'GAP', 6],
    ['000101001001', 'PROVINCE', 0],
    ['170101001001', 'PROVINCE', 0],
    ['', 'LENGTH', undefined],
    [undefined, 'FORMAT', undefined],
    [110101001000, 'FORMAT', undefined],
  ] as const)('%s is refused with %s', ([input, reason, at]) => {
    expect(parseDivision(input)).toEqual(at === undefined ? { ok: false, reason } : { ok: false, reason, at })
  })

  test.for([
    ['99', '990000000000', 'province'],
    ['9901', '990100000000', 'prefecture'],
    ['990121', '990121000000', 'county'],
    ['990121100', '990121100000', 'town'],
    ['990121100201', '990121100201', 'village'],
    ['110000', '110000000000', 'province'],
  ] as const)('%s is padded to %s', ([short, code, level]) => {
    expect(padDivision(short)).toMatchObject({ ok: true, value: { code, level } })
  })

  test.for(['', '9', '990', '99012', '9901211', '99012110020', '9901211002011'])('%s is padded to nothing', (short) => {
    expect(padDivision(short)).toEqual({ ok: false, reason: 'LENGTH' })
  })
})

describe('the tree', () => {
  test('of a village leads up to its province', () => {
    expect(ancestorsOf('990121100201')).toEqual(['990121100000', '990121000000', '990100000000', '990000000000'])
    expect(parentOf('990000000000')).toBeUndefined()
    expect(parentOf('nothing')).toBeUndefined()
  })

  test('skips the county where a prefecture has none', () => {
    expect(ancestorsOf('441900003001')).toEqual(['441900003000', '441900000000', '440000000000'])
  })

  test.for([
    ['990121100201', '990121', '990121100'],
    ['990121100000', '990121', '990121100'],
    ['990121000000', '990121', undefined],
    ['990100000000', undefined, undefined],
    ['990000000000', undefined, undefined],
    ['441900003001', '441900', '441900003'],
    ['441900000000', '441900', undefined],
    ['9901211002', undefined, undefined],
  ] as const)('%s has county %s and town %s', ([code, county, town]) => {
    expect(countyOf(code)).toBe(county)
    expect(townOf(code)).toBe(town)
  })

  test('prefixes have the length of their level', () => {
    expect(valid.map(([code]) => divisionPrefix(code)?.length)).toEqual([2, 4, 6, 9, 12, 6, 9, 12, 4, 9, 12, 9])
  })

  test('within is never wider than asked', () => {
    expect(isWithin('990121100201', '990121000000')).toBe(true)
    expect(isWithin('990121000000', '990121000000')).toBe(true)
    expect(isWithin('990121000000', '990121100000')).toBe(false)
    expect(isWithin('990122100201', '990121000000')).toBe(false)
    expect(isWithin('990121100201', '')).toBe(false)
    expect(isWithin('990121100201', '99')).toBe(false)
    expect(isWithin('99012110020', '990121000000')).toBe(false)
  })

  const anyDivision = fc
    .tuple(fc.constantFrom('11', '44', '99'), fc.nat(99), fc.nat(99), fc.nat(999), fc.nat(999), fc.nat(4))
    .map(([province, prefecture, county, town, village, depth]) =>
      [
        province,
        ...[prefecture + 1, county + 1, town + 1, village + 1].map((value, index) => {
          const width = index < 2 ? 2 : 3
          return index < depth ? String(value % 10 ** width || 1).padStart(width, '0') : '0'.repeat(width)
        }),
      ].join(''),
    )

  it.prop([anyDivision])('contains exactly a division and what has it as an ancestor', (code) => {
    const above = ancestorsOf(code)
    expect(isWithin(code, code)).toBe(true)
    for (const ancestor of above) {
      expect(isWithin(code, ancestor)).toBe(true)
      expect(isWithin(ancestor, code)).toBe(false)
    }
  })

  it.prop([anyDivision, anyDivision])('never contains a stranger', (code, other) => {
    expect(isWithin(code, other)).toBe(code === other || ancestorsOf(code).includes(other))
  })
})

test('the demonstration province is known and told apart', () => {
  expect(provinces.find('99')?.zh).toBe('演示省')
  expect(isSyntheticDivision('990121000000')).toBe(true)
  expect(isSyntheticDivision('110101000000')).toBe(false)
  expect(provinces.codes).toHaveLength(35)
})
