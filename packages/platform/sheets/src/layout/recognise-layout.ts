import { type Cell, cellAt, ownText, type SheetRow, textOf } from '../cell/cell.js'
import type { ColumnSpec } from './column-spec.js'
import { type ContentProfile, profileOf } from './content-profile.js'
import { findHeader, type HeaderPlace } from './header-search.js'
import { headingForms, headingLine, joinedHeading } from './heading-text.js'
import type { LayoutColumn, SheetLayout } from './layout.js'
import { matchColumns } from './match-columns.js'
import { noteLayout } from './note-layout.js'
import { classifyRow, type RowRules } from './row-kinds.js'

/** The heading of the column that our error workbook adds. */
export const problemHeadings = ['错误说明', 'What is wrong'] as const

const sequenceHeadings = new Set(['序号', '顺序号', '序', '行号', '项次', 'no', 'number', 'serialno', 'sn'])
const problemForms = new Set(problemHeadings.map((heading) => headingForms(heading).full))

/** A column with what its cells look like. */
export interface ProfiledColumn extends LayoutColumn {
  readonly profile: ContentProfile
}

/**
 * Finds out how a sheet is laid out: title, headings, which column is which field, where the data begins. It proposes;
 * a person confirms.
 *
 * @param sample the first rows of the sheet, some 200; more make the evidence better
 */
export function recogniseLayout(sample: readonly SheetRow[], specs: readonly ColumnSpec[]): SheetLayout {
  const place = findHeader(sample, specs)
  const headings = place === undefined ? [] : stackedHeadings(sample.slice(place.from, place.to + 1))
  const headerRows = rowNumbers(sample, place)
  const dataFrom = headerRows === undefined ? (sample[0]?.number ?? 1) : headerRows[1] + 1
  const bare: readonly LayoutColumn[] = headings.map((headingParts, index) => columnOf(headingParts, { index, specs }))
  const below = sample.filter((row) => row.number >= dataFrom)
  const rules: RowRules = { headerRows, dataFrom, columns: bare }
  const data = below.filter((row) => classifyRow(row, rules) === 'data')
  const width = Math.max(headings.length, ...data.map((row) => row.cells.length))
  const profiled: readonly ProfiledColumn[] = Array.from({ length: width }, (_, index) => ({
    ...(bare[index] ?? columnOf([], { index, specs })),
    profile: profileOf(data.map((row): Cell => cellAt(row, index))),
  }))
  const used = profiled.filter(({ heading, profile }) => heading !== '' || profile.filled > 0)
  const matches = matchColumns(
    used.filter(({ role }) => role === 'data'),
    specs,
  )
  const columns = used.map(({ profile: _, ...column }): LayoutColumn => {
    const suggestion = matches.suggestions.get(column.index)
    const alternatives = matches.alternatives.get(column.index) ?? []
    return suggestion === undefined ? { ...column, alternatives } : { ...column, suggestion, alternatives }
  })
  const suggested = new Set([...matches.suggestions.values()].map(({ field }) => field))
  return {
    headerRows,
    titleLines: titleLinesOf(sample, { headerFrom: headerRows?.[0] }),
    dataFrom,
    columns,
    ambiguities: matches.ambiguities,
    missing: specs.filter(({ field, required }) => required && !suggested.has(field)).map(({ field }) => field),
    notes: noteLayout({ place, headerRows, columns: used, below, rules, data }),
  }
}

function rowNumbers(
  sample: readonly SheetRow[],
  place: HeaderPlace | undefined,
): readonly [number, number] | undefined {
  const from = place && sample[place.from]
  const to = place && sample[place.to]
  return from && to ? [from.number, to.number] : undefined
}

function columnOf(
  parts: readonly string[],
  context: { readonly index: number; readonly specs: readonly ColumnSpec[] },
): LayoutColumn {
  const headingParts = parts.filter((part, i) => part !== '' && part !== parts[i - 1])
  const heading = joinedHeading(headingParts)
  const form = headingForms(heading).full
  const isKnown = context.specs.some((spec) => spec.labels.some((label) => headingForms(label).full === form))
  const role = problemForms.has(form) ? 'problems' : sequenceHeadings.has(form) && !isKnown ? 'sequence' : 'data'
  return { index: context.index, heading, headingParts, role, alternatives: [] }
}

/** The headings of each column, from top to bottom; a group that is not merged reaches as far as headings stand below. */
function stackedHeadings(rows: readonly SheetRow[]): ReadonlyArray<readonly string[]> {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const lines = rows.map((row, depth) => {
    const below = rows[depth + 1]
    let group = ''
    return Array.from({ length: width }, (_, column) => {
      const text = headingLine(textOf(cellAt(row, column)))
      if (text !== '') {
        group = text
        return text
      }
      return below !== undefined && ownText(cellAt(below, column)) !== '' ? group : ''
    })
  })
  return Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? ''))
}

function titleLinesOf(
  sample: readonly SheetRow[],
  options: { readonly headerFrom: number | undefined },
): readonly string[] {
  const { headerFrom } = options
  if (headerFrom === undefined) return []
  return sample
    .filter((row) => row.number < headerFrom)
    .flatMap((row) => row.cells.map((cell) => headingLine(ownText(cell))).filter((text) => text !== ''))
}
