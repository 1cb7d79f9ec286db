import type { Locale } from '@opendpf/messages'
import type { ColumnKind } from '../layout/column-spec.js'

/** One column to be filled in. */
export interface TemplateColumn {
  readonly heading: string
  readonly kind: ColumnKind
  readonly required?: boolean
  /** What to fill in; shown beside the cell and on the instruction sheet. */
  readonly note?: string
  readonly example?: string
  /** Name of one of the template's lists. */
  readonly list?: string
  /** In characters; default by heading and kind. */
  readonly width?: number
}

/** A form to be filled in. */
export interface TemplateOptions {
  readonly title: string
  readonly columns: readonly TemplateColumn[]
  /** General instructions, one sentence each. */
  readonly notes?: readonly string[]
  readonly language: Locale
  /** The choices of columns, by name. */
  readonly lists?: Readonly<Record<string, readonly string[]>>
  /** How many rows have drop-downs and checks; default 5,000. */
  readonly rows?: number
}

/** Rows above the first row to fill in: title and headings. */
export const templateHeadRows = 2

/** Where the choices of a list stand on the hidden sheet, by name of the list. */
export type ListColumns = ReadonlyMap<string, number>

/** The name of the hidden sheet with the choices. */
export const listSheetName = '_lists'
