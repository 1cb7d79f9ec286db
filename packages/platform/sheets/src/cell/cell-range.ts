import { columnName } from './column-name.js'

/** A rectangle of cells; positions from 0, both ends included. */
export interface CellRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** The reference of a range, such as `A1:C3`. */
export function referenceOf(range: CellRange): string {
  return `${columnName(range.fromColumn)}${range.fromRow + 1}:${columnName(range.toColumn)}${range.toRow + 1}`
}
