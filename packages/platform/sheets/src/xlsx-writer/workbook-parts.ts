import { styleSheet } from './cell-styles.js'
import { escapeAttribute } from './xml-text.js'

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly hidden?: boolean
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Everything of a workbook but its sheets, as file name and content. */
export function workbookParts(sheets: readonly SheetEntry[]): ReadonlyArray<readonly [name: string, xml: string]> {
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', relations([...sheets.map(sheetRelation), ['styles', 'styles.xml']])],
    ['xl/styles.xml', styleSheet],
  ]
}

/** Where the sheet at a position (from 0) lives in the archive. */
export function sheetPath(position: number): string {
  return `xl/worksheets/sheet${position + 1}.xml`
}

/** A name that spreadsheet programs accept: at most 31 characters, none of `[]:*?/\`, unlike the names taken. */
export function safeSheetName(name: string, taken: readonly string[] = []): string {
  const clean = name
    .toWellFormed()
    .replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  const base = clean === '' ? 'Sheet' : clean
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const candidate = base.slice(0, 31 - suffix.length).toWellFormed() + suffix
    if (!taken.some((other) => other.toLowerCase() === candidate.toLowerCase())) return candidate
  }
}

function sheetRelation(_sheet: SheetEntry, position: number): readonly [string, string] {
  return ['worksheet', `worksheets/sheet${position + 1}.xml`]
}

function relations(targets: ReadonlyArray<readonly [type: string, target: string]>): string {
  const items = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packageRelationships}">${items.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) => override(`/${sheetPath(i)}`, 'worksheet'))
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...parts,
    '</Types>',
  ].join('')
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${contentType}.${type}+xml"/>`
}

function workbook(sheets: readonly SheetEntry[]): string {
  const items = sheets.map(
    (sheet, i) =>
      `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${items.join('')}</sheets></workbook>`
}
