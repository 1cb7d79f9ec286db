import { OpenDpfError } from '@opendpf/errors'
import type { Registry } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import {
  cellAt,
  columnName,
  isSheetError,
  openSheet,
  type RecognisedSheet,
  readClassified,
  readRows,
  recogniseSheets,
  type SheetLayout,
  type SheetRow,
  sheetErrorText,
  textOf,
  type Workbook,
} from '@opendpf/sheets'
import type { ImportPlan, SheetPlan } from '../system/contract/import.js'
import { columnsOfKind, type ImportColumn } from './columns.js'
import type { ImportKind } from './kinds.js'
import type { MappedColumn } from './mapped-column.js'
import { importTexts } from './messages.js'

/** A file that was opened for a kind of import. */
export interface ImportSource {
  readonly workbook: Workbook
  readonly sheets: readonly RecognisedSheet[]
  readonly columns: readonly ImportColumn[]
}

/** A sheet that will be read, with what its columns are. */
export interface SourceSheet {
  readonly name: string
  readonly layout: SheetLayout
  readonly mapped: readonly MappedColumn[]
}

/**
 * Opens a file and finds out how its sheets are laid out.
 *
 * @throws OpenDpfError `invalid-input` with the reason in words when it is no spreadsheet we read
 */
export async function openSource(
  bytes: Uint8Array,
  options: { readonly name: string; readonly kind: ImportKind; readonly registry: Registry; readonly locale: Locale },
): Promise<ImportSource> {
  const columns = columnsOfKind(options.kind, options.registry)
  return sayingWhy(options.locale, async () => {
    const workbook = await openSheet(bytes, { name: options.name })
    return {
      workbook,
      columns,
      sheets: await recogniseSheets(
        workbook,
        columns.map(({ spec }) => spec),
      ),
    }
  })
}

/** Runs work on a file; what is wrong with the file is said in the reader's language. */
async function sayingWhy<T>(locale: Locale, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isSheetError(error)) throw error
    throw new OpenDpfError('invalid-input', {
      fields: [{ path: 'file', code: error.code, message: sheetErrorText(error, locale) }],
      cause: error,
    })
  }
}

/**
 * The sheets a plan names, with the fields it gives their columns.
 *
 * @throws OpenDpfError `invalid-input` when it names a sheet or a field that is not there, or gives one field to two columns
 */
export async function sheetsOfPlan(
  source: ImportSource,
  plan: ImportPlan,
  locale: Locale,
): Promise<readonly SourceSheet[]> {
  const sheets: SourceSheet[] = []
  for (const [position, wanted] of plan.sheets.entries()) {
    const known = source.sheets.find(({ name }) => name === wanted.name)
    if (known === undefined) throw new OpenDpfError('invalid-request', { params: { what: `sheets.${position}.name` } })
    const layout = await layoutOf(source.workbook, known, wanted)
    sheets.push({ name: wanted.name, layout, mapped: mappedColumns(source, wanted, { layout, locale, position }) })
  }
  return sheets
}

/** The rows of a sheet that hold data. */
export async function* dataRows(source: ImportSource, sheet: SourceSheet): AsyncGenerator<SheetRow> {
  for await (const { row, kind } of readClassified(source.workbook, sheet.name, sheet.layout))
    if (kind === 'data') yield row
}

function mappedColumns(
  source: ImportSource,
  wanted: SheetPlan,
  { layout, locale, position }: { readonly layout: SheetLayout; readonly locale: Locale; readonly position: number },
): readonly MappedColumn[] {
  const byAddress = new Map(source.columns.map((column) => [column.address, column]))
  const taken = new Set<string>()
  const refuse = (key: 'unknownColumn' | 'fieldTwice', field: string, index: string): never => {
    throw new OpenDpfError('invalid-input', {
      fields: [
        {
          path: `sheets.${position}.columns.${index}`,
          code: key,
          message: messageOf(importTexts, locale, key, { field }),
        },
      ],
    })
  }
  return Object.entries(wanted.columns).flatMap(([index, address]): MappedColumn[] => {
    if (address === null) return []
    const column = byAddress.get(address) ?? refuse('unknownColumn', address, index)
    if (taken.has(address)) refuse('fieldTwice', column.labels[locale], index)
    taken.add(address)
    const heading = layout.columns.find((each) => each.index === Number(index))?.heading
    return [
      {
        index: Number(index),
        column,
        heading: heading || messageOf(importTexts, locale, 'noHeading', { column: columnName(Number(index)) }),
      },
    ]
  })
}

/** The layout as recognised, or with the heading rows that a person chose instead. */
async function layoutOf(
  workbook: Workbook,
  { name, layout }: RecognisedSheet,
  wanted: SheetPlan,
): Promise<SheetLayout> {
  const [from, to] = wanted.headerRows
  if (layout.headerRows?.[0] === from && layout.headerRows[1] === to) return layout
  if (to === 0) return { ...layout, headerRows: undefined, dataFrom: 1 }
  const rows: SheetRow[] = []
  for await (const row of readRows(workbook, name)) {
    if (row.number > to) break
    if (row.number >= from) rows.push(row)
  }
  const width = Math.max(layout.columns.length, ...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, index) => {
    const headingParts = [...new Set(rows.map((row) => textOf(cellAt(row, index))).filter((text) => text !== ''))]
    return { index, heading: headingParts.join(' '), headingParts, role: 'data' as const, alternatives: [] }
  })
  return { ...layout, headerRows: [from, to], dataFrom: to + 1, columns }
}
