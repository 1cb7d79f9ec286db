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
const longestHeading = 60
const longNumber = /^\d{11,}[\dXx]?$/

/** Says what a row is; only `data` rows are to be imported. */
export function classifyRow(row: SheetRow, rules: RowRules): RowKind {
  const header = rules.headerRows
  if (header && row.number >= header[0] && row.number <= header[1]) return 'header'
  if (row.number < rules.dataFrom) return row.cells.some(hasOwnText) ? 'title' : 'blank'
  const prepared = preparedColumns(rules.columns)
  const own = ownCells(row, prepared)
  const [first] = own
  if (first === undefined) return 'blank'
  if (isRepeatedHeader(row, prepared)) return 'repeated-header'
  if (isColumnNumbers(own)) return 'column-numbers'
  if (isFooter(first, own)) return 'footer'
  if (isTotal(own)) return 'subtotal'
  return isSection(row, own) ? 'section' : 'data'
}

interface PreparedColumns {
  readonly roles: ReadonlyArray<LayoutColumn['role'] | undefined>
  readonly headings: ReadonlyArray<{ readonly index: number; readonly forms: ReadonlySet<string> }>
}

const preparedBy = new WeakMap<readonly LayoutColumn[], PreparedColumns>()

// rows come by the hundred thousand, their columns once
function preparedColumns(columns: readonly LayoutColumn[]): PreparedColumns {
  const known = preparedBy.get(columns)
  if (known) return known
  const roles: Array<LayoutColumn['role'] | undefined> = []
  for (const { index, role } of columns) roles[index] = role
  const headings = columns
    .filter(({ heading }) => heading !== '')
    .map(({ index, heading, headingParts }) => ({
      index,
      forms: new Set([heading, ...headingParts].map((part) => headingForms(part).full)),
    }))
  const made = { roles, headings }
  preparedBy.set(columns, made)
  return made
}

function hasOwnText(cell: Cell): boolean {
  return ownText(cell) !== ''
}

// a running number alone, as in forms numbered in advance, is no content; neither is what our error workbook says
function ownCells(row: SheetRow, { roles }: PreparedColumns): readonly Cell[] {
  const filled = row.cells.filter((cell) => hasOwnText(cell) && roles[cell.column] !== 'problems')
  const isOnlyNumbered = filled.every((cell) => roles[cell.column] === 'sequence' && /^\d+$/.test(ownText(cell)))
  return isOnlyNumbered ? [] : filled
}

function isRepeatedHeader(row: SheetRow, { headings }: PreparedColumns): boolean {
  const needed = Math.max(2, headings.length * 0.6)
  let same = 0
  for (const [i, { index, forms }] of headings.entries()) {
    if (same + headings.length - i < needed) return false
    const cell = row.cells[index]
    if (cell?.kind !== 'text' || cell.value.length > longestHeading) continue
    if (forms.has(headingForms(cell.value).full)) same++
  }
  return same >= needed
}

// forms number their columns below the heading: `甲 乙 1 2 3`
function isColumnNumbers(own: readonly Cell[]): boolean {
  if (own.length < 3 || own.some((cell) => ownText(cell).length > 4)) return false
  const texts = own.map((cell) => squeezed(ownText(cell)))
  const lettered = texts.findIndex((text) => !'甲乙丙丁戊己'.includes(text))
  const numbers = texts.slice(Math.max(0, lettered)).map((text) => Number(/^[(（]?(\d{1,3})[)）]?$/.exec(text)?.[1]))
  const start = numbers[0] === 0 ? 0 : 1
  return lettered >= 0 && numbers.length >= 2 && numbers.every((number, i) => number === i + start)
}

function isFooter(first: Cell, own: readonly Cell[]): boolean {
  if (first.kind !== 'text') return false
  const text = squeezed(first.value)
  if (footerAlways.test(text) || footerWithColon.test(text) || footerSeal.test(text)) return true
  return own.length === 1 && footerDate.test(text)
}

// a person's number makes the row a person's, whatever else it says
function isTotal(own: readonly Cell[]): boolean {
  const texts = own.slice(0, 3).map((cell) => squeezed(ownText(cell)))
  if (!texts.some((text) => total.test(text) || totalEnglish.test(text))) return false
  return !own.some((cell) => longNumber.test(squeezed(ownText(cell))))
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
