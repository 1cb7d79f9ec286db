import { normaliseCode } from '../text/normalise.js'

/**
 * Masks a citizen number: the address code and the last four characters stay, `990121********0012`.
 * Whatever has not the length of one (15 or 18) is hidden whole, so that a mistyped or foreign number cannot slip out.
 */
export function maskResidentId(number: string): string {
  const text = codeOf(number)
  if (text.length !== 18 && text.length !== 15) return hidden(text)
  return text.slice(0, 6) + '*'.repeat(text.length - 10) + text.slice(-4)
}

const certificate = /^(.{18})..(B\d{1,2})?$/

/**
 * Masks a certificate number like the citizen number in it, and hides category and grade: `990121********0012**`.
 * The count of replacements stays: `990121********0012**B1`.
 */
export function maskCertificateNumber(number: string): string {
  const match = certificate.exec(codeOf(number))
  if (!match) return hidden(codeOf(number))
  const [, residentId = '', replacement = ''] = match
  return `${maskResidentId(residentId)}**${replacement}`
}

/** Masks a bank account or card number: the last four digits stay. */
export function maskBankAccount(account: string): string {
  const digits = codeOf(account).replace(/[\s-]/g, '')
  return digits.length < 8 ? hidden(digits) : '*'.repeat(digits.length - 4) + digits.slice(-4)
}

function codeOf(input: string): string {
  const text = normaliseCode(input)
  // overlong input is no number; its length is of no interest either
  return text.ok ? text.value : '******'
}

function hidden(text: string): string {
  return text === '' ? '' : '******'
}
