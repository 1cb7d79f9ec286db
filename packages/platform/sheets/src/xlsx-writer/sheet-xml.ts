import { type CellRange, referenceOf } from '../cell/cell-range.js'
import { type CellStyle, styleIndex } from './cell-styles.js'
import { type CellValidation, validationsXml } from './validation-xml.js'

/** The look of a whole column. */
export interface ColumnLook {
  /** In characters. */
  readonly width: number
  readonly style?: CellStyle
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** What stands before the rows of a sheet. */
export function sheetStart(look: { readonly columns: readonly ColumnLook[]; readonly frozenRows: number }): string {
  const columns = look.columns.map((column, i) => {
    const style = column.style === undefined ? '' : ` style="${styleIndex[column.style]}"`
    return `<col min="${i + 1}" max="${i + 1}" width="${column.width}"${style} customWidth="1"/>`
  })
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane(look.frozenRows)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('')
}

/** What stands behind the rows of a sheet. */
export function sheetEnd(
  parts: { readonly merges?: readonly CellRange[]; readonly validations?: readonly CellValidation[] } = {},
): string {
  const merges = parts.merges ?? []
  const merged = merges.map((range) => `<mergeCell ref="${referenceOf(range)}"/>`).join('')
  return [
    '</sheetData>',
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
    validationsXml(parts.validations ?? []),
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '</worksheet>',
  ].join('')
}

function pane(frozenRows: number): string {
  if (frozenRows === 0) return ''
  return `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
}
