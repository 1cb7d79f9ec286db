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

/** A file that is none of its template's form. */
export class UnreadableFile extends Error {}

/** So many bytes of a text are decoded at once. */
const pieceSize = 65_536

/**
 * What a file says, row by row: not more than a few rows are in memory at once.
 *
 * @throws UnreadableFile as soon as it turns out to be no file of the template's form, which may be after many rows
 */
export async function* readFile(content: Uint8Array, template: Template): AsyncGenerator<ResultRow> {
  const { headLines, tailLines, resultColumns } = template
  const rows = template.form === 'text' ? readText(content, template) : readWorkbook(content)
  // the last lines are passed over, and which those are is known when the file has ended
  const held: Cells[] = []
  let passed = 0
  for await (const cells of rows) {
    passed += 1
    if (passed <= headLines) continue
    held.push(cells)
    const next = held.length > tailLines ? held.shift() : undefined
    if (next) yield { row: next.row, values: valuesOf(next.cells, resultColumns) }
  }
}

function valuesOf(cells: readonly string[], columns: Template['resultColumns']): ResultRow['values'] {
  return Object.fromEntries(
    columns.flatMap(({ value }, at) => (value === 'nothing' ? [] : [[value, cells[at]?.trim() ?? '']])),
  )
}

interface Cells {
  readonly row: number
  readonly cells: readonly string[]
}

function* readText(content: Uint8Array, { encoding, separator }: Template): Generator<Cells> {
  let row = 0
  for (const line of linesIn(content, encoding)) {
    row += 1
    const cells = line.split(separatorOf(separator))
    if (cells.some((cell) => cell.trim() !== '')) yield { row, cells }
  }
}

/** Lines of a text, decoded piece by piece. */
function* linesIn(content: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let rest = ''
  for (let at = 0; at < content.length; at += pieceSize) {
    const lines = (rest + decode(decoder, content.subarray(at, at + pieceSize))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest + decode(decoder)
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new UnreadableFile('the text is not in the encoding of its template', { cause: error })
  }
}

async function* readWorkbook(content: Uint8Array): AsyncGenerator<Cells> {
  try {
    const workbook = await openSheet(content)
    if (workbook.kind !== 'xlsx') throw new UnreadableFile('the file is no workbook')
    for await (const { number, cells } of readRows(workbook, 0))
      yield { row: number, cells: Array.from(cells, (cell) => (cell ? textOf(cell) : '')) }
  } catch (error) {
    throw isSheetError(error) ? new UnreadableFile('the workbook cannot be read', { cause: error }) : error
  }
}
