import iconv from 'iconv-lite'
import { isSheetDate, type SheetValue } from '../cell/sheet-value.js'
import { SheetError } from '../errors/sheet-error.js'
import type { ExportSheet } from '../xlsx-writer/stream-rows.js'
import { guardFormula, guardLongNumber } from './formula-guard.js'

/** What to export as CSV. */
export interface CsvExport extends Omit<ExportSheet, 'sheetName'> {
  /** Default `utf-8`, with a byte order mark. `gb18030` is for programs that know nothing else. */
  readonly encoding?: 'utf-8' | 'gb18030'
  /** Put a tab behind long numbers, so that a spreadsheet program keeps them whole. Default true. */
  readonly keepLongNumbers?: boolean
}

const pieceLength = 64 * 1024
const mustQuote = /[",;|\t\r\n]|^\s|\s$|^$/

/**
 * Writes a CSV piece by piece, in flat memory: lines end in CRLF, and a text that a spreadsheet program might take for
 * a formula gets an apostrophe, which our reader takes away again.
 *
 * @throws SheetError VALUE_NOT_WRITABLE
 */
export async function* streamCsv(options: CsvExport): AsyncGenerator<Uint8Array> {
  const encode = options.encoding === 'gb18030' ? (text: string) => iconv.encode(text, 'gb18030') : encodeUtf8
  let waiting = options.encoding === 'gb18030' ? '' : '\uFEFF'
  for await (const line of csvLines(options)) {
    waiting += line
    if (waiting.length < pieceLength) continue
    yield encode(waiting)
    waiting = ''
  }
  if (waiting !== '') yield encode(waiting)
}

function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function* csvLines(options: CsvExport): AsyncGenerator<string> {
  const { columns, watermark } = options
  const keepLongNumbers = options.keepLongNumbers ?? true
  if (watermark !== undefined) yield lineOf([guardFormula(watermark)])
  yield lineOf(columns.map((column) => guardFormula(column.heading)))
  let row = 1
  for await (const values of options.rows) {
    row++
    yield lineOf(values.map((value, i) => textOf(value, { row, column: i + 1, keepLongNumbers })))
  }
}

function textOf(
  value: SheetValue,
  place: { readonly row: number; readonly column: number; readonly keepLongNumbers: boolean },
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isSheetDate(value)) return value.date.replace('T', ' ')
  if (typeof value === 'string') {
    return guardLongNumber(guardFormula(value), place.keepLongNumbers)
  }
  if (!Number.isFinite(value)) throw new SheetError('VALUE_NOT_WRITABLE', { row: place.row, column: place.column })
  return String(value)
}

// an empty field is quoted only where it would make an empty line
function lineOf(fields: readonly string[]): string {
  const only = fields.length === 1
  return `${fields.map((field) => (mustQuote.test(field) && (field !== '' || only) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`
}
