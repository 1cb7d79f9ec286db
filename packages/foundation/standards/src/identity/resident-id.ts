import { formatIsoDate, type IsoDate, isRealDate } from '../calendar/iso-date.js'
import { accept, type Parsed, refuse } from '../result.js'
import { firstMisfit, normaliseCode } from '../text/normalise.js'
import { residentIdCheckDigit } from './check-digit.js'
import { documentTypeOf, type NumberedDocumentType } from './document-type.js'

/** What a citizen number says about its holder. */
export interface ResidentId {
  /** 18 characters, the last a digit or `X`. */
  readonly number: string
  readonly documentType: NumberedDocumentType
  /** County of the household register at first registration; never changes on moving, and may be abolished since. */
  readonly addressCode: string
  readonly birthDate: IsoDate
  readonly sex: 'male' | 'female'
  /** Made from a 15-digit number of before 1999: the century and the check digit are ours. */
  readonly converted: boolean
}

/** Why a number is refused. With DATE and DATE_FUTURE the check digit may well be right. */
export type ResidentIdReason = 'LENGTH' | 'FORMAT' | 'DATE' | 'DATE_FUTURE' | 'CHECK'

/** The address code is not in the division table of whoever asked. */
export type ResidentIdWarning = 'ADDRESS_UNKNOWN'

/** How strictly to read a number. */
export interface ResidentIdOptions {
  /** The business date; nobody is born after it. */
  readonly today: IsoDate
  /** Accept numbers of 15 digits, for historical imports. Default false: they are no longer valid documents. */
  readonly acceptFifteenDigits?: boolean
  /** Answers for the caller's division table; false adds the warning ADDRESS_UNKNOWN. Default: not asked. */
  readonly isKnownAddress?: (addressCode: string) => boolean
}

/** Trims, folds full-width characters and raises letters: `1101051949123100２x ` becomes `11010519491231002X`. */
export function normaliseResidentId(input: unknown): string {
  const text = normaliseCode(input)
  return text.ok ? text.value : ''
}

/**
 * Reads a citizen number (公民身份号码, GB 11643-1999), or the number of a residence permit built like it.
 *
 * An unknown or abolished address code is never a reason to refuse. Whether name and number belong together
 * only the police service can say.
 */
export function parseResidentId(
  input: unknown,
  options: ResidentIdOptions,
): Parsed<ResidentId, ResidentIdReason, ResidentIdWarning> {
  const text = normaliseCode(input)
  if (!text.ok) return text
  const isOld = options.acceptFifteenDigits === true && text.value.length === 15
  if (text.value.length !== 18 && !isOld) return refuse('LENGTH')
  const misfit = firstMisfit(text.value, fitsPosition)
  if (misfit !== undefined) return refuse('FORMAT', misfit)

  const number = isOld ? convertFifteenDigits(text.value) : text.value
  const parts = {
    year: Number(number.slice(6, 10)),
    month: Number(number.slice(10, 12)),
    day: Number(number.slice(12, 14)),
  }
  if (!isRealDate(parts)) return refuse('DATE', 6)
  const birthDate = formatIsoDate(parts)
  if (birthDate > options.today) return refuse('DATE_FUTURE', 6)
  if (number.charAt(17) !== residentIdCheckDigit(number.slice(0, 17))) return refuse('CHECK', 17)

  const addressCode = number.slice(0, 6)
  return accept(
    {
      number,
      documentType: documentTypeOf(number),
      addressCode,
      birthDate,
      sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
      converted: isOld,
    },
    options.isKnownAddress?.(addressCode) === false ? ['ADDRESS_UNKNOWN'] : [],
  )
}

function fitsPosition(character: string, position: number): boolean {
  if (position === 0) return /[1-9]/.test(character)
  return position === 17 ? /[\dX]/.test(character) : /\d/.test(character)
}

function convertFifteenDigits(old: string): string {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
  return first17 + residentIdCheckDigit(first17)
}

/** Whether a text is a valid citizen number; see {@link parseResidentId}. */
export function isResidentId(input: unknown, options: ResidentIdOptions): boolean {
  return parseResidentId(input, options).ok
}
