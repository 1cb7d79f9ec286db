import { compoundSurnames } from './compound-surnames.js'

/** A Han name cut in two; `given` is empty for a single character. */
export interface SplitName {
  readonly surname: string
  readonly given: string
}

/**
 * Cuts a name written in Chinese characters into surname and given name. A compound surname is one only when a given
 * name follows it: 司马光 is 司马 and 光, the two characters 司马 are 司 and 马.
 */
export function splitName(name: string): SplitName {
  // by code point: rare characters in names take two UTF-16 units
  const characters = Array.from(name.trim())
  const isCompound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''))
  const length = isCompound ? 2 : 1
  return { surname: characters.slice(0, length).join(''), given: characters.slice(length).join('') }
}
