import { accept, type Parsed, refuse } from '../result.js'
import { normaliseText } from '../text/normalise.js'

/**
 * An amount in whole fen, as a safe integer: 1 yuan is 100. A number and not a bigint, because it passes through
 * JSON, SQL and sums unchanged, and its limit of about 90 million million yuan exceeds any budget it will meet;
 * every function here refuses to leave the safe range instead of losing a fen.
 */
export type Fen = number

/** PRECISION: more than two decimals that are not zero. RANGE: beyond the safe integers. */
export type MoneyReason = 'EMPTY' | 'FORMAT' | 'PRECISION' | 'RANGE'

const plain = /^([-+]?)(\d+)(?:\.(\d+))?$/
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/**
 * Reads an amount in yuan: `1234.5`, `1,234.50`, `￥1,234.50`, `１２３．４５元`, `-3`. Digits are grouped by three or
 * not at all. A JavaScript number is read to 15 significant digits, all that a spreadsheet keeps.
 */
export function parseYuan(input: unknown): Parsed<Fen, MoneyReason> {
  if (input === undefined || input === null) return refuse('EMPTY')
  const text = normaliseText(typeof input === 'number' ? String(Number(input.toPrecision(15))) : input)
  if (!text.ok) return refuse('FORMAT')
  // NFKC has turned the full-width yuan sign into ¥
  const amount = text.value
    .replaceAll('−', '-')
    .replace(/^([-+]?)\s*¥\s*/, '$1')
    .replace(/\s*元$/, '')
  if (amount === '') return refuse('EMPTY')
  const match = plain.exec(grouped.test(amount) ? amount.replaceAll(',', '') : amount)
  if (!match) return refuse('FORMAT')
  const [, sign, yuan = '', decimals = ''] = match
  if (!/^\d{0,2}0*$/.test(decimals)) return refuse('PRECISION')
  const fen = Number(yuan + decimals.slice(0, 2).padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return refuse('RANGE')
  return accept(sign === '-' && fen !== 0 ? -fen : fen)
}

/**
 * Writes an amount in yuan with two decimals: 123450 is `1,234.50`, or `1234.50` without grouping.
 *
 * @throws RangeError when it is not a safe integer
 */
export function formatYuan(fen: Fen, options: { readonly grouping?: boolean } = {}): string {
  const digits = String(Math.abs(safe(fen))).padStart(3, '0')
  const yuan = digits.slice(0, -2)
  const whole = options.grouping === false ? yuan : yuan.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/**
 * Adds amounts; nothing added is 0.
 *
 * @throws RangeError when one of them or the sum is not a safe integer
 */
export function addFen(...amounts: readonly Fen[]): Fen {
  // step by step through bigint, so that a sum of large parts is exact before it is judged
  return fromBigInt(amounts.reduce((total, amount) => total + BigInt(safe(amount)), 0n))
}

/** The number of fen, checked. */
export function safe(fen: Fen): Fen {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a safe integer of fen')
  return fen
}

/** Back from exact arithmetic, checked. */
export function fromBigInt(fen: bigint): Fen {
  return safe(Number(fen))
}
