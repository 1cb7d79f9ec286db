import type { Attachment } from '@opendpf/kit'
import * as z from 'zod'
import { collectedSchema } from './collecting.js'
import type { Answers, Form } from './form/index.js'

/** What the page of a village's record sends. What is left out stays as it is. */
export const villageCollectedSchema = collectedSchema
  .pick({ version: true, answers: true, unconfirmed: true, visitedOn: true, photos: true })
  .extend({ respondent: z.string().trim().min(1).max(50).nullish() })
export type VillageCollected = z.output<typeof villageCollectedSchema>

/** The record of a village as it is filled in: `GET /surveys/villages/:id/collecting`. */
export interface VillageCollecting {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly title: string
  readonly division: string | null
  readonly dueOn: string
  readonly isClosed: boolean
  readonly form: Form
  readonly answers: Answers
  readonly unconfirmed: readonly string[]
  readonly respondent: string | null
  readonly visitedOn: string | null
  readonly photos: readonly Attachment[]
  readonly returnReason: string | null
}

/** How many villages gave one answer; of a number how many gave one, and what they come to together. */
export interface VillageCount {
  readonly question: string
  /** A code of the question; null of a number. */
  readonly choice: string | null
  readonly villages: number
  readonly total: number | null
}

/** What the villages of a campaign told: `GET /surveys/campaigns/:id/villages`. Finished records count. */
export interface VillageSummary {
  /** The questions; null where the campaign asks no village that the reader may see. */
  readonly form: Form | null
  readonly states: Readonly<Record<string, number>>
  readonly counts: readonly VillageCount[]
}
