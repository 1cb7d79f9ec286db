import type { Attachment } from '@opendpf/kit'
import * as z from 'zod'
import { type Answers, answersSchema, type Facts, type Form } from './form/index.js'
import { lostModes, reachedModes, unconfirmedSchema } from './records/interview.js'

const file = z.object({ id: z.uuid() })

/** What the page for collecting sends: all of the record that is collected. What is left out stays as it is. */
export const collectedSchema = z.strictObject({
  version: z.int().min(1),
  answers: answersSchema,
  unconfirmed: unconfirmedSchema,
  contact: z.enum([...reachedModes, ...lostModes]).nullish(),
  visitedOn: z.iso.date().nullish(),
  contactNote: z.string().trim().min(1).max(500).nullish(),
  photos: z.array(file).min(1).max(20).nullish(),
  consent: z.enum(['signed', 'spoken', 'guardian']).nullish(),
  consentSignature: z.array(file).length(1).nullish(),
  position: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/)
    .nullish(),
})
export type Collected = z.output<typeof collectedSchema>

/** A record as it is collected: `GET /surveys/interviews/:id/collecting`. */
export interface Collecting {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly title: string
  readonly number: number
  readonly name: string
  readonly division: string | null
  readonly dueOn: string
  readonly isClosed: boolean
  readonly form: Form
  readonly facts: Facts
  readonly answers: Answers
  readonly unconfirmed: readonly string[]
  readonly contact: string | null
  readonly visitedOn: string | null
  readonly contactNote: string | null
  readonly photos: readonly Attachment[]
  readonly consent: string | null
  readonly hasSignature: boolean
  readonly returnReason: string | null
  /** What whoever collects seals the record with while it stands on his device alone: 256 bits as two texts of base64url. */
  readonly draftKey: readonly [string, string]
}

/** What a place has collected: `GET /surveys/campaigns/:id/progress`. */
export interface PlaceProgress {
  /** 12 digits of a village. */
  readonly division: string
  readonly town: string | null
  readonly commissioner: string | null
  readonly dueOn: string
  readonly isOverdue: boolean
  readonly listed: number
  readonly toDo: number
  readonly working: number
  readonly done: number
  readonly checked: number
  readonly returned: number
  /** Records that are done, by how the person was met. */
  readonly modes: Readonly<Record<string, number>>
}
