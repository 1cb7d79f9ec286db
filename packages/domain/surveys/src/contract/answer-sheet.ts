import * as z from 'zod'

/** What `POST /surveys/campaigns/:id/answers` takes: a workbook in base64. With `isTrial` nothing is written. */
export const broughtSchema = z.strictObject({
  content: z.string().min(1).max(40_000_000),
  isTrial: z.boolean().optional(),
})

/** What became of a workbook of answers. */
export interface Brought {
  /** Rows that name a record. */
  readonly rows: number
  /** Of those the ones that say something new. */
  readonly changed: number
}
