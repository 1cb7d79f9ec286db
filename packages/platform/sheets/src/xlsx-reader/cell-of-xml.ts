import { type Cell, emptyCell } from '../cell/cell.js'
import { dateOfSerial } from '../cell/serial-date.js'
import type { FormatTable } from './read-formats.js'
import { unescapeSpreadsheetText } from './spreadsheet-text.js'
import type { StringTable } from './string-table.js'

/** What the workbook knows that a cell refers to. */
export interface CellContext {
  readonly strings: StringTable
  readonly formats: FormatTable
  readonly is1904: boolean
}

/** A cell as its XML element gives it. */
export interface XmlCell {
  readonly column: number
  /** The attribute `t`. */
  readonly type: string | undefined
  /** The attribute `s`. */
  readonly style: string | undefined
  readonly content: string
  readonly formula: boolean
}

/** Reads one cell. A number that its style shows as a date becomes a date, unless it stands for no real day. */
export function cellOfXml(xml: XmlCell, context: CellContext): Cell {
  const { column, content, formula } = xml
  const base = { column, raw: content, formula, merged: false }
  switch (xml.type) {
    case 's':
      return textOrEmpty(xml, context.strings.at(Number(content)) ?? '')
    case 'str':
    case 'inlineStr':
      return textOrEmpty(xml, unescapeSpreadsheetText(content))
    case 'b':
      return { ...base, kind: 'boolean', value: content.trim() === '1' || content.trim() === 'true' }
    case 'e':
      return { ...base, kind: 'error', value: content }
    case 'd':
      return isoCell(xml)
    default:
      return numberCell(xml, context)
  }
}

function textOrEmpty({ column, formula }: XmlCell, value: string): Cell {
  if (value === '') return formula ? { ...emptyCell(column), formula } : emptyCell(column)
  return { kind: 'text', value, raw: value, column, formula, merged: false }
}

function numberCell(xml: XmlCell, context: CellContext): Cell {
  const { column, content, formula } = xml
  if (content === '') return textOrEmpty(xml, '')
  const value = Number(content)
  if (!Number.isFinite(value)) return textOrEmpty(xml, content)
  const meaning = xml.style === undefined ? 'number' : (context.formats[Number(xml.style)] ?? 'number')
  if (meaning !== 'number') {
    const date = dateOfSerial(value, context.is1904)
    if (date !== undefined)
      return { kind: 'date', value: date, shows: meaning, raw: content, column, formula, merged: false }
  }
  return { kind: 'number', value, raw: content, column, formula, merged: false }
}

const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?/

function isoCell(xml: XmlCell): Cell {
  const value = isoDate.exec(xml.content)?.[0]
  if (value === undefined) return textOrEmpty(xml, xml.content)
  const { column, content, formula } = xml
  return {
    kind: 'date',
    value: value.replace('T00:00:00', ''),
    shows: 'day',
    raw: content,
    column,
    formula,
    merged: false,
  }
}
