import type { MappedColumn } from './mapped-column.js'

/** One thing to say about one row. Values are masked the way a screen would. */
export interface RowRemark {
  /** Position of the column, from 0; null for what concerns the row as a whole. */
  readonly column: number | null
  readonly heading: string
  readonly field: string
  readonly value: string
  readonly code: string
  readonly message: string
  readonly understoodAs?: string
}

/** What one row says about one record. */
export interface PartDraft {
  /** By field; what is left empty is not there, so that an empty cell never erases anything. */
  readonly values: Record<string, unknown>
  /** Values that are masked in the sheet, as a list taken out of the system has them: they say nothing new about a row that is known. */
  readonly masked: Record<string, string>
  /** Used for a new row only: what was chosen for the whole file must not move rows that are known. */
  readonly defaults: Readonly<Record<string, unknown>>
  /** The number of an existing row, when the sheet carries one. */
  readonly id: string | undefined
  /** Whether the sheet says anything at all about this record. */
  readonly isFilled: boolean
}

/** A row of the sheet as it was understood. */
export interface RowDraft {
  /** Counted over all sheets, from 0. */
  readonly position: number
  /** Position of the sheet in the plan, from 0. */
  readonly sheet: number
  /** Row number in the file, as a spreadsheet program shows it. */
  readonly number: number
  readonly parts: readonly PartDraft[]
  /** What stands in a column, as a screen would show it. */
  readonly shown: (column: MappedColumn) => string
  readonly problems: RowRemark[]
  readonly warnings: RowRemark[]
}

/** A change of one field, masked. */
export interface FieldChange {
  readonly field: string
  readonly label: string
  readonly before: unknown
  readonly after: unknown
}

export type RowOutcome = 'create' | 'update' | 'unchanged' | 'refused'

/** What became, or would become, of a row. */
export interface RowResult {
  readonly draft: RowDraft
  readonly outcome: RowOutcome
  readonly changes: readonly FieldChange[]
}
