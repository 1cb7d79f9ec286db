import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { formatYuan, readYuan, typeYuan } from './money.js'

describe('amounts', () => {
  it.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['￥１２００．５０ 元', 120_050],
    ['0.07', 7],
    ['-3.1', -310],
  ])('reads %s', (text, fen) => expect(readYuan(text)).toBe(fen))

  it.each(['', '十二', '1.234', '1e3', '--1'])('refuses "%s"', (text) => expect(readYuan(text)).toBeUndefined())

  test.prop([fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })])('reads back what it writes', (fen) => {
    expect(readYuan(formatYuan(fen))).toBe(fen)
    expect(readYuan(typeYuan(fen))).toBe(fen)
  })
})
