import {
  parseResidentId,
  type ResidentId,
  type ResidentIdOptions,
  type ResidentIdWarning,
} from '../identity/resident-id.js'
import { accept, type Parsed, refuse } from '../result.js'
import { normaliseCode } from '../text/normalise.js'
import { type DisabilityCategory, type DisabilityGrade, disabilityCategories, disabilityGrades } from './categories.js'

/** A certificate number taken apart. */
export interface CertificateNumber {
  /** As printed: 20 characters, and `B` with its count for a replacement. */
  readonly number: string
  readonly residentId: ResidentId
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
  /** How often it was replaced after a loss: 0 for the first certificate, 1 for `B1`, up to 99. */
  readonly replacement: number
}

/** FORMAT: not built like a certificate number. ID_…: the first 18 characters are no valid citizen number. */
export type CertificateNumberReason = 'FORMAT' | 'ID_FORMAT' | 'ID_DATE' | 'ID_DATE_FUTURE' | 'ID_CHECK'

const pattern = /^(\d{17}[\dX])([1-7])([1-4])(?:B([1-9]\d?))?$/

/**
 * Reads the number of a disability certificate (残疾人证号): the citizen number, one digit for the category,
 * one for the grade, and `B1`, `B2`… for replacements after a loss.
 *
 * The number tells birth date, sex, category and grade: show it masked, keep it out of addresses and logs.
 * It changes with the grade, so it is no key.
 */
export function parseCertificateNumber(
  input: unknown,
  options: Omit<ResidentIdOptions, 'acceptFifteenDigits'>,
): Parsed<CertificateNumber, CertificateNumberReason, ResidentIdWarning> {
  const text = normaliseCode(input)
  const match = text.ok ? pattern.exec(text.value) : null
  if (!match) return refuse('FORMAT')
  const [number, idNumber, category, grade, replacement = '0'] = match
  if (!disabilityCategories.has(category) || !disabilityGrades.has(grade)) return refuse('FORMAT')
  const residentId = parseResidentId(idNumber, { ...options, acceptFifteenDigits: false })
  if (!residentId.ok) return refuse(reasonOf(residentId.reason), residentId.at)
  return accept(
    { number, residentId: residentId.value, category, grade, replacement: Number(replacement) },
    residentId.warnings,
  )
}

function reasonOf(reason: 'LENGTH' | 'FORMAT' | 'DATE' | 'DATE_FUTURE' | 'CHECK'): CertificateNumberReason {
  return reason === 'LENGTH' ? 'ID_FORMAT' : `ID_${reason}`
}

/**
 * Writes a certificate number from its parts.
 *
 * @throws RangeError when the citizen number has not 18 characters or the replacement is not 0 to 99
 */
export function formatCertificateNumber(parts: {
  readonly residentId: string
  readonly category: DisabilityCategory
  readonly grade: DisabilityGrade
  readonly replacement?: number
}): string {
  const { residentId, category, grade, replacement = 0 } = parts
  if (!/^\d{17}[\dX]$/.test(residentId)) throw new RangeError('a citizen number has 18 characters')
  if (!Number.isInteger(replacement) || replacement < 0 || replacement > 99) {
    throw new RangeError('a replacement is counted from 0 to 99')
  }
  return `${residentId}${category}${grade}${replacement === 0 ? '' : `B${replacement}`}`
}
