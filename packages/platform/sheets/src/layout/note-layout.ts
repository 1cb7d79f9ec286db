import type { SheetRow } from '../cell/cell.js'
import { columnName } from '../cell/column-name.js'
import type { ContentProfile } from './content-profile.js'
import type { HeaderPlace } from './header-search.js'
import type { LayoutColumn } from './layout.js'
import type { LayoutNote, LayoutNoteCode } from './layout-notes.js'
import { classifyRow, type RowKind, type RowRules } from './row-kinds.js'

/** What the notes are drawn from. */
export interface NoteSources {
  readonly place: HeaderPlace | undefined
  readonly headerRows: readonly [number, number] | undefined
  readonly columns: ReadonlyArray<LayoutColumn & { readonly profile: ContentProfile }>
  readonly below: readonly SheetRow[]
  readonly rules: RowRules
  readonly data: readonly SheetRow[]
}

const notesOfKinds: ReadonlyArray<readonly [RowKind, LayoutNoteCode]> = [
  ['subtotal', 'subtotals'],
  ['footer', 'footer'],
  ['repeated-header', 'repeated-headers'],
  ['section', 'section-titles'],
  ['column-numbers', 'column-numbers'],
]
const someShare = 0.1
const mostShare = 0.9

/** Writes down what a person should know about a sheet before it is imported. */
export function noteLayout(sources: NoteSources): readonly LayoutNote[] {
  return [
    ...headerNotes(sources),
    ...rowNotes(sources),
    ...sources.columns.flatMap((column) => columnNotes(column, sources.data)),
  ]
}

function headerNotes({ place, headerRows, columns }: NoteSources): readonly LayoutNote[] {
  if (place === undefined || headerRows === undefined) return [{ code: 'no-header', params: {} }]
  const notes: LayoutNote[] = []
  const count = headerRows[1] - headerRows[0] + 1
  if (count > 1) notes.push({ code: 'two-header-rows', params: { count } })
  if (!place.isCertain) notes.push({ code: 'header-not-certain', params: { row: headerRows[0] } })
  const nameless = columns.filter(({ heading }) => heading === '').length
  if (nameless > 0) notes.push({ code: 'columns-without-heading', params: { count: nameless } })
  return notes
}

function rowNotes({ below, rules }: NoteSources): readonly LayoutNote[] {
  const kinds = new Set(below.map((row) => classifyRow(row, rules)))
  return notesOfKinds.filter(([kind]) => kinds.has(kind)).map(([, code]) => ({ code, params: {} }))
}

function columnNotes(
  column: LayoutColumn & { readonly profile: ContentProfile },
  data: readonly SheetRow[],
): readonly LayoutNote[] {
  const { index, heading, role, profile } = column
  const named = { column: heading === '' ? columnName(index) : heading }
  const notes: LayoutNote[] = []
  const add = (code: LayoutNoteCode, params = {}) =>
    notes.push({ code, column: index, params: { ...named, ...params } })
  if (role === 'problems') add('problem-column')
  if (role !== 'data') return notes
  if (data.some(({ cells }) => isFromAbove(cells[index], cells[index - 1]))) add('merged-values')
  if (profile.combined >= someShare && /残|障|disab/i.test(heading)) add('combined-disability')
  if (profile.several >= 0.01 && /残|障|disab/i.test(heading)) add('several-disabilities')
  if (profile.ticks >= mostShare && profile.filled < data.length) add('ticks')
  if (profile.spoiled > 0) add('spoiled-numbers', { count: profile.spoiled })
  if (profile.dateForms.size > 1 && /期|日|时间|date/i.test(heading))
    add('several-date-forms', { count: profile.dateForms.size })
  if (profile.formulas > 0) add('formulas')
  if (profile.errors > 0) add('formula-errors')
  return notes
}

// a value merged sideways has the same value to its left
function isFromAbove(
  cell: SheetRow['cells'][number] | undefined,
  left: SheetRow['cells'][number] | undefined,
): boolean {
  return cell?.merged === true && left?.value !== cell.value
}
