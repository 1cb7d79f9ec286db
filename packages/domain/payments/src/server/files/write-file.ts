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
  readonly lines: readonly Line[]
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
    content: isText ? writeText(contents) : await writeWorkbook(contents),
  }
}

function writeText(contents: FileContents): Uint8Array {
  const { lines, template } = contents
  const { separator, hasHeadings, header, footer, paidColumns, encoding } = template
  const between = separatorOf(separator)
  const rowOf = (values: readonly string[]) => values.map((value) => clean(value, between)).join(between)
  const rows = [
    ...(header === null ? [] : [fill(header, contents)]),
    ...(hasHeadings ? [rowOf(paidColumns.map(({ heading }) => heading))] : []),
    ...lines.map((line) => rowOf(paidColumns.map(({ value }) => textFor(line, value)))),
    ...(footer === null ? [] : [fill(footer, contents)]),
  ]
  return encodeText(rows.map((row) => `${row}\r\n`).join(''), encoding)
}

/** Bytes of a workbook; account numbers are text, so that none loses its last digits. */
async function writeWorkbook(contents: FileContents): Promise<Uint8Array> {
  const { lines, template } = contents
  const { header, paidColumns } = template
  return buffer(
    Readable.from(
      streamRows({
        columns: paidColumns.map(({ heading, value }) => ({ heading, kind: numbers.has(value) ? 'number' : 'text' })),
        rows: lines.map((line) =>
          paidColumns.map(({ value }) => (numbers.has(value) ? Number(textFor(line, value)) : textFor(line, value))),
        ),
        ...(header === null ? {} : { watermark: fill(header, contents) }),
      }),
    ),
  )
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

function fill(text: string, { batch, lines, today }: FileContents): string {
  return interpolate(text, {
    count: lines.length,
    amountYuan: writeYuan(batch.amount),
    amountFen: batch.amount,
    month: batch.month,
    date: today.replaceAll('-', ''),
    title: batch.title,
  })
}
