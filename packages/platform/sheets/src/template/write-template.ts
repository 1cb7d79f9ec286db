import { messageOf } from '@opendpf/messages'
import { packWorkbook, type SheetContent } from '../xlsx-writer/pack-workbook.js'
import type { StyledValue } from '../xlsx-writer/row-xml.js'
import { widthFor } from '../xlsx-writer/stream-rows.js'
import { kindRules } from './kind-rules.js'
import {
  type ListColumns,
  listSheetName,
  type TemplateColumn,
  type TemplateOptions,
  templateHeadRows,
} from './template-options.js'
import { type TemplateText, templateTexts } from './template-texts.js'
import { choicesOf, hintOf, needsListSheet, templateValidations } from './template-validations.js'

const choicesShown = 20

/**
 * Writes a form to be filled in: a sheet with title and headings that stay in view, text format where a spreadsheet
 * program would spoil numbers, drop-downs for lists, a note for every column; an instruction sheet; long lists on a
 * hidden sheet. The headings are what `recogniseLayout` is given as labels, so that our own form is always understood.
 *
 * @throws SheetError VALUE_NOT_WRITABLE
 */
export function writeTemplate(options: TemplateOptions): AsyncGenerator<Uint8Array> {
  const lists = listColumns(options)
  const sheets = [dataSheet(options, lists), instructionSheet(options)]
  return packWorkbook(lists.size === 0 ? sheets : [...sheets, listSheet(options, lists)])
}

function dataSheet(options: TemplateOptions, lists: ListColumns): SheetContent {
  const { columns, title, language } = options
  return {
    name: messageOf(templateTexts, language, 'dataSheet'),
    columns: columns.map((column) => ({ width: widthOf(column), ...styleOf(column) })),
    frozenRows: templateHeadRows,
    rows: [[{ value: title, style: 'title' }], columns.map(headingOf)],
    merges: columns.length < 2 ? [] : [{ fromRow: 0, toRow: 0, fromColumn: 0, toColumn: columns.length - 1 }],
    validations: templateValidations(options, lists),
  }
}

function headingOf(column: TemplateColumn): StyledValue {
  if (!column.required) return { value: column.heading, style: 'heading' }
  return { value: `${column.heading}*`, style: 'requiredHeading' }
}

function styleOf(column: TemplateColumn) {
  const { style } = kindRules[column.kind]
  return style === undefined ? {} : { style }
}

function widthOf(column: TemplateColumn): number {
  return column.width ?? Math.max(kindRules[column.kind].width, widthFor(column.heading))
}

function instructionSheet(options: TemplateOptions): SheetContent {
  const say = (text: TemplateText) => messageOf(templateTexts, options.language, text)
  const general = [...(options.notes ?? []), say('generalRequired'), say('generalHeadings'), say('generalUpload')]
  const titles: readonly TemplateText[] = ['heading', 'required', 'howToFill', 'choices', 'example']
  return {
    name: say('instructionSheet'),
    columns: [{ width: 22 }, { width: 10 }, { width: 60 }, { width: 50 }, { width: 24 }],
    rows: [
      [{ value: options.title, style: 'title' }],
      ...general.map((note, i): readonly StyledValue[] => [{ value: `${i + 1}. ${note}`, style: 'text' }]),
      [],
      titles.map((title): StyledValue => ({ value: say(title), style: 'heading' })),
      ...options.columns.map((column) => instructionRow(column, options)),
    ],
  }
}

function instructionRow(column: TemplateColumn, options: TemplateOptions): readonly StyledValue[] {
  const say = (text: TemplateText) => messageOf(templateTexts, options.language, text)
  const values = [
    column.heading,
    column.required ? say('yes') : say('no'),
    hintOf({ ...column, required: false }, options.language),
    choicesText(column, options),
    column.example ?? '',
  ]
  return values.map((value) => ({ value, style: 'wrapped' }))
}

function choicesText(column: TemplateColumn, options: TemplateOptions): string {
  const choices = choicesOf(column, options)
  const separator = options.language === 'zh-CN' ? '、' : ', '
  const list = choices.slice(0, choicesShown).join(separator)
  if (choices.length <= choicesShown) return list
  return messageOf(templateTexts, options.language, 'choicesMore', { list, count: choices.length })
}

function listColumns(options: TemplateOptions): ListColumns {
  const used = new Set(options.columns.flatMap(({ list }) => (list === undefined ? [] : [list])))
  const long = [...used].filter((name) => needsListSheet(options.lists?.[name] ?? []))
  return new Map(long.map((name, i) => [name, i]))
}

function listSheet(options: TemplateOptions, lists: ListColumns): SheetContent {
  const columns = [...lists.keys()].map((name) => options.lists?.[name] ?? [])
  const height = Math.max(...columns.map((choices) => choices.length))
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map((choices): StyledValue => ({ value: choices[row] ?? '', style: 'text' })),
  )
  return { name: listSheetName, hidden: true, columns: columns.map(() => ({ width: 24 })), rows }
}
