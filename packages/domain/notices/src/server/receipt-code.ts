import { randomInt } from 'node:crypto'

/** Digits and capitals that nobody reads as another: no 0 and O, 1 and I. */
const characters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const groups = 3
const length = 4

/** A code that nobody guesses (60 bits), in groups as people read it out: `7K2M-QX4D-93HT`. */
export function newReceiptCode(): string {
  const group = () => Array.from({ length }, () => characters[randomInt(characters.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** The code as it is kept, from what somebody typed: small letters, blanks or no hyphens. Undefined for what is no code. */
export function readReceiptCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (plain.length !== groups * length || Array.from(plain).some((one) => !characters.includes(one))) return undefined
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
