import { type FieldProblem, OpenDpfError } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import {
  type Cell,
  cellAt,
  isSheetError,
  openSheet,
  readRows,
  sheetErrorText,
  textOf,
  understandDate,
} from '@opendpf/sheets'
import { type Answer, type Form, surveys } from '../../contract/index.js'
import {
  answerOf,
  type FactColumn,
  factChoices,
  factColumns,
  factHeading,
  factWords,
  nameColumns,
  nameHeading,
  questionHeading,
  sheetQuestions,
} from './sheet-columns.js'

/** A row of a workbook: which record, what it says in the columns that are there, and where it stands. */
export interface BroughtRow {
  readonly id: string
  /** From 1, as the spreadsheet program counts. */
  readonly row: number
  readonly facts: Readonly<Partial<Record<FactColumn, string | null>>>
  /** Undefined takes an answer away; questions without a column are not named. */
  readonly answers: ReadonlyMap<string, Answer | undefined>
}

type Column =
  | { readonly kind: 'id' | 'other' }
  | { readonly kind: 'fact'; readonly fact: FactColumn }
  | { readonly kind: 'question'; readonly question: Form['questions'][number] }

/**
 * The rows of a workbook of answers. Headings are in either language; a question is known by the code that its heading begins with.
 *
 * @throws OpenDpfError `invalid-input` for a file that is none, or without the column of records
 */
export async function readAnswers(bytes: Uint8Array, form: Form, locale: Locale): Promise<readonly BroughtRow[]> {
  const found: BroughtRow[] = []
  let columns: readonly Column[] | undefined
  try {
    const workbook = await openSheet(bytes, { name: 'answers.xlsx' })
    const [sheet] = workbook.sheets
    for await (const row of readRows(workbook, sheet?.name ?? '')) {
      const texts = row.cells.map(textOf)
      if (columns) {
        const read = readRow(columns, row.number, (at) => cellAt(row, at))
        if (read) found.push(read)
      } else if (texts.some((text) => isHeading(text, (language) => nameHeading('id', language))))
        columns = texts.map((text) => columnOf(text, form))
    }
  } catch (error) {
    if (!isSheetError(error)) throw error
    throw new OpenDpfError('invalid-input', {
      fields: [{ path: 'content', code: error.code, message: sheetErrorText(error, locale) }],
    })
  }
  if (!columns) {
    const message = messageOf(surveys.messages, locale, 'sheet.problem.noId', { heading: nameHeading('id', locale) })
    throw new OpenDpfError('invalid-input', { fields: [{ path: 'content', code: 'noId', message }] })
  }
  return found
}

function isHeading(text: string, headingIn: (locale: Locale) => string): boolean {
  return text === headingIn('zh-CN') || text === headingIn('en')
}

function columnOf(text: string, form: Form): Column {
  if (isHeading(text, (locale) => nameHeading('id', locale))) return { kind: 'id' }
  const fact = factColumns.find((column) => isHeading(text, (locale) => factHeading(column, locale)))
  if (fact) return { kind: 'fact', fact }
  const isName = nameColumns.some((column) => isHeading(text, (locale) => nameHeading(column, locale)))
  const question = isName
    ? undefined
    : sheetQuestions(form).find(
        (one) => text.split(' ')[0] === one.code || isHeading(text, (locale) => questionHeading(one, locale)),
      )
  return question ? { kind: 'question', question } : { kind: 'other' }
}

function readRow(columns: readonly Column[], row: number, cell: (at: number) => Cell): BroughtRow | undefined {
  let id = ''
  const facts: Partial<Record<FactColumn, string | null>> = {}
  const answers = new Map<string, Answer | undefined>()
  columns.forEach((column, at) => {
    const text = textOf(cell(at))
    if (column.kind === 'id') id = text
    if (column.kind === 'fact') facts[column.fact] = factOf(column.fact, cell(at))
    if (column.kind === 'question') {
      const { question } = column
      const date = question.kind === 'date' ? understandDate(cell(at)) : undefined
      answers.set(question.code, date?.ok ? date.value : answerOf(question, text))
    }
  })
  return id === '' ? undefined : { id, row, facts, answers }
}

/** A fact as it is stored; a word that no choice has is left as it is, and refused by the record. */
function factOf(fact: FactColumn, cell: Cell): string | null {
  const text = textOf(cell)
  if (text === '') return null
  if (fact === 'visitedOn') {
    const date = understandDate(cell)
    return date.ok ? date.value : text
  }
  const isCalled = (value: string) => value === text || isHeading(text, (locale) => factWords(fact, value, locale))
  return factChoices[fact]?.find(isCalled) ?? text
}

/** The place of a problem in the workbook, before its words. */
export function atRow(row: number, problem: FieldProblem, locale: Locale): FieldProblem {
  return {
    ...problem,
    path: `row ${row}.${problem.path}`,
    message: messageOf(surveys.messages, locale, 'sheet.problem.at', { row, message: problem.message }),
  }
}
