import { type Cell, emptyCell, type SheetRow } from '../cell/cell.js'
import type { CellRange } from '../cell/cell-range.js'
import { columnName, columnOf } from '../cell/column-name.js'
import { SheetError } from '../errors/sheet-error.js'
import type { SheetLimits } from '../open/limits.js'
import { type CellContext, cellOfXml } from './cell-of-xml.js'
import { mergedValues } from './merged-values.js'
import { type XmlStream, xmlStream } from './xml-stream.js'

/** What reading the rows of one sheet needs. */
export interface SheetReading extends CellContext {
  readonly sheet: string
  readonly ranges: readonly CellRange[]
  readonly limits: SheetLimits
}

/**
 * Reads the rows of a sheet as its XML arrives. Rows without content are left out; their numbers are skipped.
 *
 * @throws SheetError FILE_DAMAGED, TOO_MANY_ROWS, TOO_MANY_COLUMNS, CELL_TOO_LONG
 */
export async function* readSheetRows(
  pieces: AsyncIterable<Uint8Array>,
  reading: SheetReading,
): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = []
  const stream = rowStream(reading, (row) => rows.push(row))
  for await (const piece of pieces) {
    stream.write(piece)
    yield* rows.splice(0)
  }
  stream.end()
  yield* rows.splice(0)
}

function rowStream(reading: SheetReading, emit: (row: SheetRow) => void): XmlStream {
  const { sheet, limits } = reading
  const merged = mergedValues(reading.ranges, limits.columns)
  let rowCount = 0
  let row = 0
  let cells: Cell[] = []
  let column = -1
  let type: string | undefined
  let style: string | undefined
  let content = ''
  let formula = false
  let reads = false
  let guides = 0

  const endCell = () => {
    if (content.length > limits.cellLength) {
      throw new SheetError('CELL_TOO_LONG', { sheet, cell: `${columnName(column)}${row}`, limit: limits.cellLength })
    }
    const cell = cellOfXml({ column, type, style, content, formula }, reading)
    if (cell.kind === 'empty' && !cell.formula) return
    if (column >= limits.columns) throw new SheetError('TOO_MANY_COLUMNS', { sheet, row, limit: limits.columns })
    while (cells.length < column) cells.push(emptyCell(cells.length))
    cells[column] = cell
  }
  const endRow = () => {
    const hasContent = cells.length > 0
    merged.fill(row, cells)
    if (!hasContent) return
    rowCount++
    if (rowCount > limits.rows) throw new SheetError('TOO_MANY_ROWS', { sheet, limit: limits.rows })
    emit({ number: row, cells })
  }
  return xmlStream({
    open: (name, attributes) => {
      if (name === 'c') {
        const reference = attributes.r
        column = reference === undefined ? column + 1 : columnOf(reference)
        type = attributes.t
        style = attributes.s
        content = ''
        formula = false
      } else if (name === 'v' || name === 't') reads = guides === 0
      else if (name === 'f') formula = true
      else if (name === 'rPh') guides++
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r)
        cells = []
        column = -1
      }
    },
    text: (text) => {
      if (reads) content += text
    },
    close: (name) => {
      if (name === 'c') endCell()
      else if (name === 'v' || name === 't') reads = false
      else if (name === 'rPh') guides--
      else if (name === 'row') endRow()
    },
  })
}
