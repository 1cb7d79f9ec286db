import { type SheetRow, textOf } from '../cell/cell.js'
import { readRows } from '../open/open-sheet.js'
import type { Workbook } from '../open/workbook.js'
import type { ColumnSpec } from './column-spec.js'
import type { SheetLayout } from './layout.js'
import { recogniseLayout } from './recognise-layout.js'
import { classifyRow, type RowKind } from './row-kinds.js'

/** A sheet of a workbook with its layout. */
export interface RecognisedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly layout: SheetLayout
  /** Whether it looks like one to import: visible, and with headings we know. */
  readonly isOffered: boolean
}

/** A row with what it is and what stands around it. */
export interface ClassifiedRow {
  readonly row: SheetRow
  readonly kind: RowKind
  readonly context: {
    /** In a workbook with a sheet per town, the town. */
    readonly sheetName: string
    /** The last section title above the row. */
    readonly section?: string
  }
}

const defaultSample = 200

/**
 * Looks at every sheet of a workbook and finds out its layout.
 *
 * @param sample rows looked at in each sheet; default 200
 * @throws SheetError as reading rows does
 */
export async function recogniseSheets(
  workbook: Workbook,
  specs: readonly ColumnSpec[],
  sample = defaultSample,
): Promise<readonly RecognisedSheet[]> {
  const sheets: RecognisedSheet[] = []
  for (const [position, { name, hidden }] of workbook.sheets.entries()) {
    const layout = recogniseLayout(await firstRows(workbook, { position, sample }), specs)
    sheets.push({ name, hidden, layout, isOffered: !hidden && isKnown(layout) })
  }
  return sheets
}

/**
 * Reads all rows of a sheet with what each of them is; import those of kind `data`.
 *
 * @param sheet position from 0, or name
 * @throws SheetError as reading rows does
 */
export async function* readClassified(
  workbook: Workbook,
  sheet: number | string,
  layout: SheetLayout,
): AsyncGenerator<ClassifiedRow> {
  const sheetName = typeof sheet === 'number' ? (workbook.sheets[sheet]?.name ?? '') : sheet
  let section: string | undefined
  for await (const row of readRows(workbook, sheet)) {
    const kind = classifyRow(row, layout)
    if (kind === 'section') section = row.cells.map(textOf).find((text) => text !== '')
    yield { row, kind, context: section === undefined ? { sheetName } : { sheetName, section } }
  }
}

function isKnown({ columns, headerRows, notes }: SheetLayout): boolean {
  if (headerRows === undefined || notes.some(({ code }) => code === 'header-not-certain')) return false
  return columns.some(({ suggestion }) => suggestion !== undefined)
}

async function firstRows(
  workbook: Workbook,
  options: { readonly position: number; readonly sample: number },
): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of readRows(workbook, options.position)) {
    rows.push(row)
    if (rows.length >= options.sample) break
  }
  return rows
}
