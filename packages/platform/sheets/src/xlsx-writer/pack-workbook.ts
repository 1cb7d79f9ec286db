import type { CellRange } from '../cell/cell-range.js'
import { SheetError } from '../errors/sheet-error.js'
import { type EntryToPack, packEntries } from '../zip/pack-entries.js'
import { rowXml, type StyledValue } from './row-xml.js'
import { type ColumnLook, sheetEnd, sheetStart } from './sheet-xml.js'
import type { CellValidation } from './validation-xml.js'
import { safeSheetName, sheetPath, workbookParts } from './workbook-parts.js'

/** One sheet to write. */
export interface SheetContent {
  readonly name: string
  readonly hidden?: boolean
  readonly columns: readonly ColumnLook[]
  /** Rows that stay in view while scrolling. */
  readonly frozenRows?: number
  readonly rows: Iterable<readonly StyledValue[]> | AsyncIterable<readonly StyledValue[]>
  readonly merges?: readonly CellRange[]
  readonly validations?: readonly CellValidation[]
}

const mostRows = 1_048_576

/**
 * Writes a workbook piece by piece, in flat memory. Names of sheets are made acceptable and different.
 *
 * @throws SheetError VALUE_NOT_WRITABLE, TOO_MANY_ROWS
 */
export function packWorkbook(sheets: readonly SheetContent[]): AsyncGenerator<Uint8Array> {
  const named: SheetContent[] = []
  for (const sheet of sheets) {
    const taken = named.map(({ name }) => name)
    named.push({ ...sheet, name: safeSheetName(sheet.name, taken) })
  }
  const parts: readonly EntryToPack[] = workbookParts(named).map(([name, xml]) => ({ name, content: [xml] }))
  return packEntries([...parts, ...named.map((sheet, i) => ({ name: sheetPath(i), content: sheetXml(sheet) }))])
}

async function* sheetXml(sheet: SheetContent): AsyncGenerator<string> {
  yield sheetStart({ columns: sheet.columns, frozenRows: sheet.frozenRows ?? 0 })
  let number = 0
  for await (const row of sheet.rows) {
    number++
    if (number > mostRows) throw new SheetError('TOO_MANY_ROWS', { sheet: sheet.name, limit: mostRows })
    yield rowXml(number, row)
  }
  yield sheetEnd(sheet)
}
