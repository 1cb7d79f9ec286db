import * as z from 'zod'
import { parts } from './records/people.js'

/** How many numbers are taken at once. */
export const mostSignedIn = 500

/** What `POST /activities/sign-ins` takes: numbers as they were typed, scanned or pasted. */
export const signInSchema = z.strictObject({
  session: z.string().min(1).max(36),
  part: z.enum(parts).default('participant'),
  manner: z.enum(['number', 'code', 'list']).default('number'),
  numbers: z.array(z.string().trim().min(1).max(2000)).min(1).max(mostSignedIn),
})

/** What became of one number, in the order in which they were sent. */
export interface SignIn {
  /** `unreadable`: no number of a person; `unknown`: nobody of the register, or nobody whom the caller may see. */
  readonly outcome: 'signed-in' | 'already' | 'unknown' | 'unreadable'
  /** Masked: 王*明. */
  readonly name?: string
}

/** A session that people can be taken down for today, as `GET /activities/sign-in-sessions` answers it. */
export interface OpenSession {
  readonly id: string
  readonly activity: string
  readonly title: string
  readonly heldOn: string
  readonly startsAt: string | null
  readonly topic: string | null
  readonly place: string | null
  readonly personTimes: number
}
