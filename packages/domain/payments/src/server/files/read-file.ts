import type { RowOf } from '@opendpf/kit'
import { isSheetError, openSheet, readRows, textOf } from '@opendpf/sheets'
import type { payments, ResultValue } from '../../contract/index.js'
import { separatorOf } from './write-file.js'

type Template = RowOf<typeof payments.records.fileTemplate>

/** A row of a file from the bank, by what its columns mean. */
export interface ResultRow {
  /** Where it stands in the file, from 1. */
  readonly row: number
  /** Texts of the columns that the file has, trimmed. */
  readonly values: Readonly<Partial<Record<ResultValue, string>>>
}

/** What a file says; undefined when it is no file of the template's form. */
export async function readFile(content: Uint8Array, template: Template): Promise<readonly ResultRow[] | undefined> {
  const rows = template.form === 'text' ? readText(content, template) : await readWorkbook(content)
  if (!rows) return undefined
  const { headLines, tailLines, resultColumns } = template
  return rows.slice(headLines, rows.length - tailLines).map(({ row, cells }) => ({
    row,
    values: Object.fromEntries(
      resultColumns.flatMap(({ value }, at) => (value === 'nothing' ? [] : [[value, cells[at]?.trim() ?? '']])),
    ),
  }))
}

interface Cells {
  readonly row: number
  readonly cells: readonly string[]
}

function readText(content: Uint8Array, { encoding, separator }: Template): readonly Cells[] | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content)
    return text
      .split(/\r?\n/)
      .map((line, index) => ({ row: index + 1, cells: line.split(separatorOf(separator)) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  } catch {
    return undefined
  }
}

async function readWorkbook(content: Uint8Array): Promise<readonly Cells[] | undefined> {
  try {
    const workbook = await openSheet(content)
    if (workbook.kind !== 'xlsx') return undefined
    const rows: Cells[] = []
    for await (const { number, cells } of readRows(workbook, 0))
      rows.push({ row: number, cells: Array.from(cells, (cell) => (cell ? textOf(cell) : '')) })
    return rows
  } catch (error) {
    if (isSheetError(error)) return undefined
    throw error
  }
}
