import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const period = 30_000

/** What an authenticator shows at a moment (RFC 6238: SHA-1, 6 digits, 30 seconds). */
export function codeAt(secret: string, milliseconds: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(stepOf(milliseconds)))
  const digest = createHmac('sha1', readBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The number of the period that a moment lies in: a code is taken once in its period. */
export function stepOf(milliseconds: number): number {
  return Math.floor(milliseconds / period)
}

/** How long until the period after this moment's begins. */
export function untilNextStep(milliseconds: number): number {
  return period - (milliseconds % period)
}

function readBase32(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
