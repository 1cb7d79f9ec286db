import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import type { SnapshotContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { type ExportSheet, type SheetValue, streamRows } from '@opendpf/sheets'
import { maskName } from '@opendpf/standards'
import { surveys } from '../../contract/index.js'
import {
  cellOf,
  factColumns,
  factHeading,
  factWords,
  nameColumns,
  nameHeading,
  questionHeading,
  sheetQuestions,
} from './sheet-columns.js'

const { assignment, interview } = surveys.records
const { person } = persons.records
const mostRecords = 10_000

/**
 * The answers of a campaign as a workbook, one column for each question. Names are masked, and a line above says who took it when. Read back
 * unchanged it changes nothing.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing; `too-large`
 */
export async function writeAnswers(
  campaign: string,
  { read, actor, today, locale }: Pick<SnapshotContext, 'read' | 'actor' | 'today' | 'locale'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const tasks = await read.many(assignment, { campaign })
  const [first] = tasks
  if (!first) throw new OpenDpfError('not-found')
  // every task of a campaign carries the same published questions
  const questions = sheetQuestions(first.form)
  const rows: SheetValue[][] = []
  for (const task of tasks) {
    const records = await read.many(interview, { assignment: task.id }, { limit: mostRecords, orderBy: 'number' })
    if (rows.length + records.length > mostRecords * 10) throw new OpenDpfError('too-large')
    const people = await read.many(person, { id: records.map((row) => row.person) }, { limit: records.length || 1 })
    const names = new Map(people.map(({ id, name }) => [id, maskName(name)]))
    for (const row of records)
      rows.push([
        row.id,
        task.division,
        row.number,
        names.get(row.person) ?? null,
        ...factColumns.map((column) => {
          const value = row[column]
          return value === null ? null : column === 'visitedOn' ? { date: value } : factWords(column, value, locale)
        }),
        ...questions.map((question) =>
          cellOf(question, (row as RowOf<typeof interview>).answers[question.code], locale),
        ),
      ])
  }
  const sheet: ExportSheet = {
    watermark: `${actor.name} ${today} ${first.title}`,
    columns: [
      ...nameColumns.map((column) => ({ heading: nameHeading(column, locale), kind: 'text' as const })),
      ...factColumns.map((column) => ({
        heading: factHeading(column, locale),
        kind: column === 'visitedOn' ? ('date' as const) : ('text' as const),
      })),
      ...questions.map((question) => ({
        heading: questionHeading(question, locale),
        kind: question.kind === 'number' ? ('number' as const) : ('text' as const),
      })),
    ],
    rows,
  }
  const pieces: Uint8Array[] = []
  for await (const piece of streamRows(sheet)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
