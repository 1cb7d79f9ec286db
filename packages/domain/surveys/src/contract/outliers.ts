import type { OutlierReason, Question } from './form/index.js'

/** An answer to look at before its record is checked. The number itself is read on the page of the record, by whoever may. */
export interface Outlier {
  readonly interview: string
  readonly number: number
  /** 12 digits of the village. */
  readonly division: string
  readonly question: string
  readonly text: Question['text']
  readonly reasons: readonly OutlierReason[]
}

/** What stands out in a campaign: `GET /surveys/campaigns/:id/outliers`. */
export interface Outliers {
  /** All answers that stand out; `rows` holds the first of them alone when they are many. */
  readonly count: number
  readonly rows: readonly Outlier[]
}
