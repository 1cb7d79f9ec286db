import type { CellRange } from '../cell/cell-range.js'
import type { SheetValue } from '../cell/sheet-value.js'
import { SheetError } from '../errors/sheet-error.js'
import { type EntryToPack, packEntries } from '../zip/pack-entries.js'
import type { CellStyle } from './cell-styles.js'
import { rowXml, type StyledValue } from './row-xml.js'
import { type ColumnLook, sheetEnd, sheetStart } from './sheet-xml.js'
import { safeSheetName, sheetPath, workbookParts } from './workbook-parts.js'

/** One column of an export. */
export interface ExportColumn {
  readonly heading: string
  /** `date`: ISO texts become dates; `text`: the column stays text when somebody types in it. Default: by value. */
  readonly kind?: 'text' | 'date' | 'number' | 'boolean'
  /** In characters; default by heading and kind. */
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

const mostRows = 1_048_576

/**
 * Writes an .xlsx piece by piece, in flat memory. Text stays text whatever it begins with, so that neither a
 * spreadsheet program nor a re-import can take it for a formula.
 *
 * @throws SheetError VALUE_NOT_WRITABLE, TOO_MANY_ROWS
 */
export function streamRows(sheet: ExportSheet): AsyncGenerator<Uint8Array> {
  const name = safeSheetName(sheet.sheetName ?? 'Sheet1')
  const entries: EntryToPack[] = workbookParts([{ name }]).map(([path, xml]) => ({ name: path, content: [xml] }))
  return packEntries([...entries, { name: sheetPath(0), content: sheetXml(sheet, name) }])
}

async function* sheetXml(sheet: ExportSheet, name: string): AsyncGenerator<string> {
  const { columns, watermark } = sheet
  const headRows = watermark === undefined ? 1 : 2
  yield sheetStart({ columns: columns.map(lookOf), frozenRows: headRows })
  if (watermark !== undefined) yield rowXml(1, [{ value: watermark, style: 'title' }])
  yield rowXml(
    headRows,
    columns.map((column) => ({ value: column.heading, style: 'heading' })),
  )
  let number = headRows
  for await (const row of sheet.rows) {
    number++
    if (number > mostRows) throw new SheetError('TOO_MANY_ROWS', { sheet: name, limit: mostRows })
    yield rowXml(
      number,
      row.map((value, i) => styled(value, columns[i])),
    )
  }
  yield sheetEnd({ merges: watermarkMerge(sheet) })
}

function styled(value: SheetValue, column: ExportColumn | undefined): StyledValue {
  if (column?.kind === 'date' && typeof value === 'string') return { value: { date: value } }
  return { value }
}

function watermarkMerge({ watermark, columns }: ExportSheet): readonly CellRange[] {
  if (watermark === undefined || columns.length < 2) return []
  return [{ fromRow: 0, toRow: 0, fromColumn: 0, toColumn: columns.length - 1 }]
}

function lookOf(column: ExportColumn): ColumnLook {
  const style = columnStyle(column)
  const width = column.width ?? Math.min(40, Math.max(10, column.heading.length * 2 + 4))
  return style === undefined ? { width } : { width, style }
}

function columnStyle(column: ExportColumn): CellStyle | undefined {
  if (column.kind === 'text') return 'text'
  return column.kind === 'date' ? 'date' : undefined
}
