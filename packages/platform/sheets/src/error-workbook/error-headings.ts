import type { CellRange } from '../cell/cell-range.js'
import type { StyledValue } from '../xlsx-writer/row-xml.js'

/** A column of the sheet as it was sent. */
export interface HeadedColumn {
  readonly index: number
  readonly text: string
  readonly headingParts: readonly string[]
}

/** Heading rows with the ranges to merge; rows count from 0. */
export interface HeadingBlock {
  readonly rows: readonly (readonly StyledValue[])[]
  readonly merges: readonly CellRange[]
}

/** Writes stacked headings again as they were, behind a first column of our own. */
export function errorHeadings(first: string, columns: readonly HeadedColumn[]): HeadingBlock {
  const parts = [[first], ...columns.map(({ headingParts }) => headingParts)]
  const depth = Math.max(1, ...parts.map(({ length }) => length))
  const grid = Array.from({ length: depth }, (_, row) => parts.map((column) => column[row] ?? ''))
  const rows = grid.map((row) => row.map((value): StyledValue => ({ value, style: 'heading' })))
  return { rows, merges: depth === 1 ? [] : [...downward(parts, depth), ...sideways(grid)] }
}

function downward(parts: ReadonlyArray<readonly string[]>, depth: number): readonly CellRange[] {
  return parts.flatMap((column, i) => {
    if (column.length === 0 || column.length === depth) return []
    return [{ fromRow: column.length - 1, toRow: depth - 1, fromColumn: i, toColumn: i }]
  })
}

// a group is a run of columns with the same heading and something below
function sideways(grid: readonly (readonly string[])[]): readonly CellRange[] {
  const merges: CellRange[] = []
  for (const [row, line] of grid.slice(0, -1).entries()) {
    let from = 0
    for (let column = 1; column <= line.length; column++) {
      const isSame = line[column] === line[from] && line[from] !== '' && (grid[row + 1]?.[column] ?? '') !== ''
      if (isSame && (grid[row + 1]?.[from] ?? '') !== '') continue
      if (column - from > 1) merges.push({ fromRow: row, toRow: row, fromColumn: from, toColumn: column - 1 })
      from = column
    }
  }
  return merges
}
