import type { CellRange } from '../cell/cell-range.js'
import type { SheetValue } from '../cell/sheet-value.js'
import type { CellStyle } from './cell-styles.js'
import { packWorkbook } from './pack-workbook.js'
import type { StyledValue } from './row-xml.js'
import type { ColumnLook } from './sheet-xml.js'

/** One column of an export. */
export interface ExportColumn {
  readonly heading: string
  /** `date`: ISO texts become dates; `text`: the column stays text when somebody types in it. Default: by value. */
  readonly kind?: 'text' | 'date' | 'number' | 'boolean'
  /** In characters; default by heading. */
  readonly width?: number
}

/** What to export. */
export interface ExportSheet {
  readonly columns: readonly ExportColumn[]
  /** The values of each row, in the order of the columns. */
  readonly rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>
  /** Who took the list, when and what for: one line above the headings, which reading back takes for a title. */
  readonly watermark?: string
  /** Default `Sheet1`. */
  readonly sheetName?: string
}

/**
 * Writes an .xlsx of one sheet or several piece by piece, in flat memory. Text stays text whatever it begins with, so that neither a
 * spreadsheet program nor a re-import can take it for a formula.
 *
 * @throws SheetError VALUE_NOT_WRITABLE, TOO_MANY_ROWS
 */
export function streamRows(sheets: ExportSheet | readonly ExportSheet[]): AsyncGenerator<Uint8Array> {
  return packWorkbook(
    [sheets].flat().map((sheet, index) => ({
      name: sheet.sheetName ?? `Sheet${index + 1}`,
      columns: sheet.columns.map(lookOf),
      frozenRows: sheet.watermark === undefined ? 1 : 2,
      rows: exportRows(sheet),
      merges: watermarkMerge(sheet),
    })),
  )
}

async function* exportRows({ columns, rows, watermark }: ExportSheet): AsyncGenerator<readonly StyledValue[]> {
  if (watermark !== undefined) yield [{ value: watermark, style: 'title' }]
  yield columns.map(({ heading }) => ({ value: heading, style: 'heading' }))
  for await (const row of rows) yield row.map((value, i) => ({ value: valueFor(value, columns[i]) }))
}

function valueFor(value: SheetValue, column: ExportColumn | undefined): SheetValue {
  return column?.kind === 'date' && typeof value === 'string' ? { date: value } : value
}

function watermarkMerge({ watermark, columns }: ExportSheet): readonly CellRange[] {
  if (watermark === undefined || columns.length < 2) return []
  return [{ fromRow: 0, toRow: 0, fromColumn: 0, toColumn: columns.length - 1 }]
}

function lookOf(column: ExportColumn): ColumnLook {
  const style = columnStyle(column)
  const width = column.width ?? widthFor(column.heading)
  return style === undefined ? { width } : { width, style }
}

function columnStyle({ kind }: ExportColumn): CellStyle | undefined {
  return kind === 'text' || kind === 'date' ? kind : undefined
}

/** A sensible width, in characters, for a column under a heading; Chinese characters take two. */
export function widthFor(heading: string): number {
  return Math.min(40, Math.max(10, heading.length * 2 + 4))
}
