const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/**
 * The 18th character of a resident ID number, from its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).
 * It finds every single wrong digit and every swap of two neighbours.
 *
 * @throws RangeError when it is not given 17 digits
 */
export function residentIdCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check digit is computed from 17 digits')
  const sum = weights.reduce((total, weight, position) => total + weight * Number(first17.charAt(position)), 0)
  return checkCharacters.charAt(sum % 11)
}
