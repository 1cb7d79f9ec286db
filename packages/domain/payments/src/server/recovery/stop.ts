import * as z from 'zod'
import { type OverpaymentGround, overpaymentGrounds } from '../../contract/index.js'

/** What a programme tells of a grant that ended earlier than it was granted. */
export const stopSchema = z.object({
  /** The enrolment. */
  id: z.string(),
  person: z.string(),
  programme: z.string(),
  /** The first month that was not due, `YYYY-MM`. */
  fromMonth: z.string(),
  /** Why it ended. */
  reason: z.string(),
})
export type Stop = z.output<typeof stopSchema>

/** The ground on which what was paid since is asked back; what nobody knows here was not eligible. */
export function groundOf(reason: string): OverpaymentGround {
  return overpaymentGrounds.find((ground) => ground === reason) ?? 'not-eligible'
}
