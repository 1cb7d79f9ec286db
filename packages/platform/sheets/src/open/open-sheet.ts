import { basename } from 'node:path'
import type { SheetRow } from '../cell/cell.js'
import { type CsvWishes, openCsv } from '../csv-reader/open-csv.js'
import { SheetError } from '../errors/sheet-error.js'
import { byteSource } from '../source/byte-source.js'
import { openXlsx } from '../xlsx-reader/open-xlsx.js'
import { detectKind } from './detect-kind.js'
import { defaultLimits, type SheetLimits } from './limits.js'
import type { Workbook } from './workbook.js'

/** How to open a file. */
export interface OpenOptions {
  /** The name the file was sent with; it is shown, never trusted. Default: the last part of the path. */
  readonly name?: string
  readonly limits?: Partial<SheetLimits>
  /** Overrides what is found out about a text file. */
  readonly csv?: CsvWishes
}

const megabyte = 1024 * 1024

/**
 * Opens a spreadsheet: an .xlsx or delimited text, told apart by content. No cells are read yet.
 *
 * @param source the bytes of the file, or the path of a file that stays in place until its rows are read
 * @throws SheetError with a code that says what the file is and what to do
 */
export async function openSheet(source: Uint8Array | string, options: OpenOptions = {}): Promise<Workbook> {
  const limits = { ...defaultLimits, ...options.limits }
  const bytes = await byteSource(source)
  if (bytes.size > limits.fileBytes) {
    throw new SheetError('FILE_TOO_LARGE', { limit: Math.floor(limits.fileBytes / megabyte) })
  }
  const name = options.name ?? (typeof source === 'string' ? basename(source) : '')
  const kind = await detectKind(bytes)
  if (kind === 'xlsx') return { name, ...(await openXlsx(bytes, limits)) }
  const sheet = name.replace(/\.[^.]*$/, '')
  return { name, ...(await openCsv(bytes, { sheet, limits, wishes: options.csv ?? {} })) }
}

/**
 * Reads the rows of one sheet, in flat memory; rows without content are left out, their numbers are skipped.
 *
 * @param sheet position from 0, or name
 * @throws SheetError SHEET_NOT_FOUND, FILE_DAMAGED, UNPACKS_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS, CELL_TOO_LONG
 */
export async function* readRows(workbook: Workbook, sheet: number | string): AsyncGenerator<SheetRow> {
  const position = typeof sheet === 'number' ? sheet : workbook.sheets.findIndex(({ name }) => name === sheet)
  if (workbook.sheets[position] === undefined) throw new SheetError('SHEET_NOT_FOUND', { sheet })
  yield* workbook.rows(position)
}
