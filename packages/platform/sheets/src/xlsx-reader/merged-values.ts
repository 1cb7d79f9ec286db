import type { Cell } from '../cell/cell.js'
import { emptyCell } from '../cell/cell.js'
import type { CellRange } from '../cell/cell-range.js'

/** Gives the cells of merged ranges the value that stands in the first cell of their range. */
export interface MergedValues {
  /** Fills in the cells of one row; rows must come in their order. */
  fill(rowNumber: number, cells: Cell[]): void
}

interface Active {
  readonly range: CellRange
  value: Cell | undefined
}

/**
 * Follows the merged ranges of a sheet while its rows pass by.
 *
 * @param ranges sorted by first row
 * @param columns ranges are cut off at this number of columns
 */
export function mergedValues(ranges: readonly CellRange[], columns: number): MergedValues {
  let next = 0
  let active: Active[] = []
  return {
    fill: (rowNumber, cells) => {
      const row = rowNumber - 1
      if (active.length > 0) active = active.filter(({ range }) => range.toRow >= row)
      for (let range = ranges[next]; range !== undefined && range.fromRow <= row; range = ranges[++next]) {
        if (range.toRow < row) continue
        active.push({ range, value: range.fromRow === row ? cells[range.fromColumn] : undefined })
      }
      for (const { range, value } of active) {
        if (value === undefined || value.kind === 'empty') continue
        for (let column = range.fromColumn; column <= Math.min(range.toColumn, columns - 1); column++) {
          if (row === range.fromRow && column === range.fromColumn) continue
          while (cells.length < column) cells.push(emptyCell(cells.length))
          cells[column] = { ...value, column, merged: true }
        }
      }
    },
  }
}
