import { type Fen, fromBigInt, safe } from './fen.js'

/**
 * How a fraction of a fen is settled: `half-up` to the nearest, halves away from zero (四舍五入);
 * `down` towards zero; `up` away from zero.
 */
export type Rounding = 'half-up' | 'down' | 'up'

const decimal = /^([-+]?)(\d+)(?:\.(\d+))?(%?)$/

/** An exact ratio: a decimal text (`'0.015'`, `'1.5%'`), or one whole number over another. */
export type Ratio = string | { readonly numerator: number; readonly denominator: number }

/**
 * Multiplies an amount by a ratio, exactly, and settles the fraction of a fen by the rounding named.
 * The ratio is never a number, because 0.015 as a binary number is not 0.015.
 *
 * @throws RangeError when the ratio is malformed, its denominator 0, or the product too large
 */
export function multiplyFen(fen: Fen, ratio: Ratio, rounding: Rounding): Fen {
  const { numerator, denominator } = typeof ratio === 'string' ? readDecimal(ratio) : readFraction(ratio)
  return fromBigInt(divide(BigInt(safe(fen)) * numerator, denominator, rounding))
}

interface ExactFraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

function readDecimal(ratio: string): ExactFraction {
  const match = decimal.exec(ratio)
  if (!match) throw new RangeError('a ratio is a decimal such as 0.015 or 1.5%')
  const [, sign, whole = '', decimals = '', percent] = match
  const digits = BigInt(whole + decimals)
  const scale = decimals.length + (percent === '%' ? 2 : 0)
  return { numerator: sign === '-' ? -digits : digits, denominator: 10n ** BigInt(scale) }
}

function readFraction({ numerator, denominator }: Exclude<Ratio, string>): ExactFraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError('a ratio has two whole numbers, the lower one not 0')
  }
  const sign = denominator < 0 ? -1 : 1
  return { numerator: BigInt(numerator * sign), denominator: BigInt(denominator * sign) }
}

function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const isNegative = dividend < 0n
  const size = isNegative ? -dividend : dividend
  const remainder = size % divisor
  const whole = size / divisor
  const isUp = rounding === 'up' ? remainder > 0n : rounding === 'half-up' && remainder * 2n >= divisor
  const rounded = isUp ? whole + 1n : whole
  return isNegative ? -rounded : rounded
}
