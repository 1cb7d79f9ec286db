import * as z from 'zod'
import { type Answers, answersSchema, type Facts, type Form } from './form/index.js'

/** How a sample is drawn: so many percent of each village's finished records, at least one. The seed makes the draw repeatable. */
export const drawSchema = z.strictObject({
  percent: z.int().min(1).max(100),
  seed: z.string().trim().min(1).max(60).optional(),
})
export type Draw = z.output<typeof drawSchema>

/** What a sample check came to so far: `POST /surveys/campaigns/:id/sample`. */
export interface Drawn {
  readonly percent: number
  readonly seed: string
  readonly drawn: number
}

/** What was answered the second time: `POST /surveys/rechecks/:id/answers`. */
export const recheckSchema = z.strictObject({ version: z.int().min(1), answers: answersSchema })

/** A record to be asked again, without what was answered: `GET /surveys/rechecks/:id/questions`. */
export interface Rechecking {
  readonly id: string
  readonly version: number
  readonly state: 'to-do' | 'done'
  readonly number: number
  readonly name: string
  readonly division: string | null
  readonly form: Form
  readonly facts: Facts
  /** Of one that is done: how it came out, and what was said the two times. */
  readonly before: Answers | null
  readonly answers: Answers | null
}

/** How often a question was answered alike: `GET /surveys/campaigns/:id/agreement`. */
export interface QuestionAgreement {
  readonly question: string
  readonly compared: number
  readonly agreed: number
}
