import type { LayoutNote } from './layout-notes.js'
import type { MatchGround } from './score-heading.js'

/** A field that a column may be, and how sure that is. */
export interface FieldSuggestion {
  readonly field: string
  /** From 0 to 1; from 0.6 on it is offered as the answer. */
  readonly confidence: number
  readonly because: MatchGround
  /** Set when the cells do not look like that field: have a person decide. */
  readonly contentDisagrees?: true
}

/** One column of a sheet. */
export interface LayoutColumn {
  /** Position, from 0. */
  readonly index: number
  /** The heading as one line; stacked headings joined by a blank. */
  readonly heading: string
  /** The parts of a stacked heading, from top to bottom. */
  readonly headingParts: readonly string[]
  /** `sequence` is a running number, `problems` the column that our error workbook adds; neither is data. */
  readonly role: 'data' | 'sequence' | 'problems'
  readonly suggestion?: FieldSuggestion
  /** Other fields, nearest first; for an unknown column what it might have been meant as. */
  readonly alternatives: readonly FieldSuggestion[]
}

/** How a sheet is laid out. */
export interface SheetLayout {
  /** Row numbers in the file, both included; `undefined` when no headings were found. */
  readonly headerRows: readonly [from: number, to: number] | undefined
  /** What stands above the headings: title, unit, watermark. */
  readonly titleLines: readonly string[]
  /** Row number of the first row that can hold data. */
  readonly dataFrom: number
  readonly columns: readonly LayoutColumn[]
  /** Fields that several columns claim about equally; none of them is suggested. */
  readonly ambiguities: ReadonlyArray<{ readonly field: string; readonly columns: readonly number[] }>
  /** Required fields that no column is suggested for. */
  readonly missing: readonly string[]
  readonly notes: readonly LayoutNote[]
}

/** The positions of the columns that are suggested, by field. */
export function suggestedMapping(layout: SheetLayout): Readonly<Record<string, number>> {
  const pairs = layout.columns.flatMap(({ index, suggestion }) =>
    suggestion ? [[suggestion.field, index] as const] : [],
  )
  return Object.fromEntries(pairs)
}
