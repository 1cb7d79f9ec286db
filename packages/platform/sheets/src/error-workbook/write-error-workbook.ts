import { defineMessages, type Locale, messageOf } from '@opendpf/messages'
import type { Cell, SheetRow } from '../cell/cell.js'
import type { CellRange } from '../cell/cell-range.js'
import type { SheetValue } from '../cell/sheet-value.js'
import type { SheetLayout } from '../layout/layout.js'
import { problemHeadings } from '../layout/recognise-layout.js'
import type { CellStyle } from '../xlsx-writer/cell-styles.js'
import { packWorkbook, type SheetContent } from '../xlsx-writer/pack-workbook.js'
import type { StyledValue } from '../xlsx-writer/row-xml.js'
import { widthFor } from '../xlsx-writer/stream-rows.js'
import { errorHeadings, type HeadedColumn } from './error-headings.js'

/** One thing that is wrong with a row. */
export interface RowProblem {
  /** Position of the column in the sheet as it was sent; left out when the row as a whole is wrong. */
  readonly column?: number
  /** What is wrong and what to do, in the sender's language; `reasonText` and `sheetErrorText` give such texts. */
  readonly text: string
}

/** A row that was not taken, as it was sent. */
export interface RejectedRow {
  readonly row: SheetRow
  readonly problems: readonly RowProblem[]
}

/** What to send back of one sheet. */
export interface ErrorWorkbook {
  /** The layout under which the rows were read; its headings are written again. */
  readonly layout: SheetLayout
  readonly rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>
  readonly language: Locale
  /** Name of the sheet as it was sent. */
  readonly sheetName?: string
}

const texts = defineMessages({
  'zh-CN': {
    instruction: '请按“错误说明”改正后重新上传本表；“错误说明”列不必删除，只会读取其余各列。',
    problem: '【{{heading}}】{{text}}',
    row: '原第 {{row}} 行：{{problems}}',
    sheet: '需改正',
  },
  en: {
    instruction:
      'Correct the rows as the first column says and upload this file again; the first column may stay, it is not read.',
    problem: '[{{heading}}] {{text}}',
    row: 'Row {{row}}: {{problems}}',
    sheet: 'To correct',
  },
})

const problemsWidth = 50

/**
 * Writes the rejected rows of one sheet or several as they were sent, in flat memory, with a first column that says what is wrong; the cells it
 * is about are coloured. Corrected and sent again, the file is read like the first one. Values of merged ranges stand
 * in every row, since the rows between may be missing.
 *
 * @throws SheetError VALUE_NOT_WRITABLE, TOO_MANY_ROWS
 */
export function writeErrorWorkbook(sheets: ErrorWorkbook | readonly ErrorWorkbook[]): AsyncGenerator<Uint8Array> {
  return packWorkbook([sheets].flat().map(contentOf))
}

function contentOf(options: ErrorWorkbook): SheetContent {
  const { layout, language } = options
  const heading = problemHeadings[language === 'zh-CN' ? 0 : 1]
  const known = layout.columns.filter(({ role }) => role !== 'problems')
  const columns = known.map(({ index, heading: text, headingParts }): HeadedColumn => ({ index, text, headingParts }))
  const head = errorHeadings(heading, columns)
  const instruction: readonly StyledValue[] = [{ value: messageOf(texts, language, 'instruction'), style: 'title' }]
  const width = head.rows[0]?.length ?? 1
  const merges: readonly CellRange[] = [
    { fromRow: 0, toRow: 0, fromColumn: 0, toColumn: width - 1 },
    ...head.merges.map((range) => ({ ...range, fromRow: range.fromRow + 1, toRow: range.toRow + 1 })),
  ]
  return {
    name: options.sheetName ?? messageOf(texts, language, 'sheet'),
    columns: [
      { width: problemsWidth },
      ...columns.map(({ text }) => ({ width: widthFor(text), style: 'text' as const })),
    ],
    frozenRows: head.rows.length + 1,
    rows: allRows([instruction, ...head.rows], { options, columns }),
    merges: width < 2 ? [] : merges,
  }
}

async function* allRows(
  head: readonly (readonly StyledValue[])[],
  context: { readonly options: ErrorWorkbook; readonly columns: readonly HeadedColumn[] },
): AsyncGenerator<readonly StyledValue[]> {
  const { options, columns } = context
  yield* head
  for await (const { row, problems } of options.rows) {
    const flagged = new Set(problems.map(({ column }) => column))
    yield [
      { value: problemText({ row, problems }, { columns, language: options.language }), style: 'problem' },
      ...columns.map(({ index }) => asSent(row.cells[index], flagged.has(index))),
    ]
  }
}

function problemText(
  rejected: RejectedRow,
  context: { readonly columns: readonly HeadedColumn[]; readonly language: Locale },
): string {
  const { language, columns } = context
  const parts = rejected.problems.map(({ column, text }) => {
    const heading = columns.find(({ index }) => index === column)?.text ?? ''
    return heading === '' ? text : messageOf(texts, language, 'problem', { heading, text })
  })
  const problems = parts.join(language === 'zh-CN' ? '；' : '; ')
  return messageOf(texts, language, 'row', { row: rejected.row.number, problems })
}

function asSent(cell: Cell | undefined, isFlagged: boolean): StyledValue {
  const value = valueAsSent(cell)
  const style = styleOf(cell, isFlagged)
  return style === undefined ? { value } : { value, style }
}

function valueAsSent(cell: Cell | undefined): SheetValue {
  return cell?.kind === 'date' ? { date: cell.value } : cell?.value
}

function styleOf(cell: Cell | undefined, isFlagged: boolean): CellStyle | undefined {
  if (cell?.kind === 'date') return isFlagged ? 'flaggedDate' : undefined
  if (isFlagged) return 'flagged'
  return cell?.kind === 'text' ? 'text' : undefined
}
