import { type CertificateNumber, parseCertificateNumber } from '@opendpf/standards'

/** Takes apart a number that has passed the contract's validation. */
export function readNumber(number: string): CertificateNumber {
  const read = parseCertificateNumber(number, { today: '9999-12-31' })
  if (!read.ok) throw new RangeError('a certificate number that was not validated')
  return read.value
}

/** Why a certificate has another number than before. */
export type NumberChange = 'regrade' | 'id-correction' | 'replacement' | 'correction'

/** Tells from the two numbers what happened; a lower count of replacements can only be a slip put right. */
export function changeBetween(before: string, after: string): NumberChange {
  const [old, now] = [readNumber(before), readNumber(after)]
  if (old.residentId.number !== now.residentId.number) return 'id-correction'
  if (old.category !== now.category || old.grade !== now.grade) return 'regrade'
  return now.replacement > old.replacement ? 'replacement' : 'correction'
}
