import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Cell, type SheetRow, textCell } from '../cell/cell.js'
import { columnName } from '../cell/column-name.js'
import { unguardText } from '../csv-writer/formula-guard.js'
import { isSheetError, SheetError } from '../errors/sheet-error.js'
import type { SheetLimits } from '../open/limits.js'
import type { OpenedFile, TextEncodingName, TextForm } from '../open/workbook.js'
import { type ByteSource, piecesOf } from '../source/byte-source.js'
import { detectDelimiter } from './detect-delimiter.js'
import { detectEncoding } from './detect-encoding.js'

/** What the sender says about a text file; what is left out is found out. */
export interface CsvWishes {
  readonly encoding?: TextEncodingName
  readonly delimiter?: string
}

const sampleSize = 64 * 1024

/**
 * Opens a text file with delimiters as a workbook of one sheet.
 *
 * @throws SheetError TEXT_NOT_READABLE, NOT_A_SPREADSHEET
 */
export async function openCsv(
  source: ByteSource,
  options: { readonly sheet: string; readonly limits: SheetLimits; readonly wishes: CsvWishes },
): Promise<OpenedFile> {
  const encoding = options.wishes.encoding ?? (await detectEncoding(source))
  const bytes = await source.read(0, sampleSize)
  const sample = new TextDecoder(encoding).decode(bytes, { stream: true })
  const found = detectDelimiter(sample)
  const delimiter = options.wishes.delimiter ?? found.delimiter
  const lines = Math.max(1, sample.split(/\r\n|\r|\n/).length - 1)
  const rowsAtMost = Math.ceil((lines * source.size) / Math.max(1, bytes.length))
  const reading = { ...options, textForm: { encoding, delimiter }, skip: found.saidByFirstLine ? 1 : 0 }
  return {
    kind: 'csv',
    sheets: [{ name: options.sheet, hidden: false, rowsAtMost }],
    textForm: { encoding, delimiter },
    rows: () => readCsvRows(source, reading),
  }
}

interface CsvReading {
  readonly sheet: string
  readonly limits: SheetLimits
  readonly textForm: TextForm
  /** Lines at the beginning that are no rows, though the spreadsheet program counts them. */
  readonly skip: number
}

async function* readCsvRows(source: ByteSource, reading: CsvReading): AsyncGenerator<SheetRow> {
  const { sheet, limits, textForm } = reading
  const parser = parse({
    delimiter: textForm.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.cellLength * limits.columns,
  })
  const input = Readable.from(decoded(source, textForm.encoding), { objectMode: true })
  input.on('error', (error) => parser.destroy(error))
  parser.on('close', () => input.destroy())
  let number = 0
  let count = 0
  try {
    for await (const record of input.pipe(parser) as AsyncIterable<readonly string[]>) {
      number++
      if (number <= reading.skip) continue
      const cells = cellsOf(record, { number, sheet, limits })
      if (cells.length === 0) continue
      count++
      if (count > limits.rows) throw new SheetError('TOO_MANY_ROWS', { sheet, limit: limits.rows })
      yield { number, cells }
    }
  } catch (error) {
    throw isSheetError(error) || !(error instanceof CsvError)
      ? error
      : new SheetError('FILE_DAMAGED', {}, { cause: error })
  }
}

function cellsOf(
  record: readonly string[],
  place: { readonly number: number; readonly sheet: string; readonly limits: SheetLimits },
): readonly Cell[] {
  const { number: row, sheet, limits } = place
  const texts = record.slice(0, record.findLastIndex((text) => text !== '') + 1)
  if (texts.length > limits.columns) throw new SheetError('TOO_MANY_COLUMNS', { sheet, row, limit: limits.columns })
  return texts.map((text, column) => {
    if (text.length > limits.cellLength) {
      throw new SheetError('CELL_TOO_LONG', { sheet, cell: `${columnName(column)}${row}`, limit: limits.cellLength })
    }
    return textCell(column, plainText(text))
  })
}

// `="0012"` is how people keep a spreadsheet program from changing a number
function plainText(text: string): string {
  const unguarded = unguardText(text)
  if (unguarded !== text) return unguarded
  const kept = /^="(.*)"$/s.exec(text)?.[1]
  return kept === undefined ? text : kept.replaceAll('""', '"')
}

async function* decoded(source: ByteSource, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let atStart = true
  for await (const piece of piecesOf(source)) {
    const text = decoder.decode(piece, { stream: true })
    if (text === '') continue
    // the decoder of GB18030 leaves its byte order mark in
    yield atStart && text.startsWith('\uFEFF') ? text.slice(1) : text
    atStart = false
  }
  yield decoder.decode()
}
