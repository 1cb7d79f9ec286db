import { addDays, addYears } from '@opendpf/standards'
import type { CertificateState } from '../../contract/index.js'

const years = 10

/** The last day of a certificate issued on a day: ten years (办法 第 19 条), the day of issue counted. */
export function lastDayOf(issueDate: string): string {
  return addDays(addYears(issueDate, years), -1)
}

/** Whether a last day is what ten years come to; some places print the day itself ten years on. */
export function isUsualValidity(issueDate: string, validTo: string): boolean {
  return validTo === lastDayOf(issueDate) || validTo === addYears(issueDate, years)
}

/** `valid` and `expired` follow the last day; every other state was decided by somebody and stays. */
export function stateOn(today: string, state: CertificateState | null, validTo: string): CertificateState {
  if (state !== null && state !== 'valid' && state !== 'expired') return state
  return validTo < today ? 'expired' : 'valid'
}
