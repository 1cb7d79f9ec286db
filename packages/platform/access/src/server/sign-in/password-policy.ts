import { randomInt } from 'node:crypto'
import type { MessageParams } from '@opendpf/messages'
import type { AccessConfig } from '../config.js'
import { commonPasswords } from './common-passwords.js'
import type { SignInMessage } from './messages.js'

const maxLength = 128
const fewestDifferent = 5

/** Why a new password is refused, or undefined. Length and rarity matter; no rule asks for certain kinds of characters. */
export function passwordProblem(
  password: string,
  options: { readonly username: string; readonly policy: AccessConfig['passwords'] },
): { readonly key: SignInMessage; readonly params?: MessageParams } | undefined {
  const length = [...password].length
  if (length < options.policy.minLength) return { key: 'tooShort', params: { length: options.policy.minLength } }
  if (length > maxLength) return { key: 'tooLong', params: { length: maxLength } }
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain.includes(options.username)) return { key: 'hasUsername' }
  if (new Set(plain).size < fewestDifferent || commonPasswords.has(plain) || isRun(plain)) return { key: 'common' }
  return undefined
}

/** `abcdefghij`, `9876543210`: each character next to the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

// without what is read for something else: 0 O, 1 l I
const readable = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A random word of easily told characters, for first passwords and recovery codes. */
export function randomText(length: number, alphabet: string = readable): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A first password: 14 characters, 81 bits, in groups so that it can be read out. */
export function firstPassword(): string {
  return `${randomText(5)}-${randomText(5)}-${randomText(4)}`
}
