import { type Locale, messageOf } from '@opendpf/messages'
import { columnName } from '../cell/column-name.js'
import { serialOfDate } from '../cell/serial-date.js'
import type { CellValidation } from '../xlsx-writer/validation-xml.js'
import { kindRules } from './kind-rules.js'
import {
  type ListColumns,
  listSheetName,
  type TemplateColumn,
  type TemplateOptions,
  templateHeadRows,
} from './template-options.js'
import { type TemplateText, templateTexts } from './template-texts.js'

const longestInline = 255
const defaultRows = 5000
const firstDate = serialOfDate('1900-03-01') ?? 0
const lastDate = serialOfDate('2199-12-31') ?? 0

/** The drop-downs, checks and notes of the cells to be filled in, one for each column. */
export function templateValidations(options: TemplateOptions, lists: ListColumns): readonly CellValidation[] {
  const lastRow = templateHeadRows + (options.rows ?? defaultRows)
  return options.columns.map((column, i) => {
    const letters = columnName(i)
    return {
      range: `${letters}${templateHeadRows + 1}:${letters}${lastRow}`,
      ...ruleAndError(column, { options, lists }),
      prompt: { title: column.heading, text: hintOf(column, options.language) },
    }
  })
}

/** What to fill in, in one line: the column's own note, else that of its kind. */
export function hintOf(column: TemplateColumn, language: Locale): string {
  const say = (text: TemplateText) => messageOf(templateTexts, language, text)
  const required = column.required ? say('requiredHint') : ''
  const own = column.note ?? say(column.list === undefined ? kindRules[column.kind].hint : 'chooseFromList')
  return `${required}${own}`
}

/** The choices of a column; those of a yes-or-no column are ours. */
export function choicesOf(column: TemplateColumn, options: TemplateOptions): readonly string[] {
  if (column.list !== undefined) return options.lists?.[column.list] ?? []
  if (column.kind !== 'yes-no') return []
  return [messageOf(templateTexts, options.language, 'yes'), messageOf(templateTexts, options.language, 'no')]
}

/** Whether choices are too many, or written so, that they cannot stand in the rule itself. */
export function needsListSheet(choices: readonly string[]): boolean {
  return choices.join(',').length > longestInline || choices.some((choice) => /[,"]|^\s|\s$/.test(choice))
}

function ruleAndError(
  column: TemplateColumn,
  context: { readonly options: TemplateOptions; readonly lists: ListColumns },
): Pick<CellValidation, 'rule' | 'error'> {
  const { options, lists } = context
  const error = (text: TemplateText, style: 'stop' | 'warning') => ({
    title: messageOf(templateTexts, options.language, 'invalidTitle'),
    text: messageOf(templateTexts, options.language, text),
    style,
  })
  const choices = choicesOf(column, options)
  if (choices.length > 0) {
    const formula = listFormula(choices, column.list === undefined ? undefined : lists.get(column.list))
    return { rule: { kind: 'list', formula }, error: error('invalidList', 'stop') }
  }
  const { length } = kindRules[column.kind]
  if (length)
    return { rule: { kind: 'length', from: length[0], to: length[1] }, error: error('invalidLength', 'warning') }
  if (column.kind !== 'date') return { rule: { kind: 'none' } }
  return { rule: { kind: 'date', from: firstDate, to: lastDate }, error: error('invalidDate', 'warning') }
}

function listFormula(choices: readonly string[], listColumn: number | undefined): string {
  if (listColumn === undefined) return `"${choices.join(',')}"`
  const letters = columnName(listColumn)
  return `${listSheetName}!$${letters}$1:$${letters}$${choices.length}`
}
