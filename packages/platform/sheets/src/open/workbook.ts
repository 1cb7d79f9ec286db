import type { SheetRow } from '../cell/cell.js'

/** A sheet of an opened file. */
export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
  /** Row number of the last row, as the file claims it; an estimate for CSV, `undefined` when nothing is known. */
  readonly rowsAtMost: number | undefined
}

/** How the text of a CSV file was understood. */
export interface TextForm {
  readonly encoding: TextEncodingName
  readonly delimiter: string
}

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** A file whose kind is known and whose cells are read on demand. */
export interface OpenedFile {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly SheetInfo[]
  /** Only for CSV. */
  readonly textForm?: TextForm
  /** Reads the rows of the sheet at a position, from 0; each call starts anew. */
  readonly rows: (position: number) => AsyncIterable<SheetRow>
}

/** An opened file under the name it was sent with. */
export interface Workbook extends OpenedFile {
  readonly name: string
}
