interface CellBase {
  /** Column position, from 0; `columnName` gives the letters. */
  readonly column: number
  /** What the file holds, before any reading: the digits of a number, the serial of a date. */
  readonly raw: string
  /** The value was computed by a formula; it is the result that was saved last. */
  readonly formula: boolean
  /** The value stands in another cell of a merged range and holds here too. */
  readonly merged: boolean
}

export interface TextCell extends CellBase {
  readonly kind: 'text'
  readonly value: string
}

export interface NumberCell extends CellBase {
  readonly kind: 'number'
  readonly value: number
}

export interface BooleanCell extends CellBase {
  readonly kind: 'boolean'
  readonly value: boolean
}

/** A number that the file shows as a date. */
export interface DateCell extends CellBase {
  readonly kind: 'date'
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm:ss` where the cell has a time of day. */
  readonly value: string
  /** What the number format shows; a cell that shows a month only was perhaps typed as a month only. */
  readonly shows: 'day' | 'month'
}

export interface ErrorCell extends CellBase {
  readonly kind: 'error'
  /** `#N/A`, `#REF!`, … */
  readonly value: string
}

export interface EmptyCell extends CellBase {
  readonly kind: 'empty'
  readonly value: null
}

/** One cell of a sheet. Tell the kinds apart by `kind`. */
export type Cell = TextCell | NumberCell | BooleanCell | DateCell | ErrorCell | EmptyCell

export type CellKind = Cell['kind']

/** One row of a sheet: `cells[i]` is column i, empty cells included, up to the last cell that holds something. */
export interface SheetRow {
  /** Row number in the file, from 1, as the spreadsheet program shows it. */
  readonly number: number
  readonly cells: readonly Cell[]
}

const emptyCells: EmptyCell[] = []

/** The empty cell of a column. */
export function emptyCell(column: number): EmptyCell {
  emptyCells[column] ??= { kind: 'empty', value: null, raw: '', column, formula: false, merged: false }
  return emptyCells[column]
}

/** A text cell, as a CSV file gives it; an empty text is an empty cell. */
export function textCell(column: number, value: string): TextCell | EmptyCell {
  return value === '' ? emptyCell(column) : { kind: 'text', value, raw: value, column, formula: false, merged: false }
}

/** The cell of a column; columns beyond the end of the row are empty. */
export function cellAt(row: SheetRow, column: number): Cell {
  return row.cells[column] ?? emptyCell(column)
}

/** The cell's own content as text, trimmed; what stands in a merged neighbour does not count. */
export function ownText(cell: Cell): string {
  return cell.merged ? '' : textOf(cell)
}

/** The content of a cell as text, trimmed: dates as ISO, an empty cell as an empty text. */
export function textOf(cell: Cell): string {
  return cell.value === null ? '' : String(cell.value).trim()
}
