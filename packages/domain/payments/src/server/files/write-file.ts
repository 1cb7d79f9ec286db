import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { RowOf } from '@opendpf/kit'
import type { MadeFile } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { encodeText, streamRows } from '@opendpf/sheets'
import type { PaidValue, payments } from '../../contract/index.js'
import { writeYuan } from './yuan.js'

type Batch = RowOf<typeof payments.records.batch>
type Line = RowOf<typeof payments.records.line>
type Template = RowOf<typeof payments.records.fileTemplate>

/** What a file to the bank is made of. */
export interface FileContents {
  readonly batch: Batch
  /** Its lines by their place, chunk by chunk, and how many they are. */
  readonly lines: AsyncIterable<readonly Line[]>
  readonly count: number
  readonly template: Template
  /** The business date, `YYYY-MM-DD`. */
  readonly today: string
}

/** The file of a batch as the bank wants it (批量代发文件). */
export async function writeFile(contents: FileContents): Promise<MadeFile> {
  const { batch, template } = contents
  const isText = template.form === 'text'
  return {
    name: `${batch.title}.${isText ? 'txt' : 'xlsx'}`,
    type: isText ? 'text/plain' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await buffer(Readable.from(isText ? writeText(contents) : writeWorkbook(contents))),
  }
}

/** Bytes of a text, a chunk of lines at a time. */
async function* writeText(contents: FileContents): AsyncGenerator<Uint8Array> {
  const { lines, template } = contents
  const { separator, hasHeadings, header, footer, paidColumns, encoding } = template
  const between = separatorOf(separator)
  const rowOf = (values: readonly string[]) => values.map((value) => clean(value, between)).join(between)
  const bytesOf = (rows: readonly string[]) => encodeText(rows.map((row) => `${row}\r\n`).join(''), encoding)
  yield bytesOf([
    ...(header === null ? [] : [fill(header, contents)]),
    ...(hasHeadings ? [rowOf(paidColumns.map(({ heading }) => heading))] : []),
  ])
  for await (const chunk of lines)
    yield bytesOf(chunk.map((line) => rowOf(paidColumns.map(({ value }) => textFor(line, value)))))
  if (footer !== null) yield bytesOf([fill(footer, contents)])
}

/** Bytes of a workbook; account numbers are text, so that none loses its last digits. */
function writeWorkbook(contents: FileContents): AsyncIterable<Uint8Array> {
  const { header, paidColumns } = contents.template
  return streamRows({
    columns: paidColumns.map(({ heading, value }) => ({ heading, kind: numbers.has(value) ? 'number' : 'text' })),
    rows: cellsOf(contents),
    ...(header === null ? {} : { watermark: fill(header, contents) }),
  })
}

async function* cellsOf({ lines, template }: FileContents): AsyncGenerator<readonly (string | number)[]> {
  const cellOf = (line: Line, value: PaidValue) =>
    numbers.has(value) ? Number(textFor(line, value)) : textFor(line, value)
  for await (const chunk of lines)
    for (const line of chunk) yield template.paidColumns.map(({ value }) => cellOf(line, value))
}

const numbers: ReadonlySet<PaidValue> = new Set(['position', 'amountYuan', 'amountFen'])

/** What stands between two columns; a tab is written as the word. */
export function separatorOf(separator: string | null): string {
  return separator === null ? ',' : separator.toUpperCase() === 'TAB' ? '\t' : separator
}

/** A value without what would begin another column or line. */
function clean(value: string, between: string): string {
  return value.replaceAll(between, ' ').replace(/[\r\n]+/g, ' ')
}

function textFor(line: Line, value: PaidValue): string {
  switch (value) {
    case 'position':
      return String(line.position)
    case 'amountYuan':
      return writeYuan(line.net)
    case 'amountFen':
      return String(line.net)
    case 'nothing':
      return ''
    default:
      return line[value] ?? ''
  }
}

function fill(text: string, { batch, count, today }: FileContents): string {
  return interpolate(text, {
    count,
    amountYuan: writeYuan(batch.amount),
    amountFen: batch.amount,
    month: batch.month,
    date: today.replaceAll('-', ''),
    title: batch.title,
  })
}
