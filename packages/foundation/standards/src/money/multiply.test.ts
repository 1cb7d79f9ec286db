import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { multiplyFen } from './multiply.js'

describe('products', () => {
  test.for([
    [16_000_000, '90%', 'half-up', 14_400_000],
    [8_000_000, '50%', 'half-up', 4_000_000],
    // 1.005 as a binary number is less, and would be rounded down
    [100, '1.005', 'half-up', 101],
    [100, '1.005', 'down', 100],
    [100, '1.001', 'up', 101],
    [-100, '1.005', 'half-up', -101],
    [-100, '1.005', 'down', -100],
    [-100, '1.001', 'up', -101],
    [100, '-0.5', 'down', -50],
    [3, '0.5', 'half-up', 2],
    [1, '0.4999999999999999999999', 'half-up', 0],
    [0, '0.5', 'up', 0],
    [Number.MAX_SAFE_INTEGER, '1', 'up', Number.MAX_SAFE_INTEGER],
    [100, { numerator: 1, denominator: 3 }, 'half-up', 33],
    [100, { numerator: 1, denominator: 3 }, 'up', 34],
    [100, { numerator: 1, denominator: -3 }, 'down', -33],
    [3_650, { numerator: 29, denominator: 365 }, 'down', 290],
  ] as const)('%#: %i', ([fen, ratio, rounding, expected]) => {
    expect(multiplyFen(fen, ratio, rounding)).toBe(expected)
  })

  test.for(['', '.5', '5.', 'abc', '1,5', '0x10', '1e3', '1%%', ' 1'])('%s is no ratio', (ratio) => {
    expect(() => multiplyFen(1, ratio, 'down')).toThrow(RangeError)
  })

  test('fractions have whole parts and no zero below', () => {
    expect(() => multiplyFen(1, { numerator: 1, denominator: 0 }, 'down')).toThrow(RangeError)
    expect(() => multiplyFen(1, { numerator: 0.5, denominator: 1 }, 'down')).toThrow(RangeError)
  })

  test('do not leave the safe range', () => {
    expect(() => multiplyFen(Number.MAX_SAFE_INTEGER, '2', 'down')).toThrow(RangeError)
    expect(() => multiplyFen(0.5, '2', 'down')).toThrow(RangeError)
  })
})

const fen = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const denominator = fc.integer({ min: 1, max: 1_000_000 })
const numerator = fc.integer({ min: -1_000_000, max: 1_000_000 })

it.prop([fen, numerator, denominator])('the roundings enclose the exact product', (amount, above, below) => {
  const ratio = { numerator: above, denominator: below }
  const exact = BigInt(amount) * BigInt(above)
  const size = (value: number) => BigInt(Math.abs(value)) * BigInt(below)
  const magnitude = exact < 0n ? -exact : exact
  const [down, up, half] = (['down', 'up', 'half-up'] as const).map((rounding) => multiplyFen(amount, ratio, rounding))
  if (down === undefined || up === undefined || half === undefined) throw new Error('three roundings were asked for')
  expect(size(down) <= magnitude && magnitude <= size(up)).toBe(true)
  expect(Math.abs(up) - Math.abs(down)).toBe(magnitude % BigInt(below) === 0n ? 0 : 1)
  const distance = size(half) > magnitude ? size(half) - magnitude : magnitude - size(half)
  expect(distance * 2n <= BigInt(below)).toBe(true)
})

it.prop([fen, numerator, denominator])('rounding is the same on both sides of zero', (amount, above, below) => {
  const ratio = { numerator: above, denominator: below }
  const sum = multiplyFen(amount, ratio, 'half-up') + multiplyFen(-amount, ratio, 'half-up')
  expect(sum).toBe(0)
})
