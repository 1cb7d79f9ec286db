import type { SheetRow } from '../cell/cell.js'
import { columnOf } from '../cell/column-name.js'
import { SheetError } from '../errors/sheet-error.js'
import type { SheetLimits } from '../open/limits.js'
import type { OpenedFile } from '../open/workbook.js'
import type { ByteSource } from '../source/byte-source.js'
import { unpackEntry, unpackText } from '../zip/unpack-entry.js'
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.js'
import { readMergedRanges } from './merged-ranges.js'
import { type FormatTable, readFormats } from './read-formats.js'
import { readSheetRows } from './sheet-rows.js'
import { emptyStringTable, readStringTable, type StringTable } from './string-table.js'
import { readWorkbookMap, type SheetPlace, type WorkbookMap } from './workbook-map.js'

/**
 * Opens an .xlsx workbook: reads its list of sheets, no cells.
 *
 * @throws SheetError FILE_DAMAGED, FILE_ENCRYPTED, NOT_A_SPREADSHEET, BINARY_EXCEL_FILE, OPEN_DOCUMENT_FILE, TOO_MANY_SHEETS
 */
export async function openXlsx(source: ByteSource, limits: SheetLimits): Promise<OpenedFile> {
  const map = await readWorkbookMap(source, await readZipDirectory(source))
  if (map.sheets.length > limits.sheets) throw new SheetError('TOO_MANY_SHEETS', { limit: limits.sheets })
  const sheets = await Promise.all(
    map.sheets.map(async ({ name, hidden, entry }) => ({
      name,
      hidden,
      rowsAtMost: await claimedRows(source, entry, limits),
    })),
  )
  const common = commonParts({ source, map, limits })
  return { kind: 'xlsx', sheets, rows: (position) => readRowsOf({ source, map, limits, common }, map.sheets[position]) }
}

interface OpenedWorkbook {
  readonly source: ByteSource
  readonly map: WorkbookMap
  readonly limits: SheetLimits
}

interface CommonParts {
  readonly strings: StringTable
  readonly formats: FormatTable
}

// what all sheets share is read with the first of them, and kept for the others
function commonParts({ source, map, limits }: OpenedWorkbook): () => Promise<CommonParts> {
  const read = async () => ({
    strings:
      map.strings === undefined
        ? emptyStringTable
        : await readStringTable(unpackEntry(source, map.strings, limits.unpackedBytes)),
    formats: map.styles === undefined ? [] : readFormats(await unpackText(source, map.styles, limits.unpackedBytes)),
  })
  let parts: Promise<CommonParts> | undefined
  return () => (parts ??= read())
}

async function* readRowsOf(
  workbook: OpenedWorkbook & { readonly common: () => Promise<CommonParts> },
  place: SheetPlace | undefined,
): AsyncGenerator<SheetRow> {
  if (place === undefined) return
  const { source, map, limits } = workbook
  const unpack = () => unpackEntry(source, place.entry, limits.unpackedBytes)
  const common = await workbook.common()
  const ranges = await readMergedRanges(unpack())
  yield* readSheetRows(unpack(), { ...common, is1904: map.is1904, sheet: place.name, ranges, limits })
}

// the sheet says its size before its rows; programs that do not count leave it out or say one cell
async function claimedRows(source: ByteSource, entry: ZipEntry, limits: SheetLimits): Promise<number | undefined> {
  for await (const piece of unpackEntry(source, entry, limits.unpackedBytes)) {
    const reference = /<(?:[\w.-]+:)?dimension[^>]*\sref="([^"]+)"/.exec(Buffer.from(piece).toString('latin1'))?.[1]
    const last = reference?.split(':')[1]
    return last === undefined || columnOf(last) < 0 ? undefined : Number(/\d+$/.exec(last)?.[0])
  }
  return undefined
}
