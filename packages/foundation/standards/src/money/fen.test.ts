import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addFen, formatYuan, parseYuan } from './fen.js'

const amount = fc.maxSafeInteger()

describe('reading amounts', () => {
  test.for([
    ['1,234.5', 123_450],
    ['１２３．４５元', 12_345],
    ['￥1,234.50', 123_450],
    ['¥ 3', 300],
    ['-¥3.05', -305],
    ['−3', -300],
    ['+3', 300],
    ['0', 0],
    ['-0.00', 0],
    ['0.10', 10],
    ['007', 700],
    ['260元', 26_000],
    ['33480.000', 3_348_000],
    ['1,234,567.89', 123_456_789],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    [1234.56, 123_456],
    [0.1 + 0.2, 30],
    [-5, -500],
  ] as const)('%s is %i fen', ([input, fen]) => {
    expect(parseYuan(input)).toEqual({ ok: true, value: fen, warnings: [] })
  })

  test.for([
    ['', 'EMPTY'],
    ['元', 'EMPTY'],
    [null, 'EMPTY'],
    [undefined, 'EMPTY'],
    ['12,34', 'FORMAT'],
    ['1,2345', 'FORMAT'],
    [',123', 'FORMAT'],
    ['1.234,50', 'FORMAT'],
    ['3.', 'FORMAT'],
    ['.5', 'FORMAT'],
    ['1e3', 'FORMAT'],
    ['3万元', 'FORMAT'],
    ['--3', 'FORMAT'],
    ['三元', 'FORMAT'],
    [Number.NaN, 'FORMAT'],
    [Number.POSITIVE_INFINITY, 'FORMAT'],
    [1e21, 'FORMAT'],
    [{}, 'FORMAT'],
    ['0.005', 'PRECISION'],
    ['1.239', 'PRECISION'],
    ['90071992547409.92', 'RANGE'],
    ['9'.repeat(150), 'RANGE'],
  ] as const)('%s is %s', ([input, reason]) => {
    expect(parseYuan(input)).toEqual({ ok: false, reason })
  })
})

test('writing amounts', () => {
  expect(formatYuan(123_450)).toBe('1,234.50')
  expect(formatYuan(123_450, { grouping: false })).toBe('1234.50')
  expect(formatYuan(-5)).toBe('-0.05')
  expect(formatYuan(0)).toBe('0.00')
  expect(formatYuan(100_000_000)).toBe('1,000,000.00')
  expect(() => formatYuan(0.5)).toThrow(RangeError)
})

it.prop([amount, fc.boolean()])('what is written is read back', (fen, grouping) => {
  expect(parseYuan(formatYuan(fen, { grouping }))).toEqual({ ok: true, value: fen === 0 ? 0 : fen, warnings: [] })
})

describe('sums', () => {
  test('are exact and stay in range', () => {
    expect(addFen()).toBe(0)
    expect(addFen(10, 20)).toBe(30)
    expect(addFen(Number.MAX_SAFE_INTEGER, 1, -1)).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => addFen(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError)
    expect(() => addFen(0.1)).toThrow(RangeError)
  })

  it.prop([fc.array(fc.integer())])('do not depend on the order', (amounts) => {
    expect(addFen(...amounts)).toBe(addFen(...amounts.toReversed()))
  })
})
