/** The 31 characters of a unified social credit code: digits and capital letters without I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * The 18th character of a unified social credit code, from the first 17 (GB 32100-2015).
 *
 * @throws RangeError when it is not given 17 characters of the alphabet
 */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== 17) throw new RangeError('the check character is computed from 17 characters')
  const sum = weights.reduce((total, weight, position) => total + weight * valueIn(first17.charAt(position)), 0)
  // the outer remainder turns 31 into 0
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31)
}

function valueIn(character: string): number {
  const value = creditCodeAlphabet.indexOf(character)
  if (value < 0) throw new RangeError('a character outside the alphabet of credit codes')
  return value
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * The ninth character of an organisation code (组织机构代码), from its first 8 (GB 11714).
 *
 * @throws RangeError when it is not given 8 digits and capital letters
 */
export function organisationCodeCheckCharacter(first8: string): string {
  if (!/^[\dA-Z]{8}$/.test(first8))
    throw new RangeError('an organisation code is checked on 8 digits and capital letters')
  const sum = organisationWeights.reduce(
    (total, weight, position) => total + weight * Number.parseInt(first8.charAt(position), 36),
    0,
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}
