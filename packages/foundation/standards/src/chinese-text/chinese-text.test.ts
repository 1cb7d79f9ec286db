import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { isoFromDayNumber } from '../calendar/day-number.js'
import { formatChineseDate, parseChineseDate } from './chinese-date.js'
import { formatChineseDigits, formatChineseNumber, parseChineseNumber } from './chinese-number.js'
import { outlineNumber } from './outline-number.js'

describe('numbers', () => {
  test.for([
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [24, '二十四'],
    [105, '一百零五'],
    [110, '一百一十'],
    [123, '一百二十三'],
    [1005, '一千零五'],
    [1050, '一千零五十'],
    [2026, '二千零二十六'],
    [10_000, '一万'],
    [100_000, '十万'],
    [100_010, '十万零一十'],
    [1_005_000, '一百万五千'],
    [10_000_005, '一千万零五'],
    [100_000_005, '一亿零五'],
    [100_005_000, '一亿零五千'],
    [999_999_999_999, '九千九百九十九亿九千九百九十九万九千九百九十九'],
  ] as const)('%i is %s', ([value, text]) => {
    expect(formatChineseNumber(value)).toBe(text)
    expect(parseChineseNumber(text)).toEqual({ ok: true, value, warnings: [] })
  })

  test.for([
    ['二〇二六', 2026],
    ['二零二六', 2026],
    ['贰拾', 20],
    ['一十二', 12],
    ['壹佰零伍', 105],
    ['两百', 200],
  ] as const)('%s is read as %i', ([text, value]) => {
    expect(parseChineseNumber(text)).toEqual({ ok: true, value, warnings: [] })
  })

  test.for(['', '百一百', '十百', '一百五十二十', '零十', '一亿亿', '万', '123', 'x', undefined, 12])(
    '%s is none',
    (input) => {
      expect(parseChineseNumber(input)).toEqual({ ok: false, reason: 'FORMAT' })
    },
  )

  test('have limits', () => {
    for (const value of [-1, 0.5, 1e12, Number.NaN]) expect(() => formatChineseNumber(value)).toThrow(RangeError)
  })

  it.prop([fc.oneof(fc.nat(999_999_999_999), fc.nat(100_000))])('are read back', (value) => {
    expect(parseChineseNumber(formatChineseNumber(value))).toEqual({ ok: true, value, warnings: [] })
    expect(parseChineseNumber(formatChineseDigits(value))).toEqual({ ok: true, value, warnings: [] })
    expect(formatChineseNumber(value)).not.toMatch(/零零|.零$/)
  })

  test('digit by digit', () => {
    expect(formatChineseDigits(2026)).toBe('二〇二六')
    expect(formatChineseDigits('0571')).toBe('〇五七一')
  })
})

describe('dates', () => {
  test('in both numerals', () => {
    expect(formatChineseDate('2026-11-24')).toBe('2026年11月24日')
    expect(formatChineseDate('2026-11-24', 'chinese')).toBe('二〇二六年十一月二十四日')
    expect(formatChineseDate('2026-10-10', 'chinese')).toBe('二〇二六年十月十日')
    expect(() => formatChineseDate('2026-02-30')).toThrow(RangeError)
  })

  test.for([
    ['二〇二六年二月三十日', 'DATE'],
    ['二〇二六年十三月一日', 'DATE'],
    ['二〇二六年十一月', 'FORMAT'],
    ['二千零二十六年十一月二十四日', 'FORMAT'],
    ['二〇二六年十十月一日', 'FORMAT'],
    ['2026年11月24日', 'FORMAT'],
    [undefined, 'FORMAT'],
  ] as const)('%s is refused with %s', ([text, reason]) => {
    expect(parseChineseDate(text)).toEqual({ ok: false, reason })
  })

  it.prop([fc.integer({ min: -719_162, max: 2_932_896 })])('are read back', (number) => {
    const date = isoFromDayNumber(number)
    expect(parseChineseDate(formatChineseDate(date, 'chinese'))).toEqual({ ok: true, value: date, warnings: [] })
  })
})

test('headings of an official document', () => {
  expect(([1, 2, 3, 4] as const).map((level) => outlineNumber(level, 12))).toEqual([
    '十二、',
    '（十二）',
    '12.',
    '（12）',
  ])
  expect(() => outlineNumber(1, 0)).toThrow(RangeError)
})
