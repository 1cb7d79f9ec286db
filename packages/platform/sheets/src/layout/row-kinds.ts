import { type Cell, ownText, type SheetRow } from '../cell/cell.js'
import { squeezed } from '../understand/plain-text.js'
import { headingForms } from './heading-text.js'
import type { LayoutColumn, SheetLayout } from './layout.js'

/** What a row is. `header` and `title` also stand above the data; `section` is a title between data rows. */
export type RowKind =
  | 'data'
  | 'blank'
  | 'subtotal'
  | 'footer'
  | 'repeated-header'
  | 'column-numbers'
  | 'section'
  | 'header'
  | 'title'

/** The parts of a layout that decide about rows. */
export type RowRules = Pick<SheetLayout, 'headerRows' | 'dataFrom' | 'columns'>

const total = /^(?:.{0,20}?)(?:小计|合计|总计|共计|累计)(?:[:：]?[\d,.]*[人户名个元次件]?)?$/
const totalEnglish = /^(?:sub|grand)?total[:：]?[\d,.]*$/i
const footerAlways =
  /^(?:填报|填表|制表|制单|审核|审批|审定|复核|经办|核对|统计|录入|编制|报送|上报|打印)(?:人|人员|员|者|单位|负责人|日期|时间)(?:[(（]?(?:签字|签名|签章|盖章)[)）]?)?(?:[:：].*|.{0,8})$/
const footerWithColon =
  /^(?:注|备注|说明|填表说明|填报说明|单位负责人|负责人|分管领导|主管领导|主要领导|领导签字|联系人|联系电话|日期|时间|盖章|公章|单位[(（]?(?:盖章|公章)[)）]?|preparedby|checkedby|date|note)[:：]/i
const footerDate = /^\d{4}年\d{1,2}月\d{1,2}日$/
const footerSeal = /^[(（](?:盖章|公章|签章)[)）]$/
const longNumber = /^\d{11,}[\dXx]?$/

/** Says what a row is; only `data` rows are to be imported. */
export function classifyRow(row: SheetRow, rules: RowRules): RowKind {
  const header = rules.headerRows
  if (header && row.number >= header[0] && row.number <= header[1]) return 'header'
  if (row.number < rules.dataFrom) return row.cells.some((cell) => ownText(cell) !== '') ? 'title' : 'blank'
  const own = ownCells(row, rules.columns)
  if (own.length === 0) return 'blank'
  if (isRepeatedHeader(row, rules.columns)) return 'repeated-header'
  if (isColumnNumbers(row)) return 'column-numbers'
  const texts = own.map((cell) => squeezed(ownText(cell)))
  if (isFooter(texts, row)) return 'footer'
  if (texts.some((text) => longNumber.test(text))) return 'data'
  if (texts.slice(0, 3).some((text) => total.test(text) || totalEnglish.test(text))) return 'subtotal'
  return isSection(row, own) ? 'section' : 'data'
}

// a running number alone, as in forms numbered in advance, is no content; neither is what our error workbook says
function ownCells(row: SheetRow, columns: readonly LayoutColumn[]): readonly Cell[] {
  const roles = new Map(columns.map(({ index, role }) => [index, role]))
  const filled = row.cells.filter((cell) => ownText(cell) !== '' && roles.get(cell.column) !== 'problems')
  const isOnlyNumbered = filled.every((cell) => roles.get(cell.column) === 'sequence' && /^\d+$/.test(ownText(cell)))
  return isOnlyNumbered ? [] : filled
}

function isRepeatedHeader(row: SheetRow, columns: readonly LayoutColumn[]): boolean {
  const named = columns.filter(({ heading }) => heading !== '')
  const same = named.filter(({ index, headingParts, heading }) => {
    const cell = row.cells[index]
    if (cell?.kind !== 'text') return false
    const text = headingForms(cell.value).full
    return text !== '' && [heading, ...headingParts].some((part) => headingForms(part).full === text)
  })
  return same.length >= 2 && same.length >= named.length * 0.6
}

// forms number their columns below the heading: `甲 乙 1 2 3`
function isColumnNumbers(row: SheetRow): boolean {
  const texts = row.cells.map((cell) => squeezed(ownText(cell))).filter((text) => text !== '')
  const lettered = texts.findIndex((text) => !'甲乙丙丁戊己'.includes(text))
  const numbers = texts.slice(Math.max(0, lettered)).map((text) => Number(/^[(（]?(\d{1,3})[)）]?$/.exec(text)?.[1]))
  return (
    texts.length >= 3 &&
    lettered >= 0 &&
    numbers.length >= 2 &&
    numbers.every((number, i) => number === i + (numbers[0] === 0 ? 0 : 1))
  )
}

function isFooter(texts: readonly string[], row: SheetRow): boolean {
  const first = texts[0] ?? ''
  if (footerAlways.test(first) || footerWithColon.test(first) || footerSeal.test(first)) return true
  const written = row.cells.filter((cell) => cell.kind === 'text' && ownText(cell) !== '')
  return written.length === 1 && texts.length === 1 && footerDate.test(first)
}

// merged over several columns, or a numbered line, or a town by itself
function isSection(row: SheetRow, own: readonly Cell[]): boolean {
  const [only, ...others] = own
  if (only?.kind !== 'text' || others.length > 0) return false
  const merged = row.cells.slice(only.column + 1).filter((cell) => cell.merged && cell.value === only.value)
  if (merged.length >= 2) return true
  const text = squeezed(only.value)
  return (
    only.column <= 1 &&
    (/^[一二三四五六七八九十]+[、.]/.test(text) || /^.{1,10}(?:乡|镇|街道|街道办|街道办事处|苏木)$/.test(text))
  )
}
