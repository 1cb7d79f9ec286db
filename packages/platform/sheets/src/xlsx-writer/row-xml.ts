import { columnName } from '../cell/column-name.js'
import { serialOfDate } from '../cell/serial-date.js'
import { isSheetDate, type SheetValue } from '../cell/sheet-value.js'
import { looksLikeFormula } from '../csv-writer/formula-guard.js'
import { SheetError } from '../errors/sheet-error.js'
import { type CellStyle, styleIndex } from './cell-styles.js'
import { escapeXml } from './xml-text.js'

/** A value with the look it is written in; without a look, the kind of value decides. */
export interface StyledValue {
  readonly value: SheetValue
  readonly style?: CellStyle
}

const longestText = 32_767
const columnNames: string[] = []

/**
 * The XML of one row; empty cells are left out.
 *
 * @throws SheetError VALUE_NOT_WRITABLE for a number that is not finite or a text beyond 32,767 characters
 */
export function rowXml(number: number, cells: readonly StyledValue[]): string {
  let xml = `<row r="${number}">`
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (cell === undefined || (isNothing(cell.value) && cell.style === undefined)) continue
    columnNames[column] ??= columnName(column)
    xml += cellXml(`r="${columnNames[column]}${number}"`, cell, { row: number, column: column + 1 })
  }
  return `${xml}</row>`
}

function isNothing(value: SheetValue): boolean {
  return value === null || value === undefined || value === ''
}

function cellXml(reference: string, cell: StyledValue, place: { row: number; column: number }): string {
  const { value, style } = cell
  if (isNothing(value)) return `<c ${reference}${styleAttribute(style)}/>`
  if (typeof value === 'string') return textXml(reference, { text: value, style, place })
  if (typeof value === 'boolean') return `<c ${reference}${styleAttribute(style)} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new SheetError('VALUE_NOT_WRITABLE', place)
    return `<c ${reference}${styleAttribute(style)}><v>${value}</v></c>`
  }
  if (!isSheetDate(value)) return ''
  const serial = serialOfDate(value.date)
  if (serial === undefined) return textXml(reference, { text: value.date, style, place })
  const fitting = style ?? (Number.isInteger(serial) ? 'date' : 'dateTime')
  return `<c ${reference}${styleAttribute(fitting)}><v>${serial}</v></c>`
}

// an inline string is inert; the guarded look keeps it a text when somebody edits the cell
function textXml(
  reference: string,
  content: { text: string; style: CellStyle | undefined; place: { row: number; column: number } },
): string {
  const { text, style, place } = content
  if (text.length > longestText) throw new SheetError('VALUE_NOT_WRITABLE', place)
  const fitting = style ?? (looksLikeFormula(text) ? 'guardedText' : undefined)
  return `<c ${reference}${styleAttribute(fitting)} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

function styleAttribute(style: CellStyle | undefined): string {
  return style === undefined || style === 'plain' ? '' : ` s="${styleIndex[style]}"`
}
