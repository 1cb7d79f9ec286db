import { type IsoDate, partsOf } from '../calendar/iso-date.js'
import { residentIdCheckDigit } from './check-digit.js'

/**
 * Builds the citizen number of a made-up person for demonstrations and tests.
 * Use an address code that GB/T 2260 does not allocate, such as 990121, so that nobody alive can hold it.
 *
 * @throws RangeError when a part has the wrong shape
 */
export function composeResidentId(parts: {
  readonly addressCode: string
  readonly birthDate: IsoDate
  /** 0 to 999; odd for a man, even for a woman. */
  readonly sequence: number
}): string {
  const { addressCode, birthDate, sequence } = parts
  if (!/^[1-9]\d{5}$/.test(addressCode)) throw new RangeError('an address code has six digits and no leading zero')
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError('a sequence is 0 to 999')
  partsOf(birthDate)
  const first17 = addressCode + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return first17 + residentIdCheckDigit(first17)
}
