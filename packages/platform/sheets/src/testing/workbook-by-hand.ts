import type { CellRange } from '../cell/cell-range.js'
import type { SheetValue } from '../cell/sheet-value.js'
import { packWorkbook, type SheetContent } from '../xlsx-writer/pack-workbook.js'
import { packEntries } from '../zip/pack-entries.js'
import { bytesOf } from './collect.js'

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An archive of files given as texts. */
export async function archive(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return bytesOf(packEntries(Object.entries(files).map(([name, text]) => ({ name, content: [text] }))))
}

/** A workbook of one sheet, from the XML of its parts. */
export async function workbookByHand(parts: {
  readonly sheet: string
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
}): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`
  const workbook =
    parts.workbook ?? '<workbook><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>'
  return archive({
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': parts.sheet,
    ...(parts.strings === undefined ? {} : { 'xl/sharedStrings.xml': parts.strings }),
    ...(parts.styles === undefined ? {} : { 'xl/styles.xml': parts.styles }),
  })
}

/** A sheet of values, with merged ranges given as `[fromRow, fromColumn, toRow, toColumn]` from 0. */
export function plainSheet(
  name: string,
  rows: readonly (readonly SheetValue[])[],
  more: { readonly merges?: ReadonlyArray<readonly [number, number, number, number]>; readonly hidden?: boolean } = {},
): SheetContent {
  const merges = (more.merges ?? []).map(
    ([fromRow, fromColumn, toRow, toColumn]): CellRange => ({ fromRow, fromColumn, toRow, toColumn }),
  )
  const styled = rows.map((row) => row.map((value) => ({ value })))
  return { name, columns: [], rows: styled, merges, hidden: more.hidden ?? false }
}

/** The bytes of a workbook of such sheets. */
export async function workbookOf(...sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return bytesOf(packWorkbook(sheets))
}
