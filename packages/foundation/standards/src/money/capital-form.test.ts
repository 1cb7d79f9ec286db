import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { formatYuanCapital } from './capital-form.js'

describe('capital form', () => {
  test.for([
    [0, '零元整'],
    [1, '壹分'],
    [5, '伍分'],
    [10, '壹角整'],
    [15, '壹角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1_000, '壹拾元整'],
    [10_530, '壹佰零伍元叁角整'],
    [1_000_000, '壹万元整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [14_400_000, '壹拾肆万肆仟元整'],
    [10_000_100, '壹拾万零壹元整'],
    [1_000_000_000, '壹仟万元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_500, '壹亿零伍元整'],
    [10_050_000_000, '壹亿零伍拾万元整'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_010_000_000_000, '壹万零壹亿元整'],
    [100_000_500_000_000, '壹万亿零伍佰万元整'],
    [-10_530, '负壹佰零伍元叁角整'],
  ] as const)('%i fen is %s', ([fen, text]) => {
    expect(formatYuanCapital(fen)).toBe(text)
  })

  test('has no fractions of a fen', () => {
    expect(() => formatYuanCapital(0.5)).toThrow(RangeError)
    expect(() => formatYuanCapital(Number.NaN)).toThrow(RangeError)
  })
})

const digitOf = (character: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
const placeOf: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n }

/** Reads the capital form by the places it names, knowing nothing of how it was written. */
function read(text: string): number {
  const positive = text.replace(/^负/, '')
  const [yuan, small] = positive.includes('元') ? positive.split('元') : ['', positive]
  let value = readInteger(yuan ?? '') * 100n
  for (const [, digit = '', unit] of (small ?? '').matchAll(/([壹贰叁肆伍陆柒捌玖])([角分])/g)) {
    value += BigInt(digitOf(digit)) * (unit === '角' ? 10n : 1n)
  }
  return Number(text.startsWith('负') ? -value : value)
}

function readInteger(text: string): bigint {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const position = text.lastIndexOf(unit)
    if (position >= 0) return readInteger(text.slice(0, position)) * size + readInteger(text.slice(position + 1))
  }
  let section = 0n
  for (const [, digit = '', place = ''] of text.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)) {
    section += BigInt(digitOf(digit)) * (placeOf[place] ?? 1n)
  }
  return section
}

it.prop([fc.oneof(fc.maxSafeInteger(), fc.integer({ min: 0, max: 10_000_000 }))])(
  'says the amount and nothing else',
  (fen) => {
    const text = formatYuanCapital(fen)
    expect(read(text)).toBe(fen === 0 ? 0 : fen)
    expect(text).toMatch(/^负?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分]+整?$/)
    expect(text).not.toMatch(/零零|零[拾佰仟万亿角分]|元.*元/)
    expect(text.endsWith('整')).toBe(!text.includes('分'))
  },
)
