import type { PlacedRecord } from '@opendpf/kit'
import { isMasked, maskValue, validateInput } from '@opendpf/kit'
import { type Cell, cellAt, type SheetRow, textOf, understandDisability } from '@opendpf/sheets'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import type { ImportColumn } from './columns.js'
import type { ImportKind } from './kinds.js'
import type { MappedColumn } from './mapped-column.js'
import { type ReadTools, readPlace, readValue, settle, type ValueReading } from './read-value.js'
import type { PartDraft, RowDraft, RowRemark } from './row-draft.js'

export interface RowReader extends ReadTools {
  readonly kind: ImportKind
  readonly mapped: readonly MappedColumn[]
  /** The division of rows that name none. */
  readonly defaultDivision: string | undefined
  /** The day of which the list tells, YYYY-MM-DD. */
  readonly listDate: string
  readonly labelOf: (part: number, field: string) => string
}

/** Where a row stands. */
export interface RowPlace {
  readonly position: number
  readonly sheet: number
}

const shownAtMost = 60
const isKind =
  (spec: ImportColumn['spec']['kind']) =>
  ({ column }: MappedColumn): boolean =>
    column.spec.kind === spec && column.aspect === 'whole'

/** Reads a row of the sheet: all its cells, and whether each record's fields are what its contract allows. No database. */
export function readRow(row: SheetRow, place: RowPlace, reader: RowReader): RowDraft {
  const problems: RowRemark[] = []
  const warnings: RowRemark[] = []
  const parts = reader.kind.parts.map(
    ({ record }): OpenPart => ({
      values: {},
      masked: {},
      defaults: defaultsOf(record, reader),
      id: undefined,
      isFilled: false,
    }),
  )
  const take = (mapped: MappedColumn, cell: Cell, reading: ValueReading): void => {
    const part = parts[mapped.column.part]
    if (part === undefined) return
    if (reading.kind === 'problem') {
      problems.push(remark(mapped, cell, reading.said))
      part.isFilled = true
      return
    }
    if (reading.kind === 'masked') {
      part.isFilled = true
      part.masked[mapped.column.field] = reading.text
      return
    }
    for (const said of reading.remarks)
      warnings.push(remark(mapped, cell, said, reading.kind === 'value' ? reading.understoodAs : undefined))
    if (reading.kind === 'nothing') return
    part.isFilled = true
    part.values[mapped.column.field] = reading.value
  }

  const grade = reader.mapped.find(isKind('disability-grade'))
  for (const mapped of reader.mapped) {
    const { column, index } = mapped
    const cell = cellAt(row, index)
    if (column.aspect === 'id') {
      const part = parts[column.part]
      const text = textOf(cell)
      if (part && text !== '') part.id = text
    } else if (column.aspect === 'mark') take(mapped, cell, readValue(column, cell, reader))
    else if (column.aspect === 'whole' && column.spec.kind === 'disability-category')
      takeDisability(row, mapped, grade, { reader, take, part: parts[column.part] })
    else if (column.aspect === 'whole' && !(mapped === grade && reader.mapped.some(isKind('disability-category'))))
      take(mapped, cell, readValue(column, cell, reader))
  }
  takePlaces(row, reader, { take, parts })
  for (const [position, part] of parts.entries())
    if (part.isFilled) checkPart(position, part, { reader, row, problems })
  const shown = (mapped: MappedColumn): string => shownText(mapped, textOf(cellAt(row, mapped.index)))
  return { ...place, number: row.number, parts, shown, problems, warnings }
}

/** A part that is being read. */
type OpenPart = { -readonly [K in keyof PartDraft]: PartDraft[K] }

function defaultsOf(record: PlacedRecord, { defaultDivision }: RowReader): Readonly<Record<string, unknown>> {
  return record.scope === 'division' && defaultDivision !== undefined ? { division: defaultDivision } : {}
}

type Take = (mapped: MappedColumn, cell: Cell, reading: ValueReading) => void

/** Category and grade in one cell or in two, with the components where they are written out. */
function takeDisability(
  row: SheetRow,
  mapped: MappedColumn,
  grade: MappedColumn | undefined,
  { reader, take, part }: { readonly reader: RowReader; readonly take: Take; readonly part: PartDraft | undefined },
): void {
  const cell = cellAt(row, mapped.index)
  const reading = understandDisability(cell, grade && cellAt(row, grade.index))
  const { record } = reader.kind.parts[mapped.column.part] ?? {}
  const gradeField =
    record &&
    Object.keys(record.fields).find((field) => fieldCodes(reader, mapped.column.part, field) === disabilityGrades.id)
  if (!reading.ok && reading.reason === 'EMPTY' && grade)
    take(grade, cellAt(row, grade.index), readValue(grade.column, cellAt(row, grade.index), reader))
  take(
    mapped,
    cell,
    settle(mapped.column, reading.ok ? { ...reading, value: reading.value.category } : reading, reader),
  )
  if (!reading.ok || part === undefined) return
  if (gradeField !== undefined && reading.value.grade !== undefined) part.values[gradeField] = reading.value.grade
  const { components } = reading.value
  const isComplete = components.length > 0 && components.every((component) => component.grade !== undefined)
  if (record && 'components' in record.fields && isComplete) part.values.components = components
}

function fieldCodes(reader: RowReader, part: number, field: string): string | undefined {
  return reader.kind.parts[part]?.codes.get(field)
}

function takePlaces(
  row: SheetRow,
  reader: RowReader,
  { take, parts }: { readonly take: Take; readonly parts: readonly PartDraft[] },
): void {
  for (const [position, part] of parts.entries()) {
    const [town, village] = (['town', 'village'] as const).map((aspect) =>
      reader.mapped.find(({ column }) => column.part === position && column.aspect === aspect),
    )
    const mapped = village ?? town
    if (mapped === undefined || part.values[mapped.column.field] !== undefined) continue
    const text = (column: MappedColumn | undefined): string => (column ? textOf(cellAt(row, column.index)) : '')
    take(
      mapped,
      cellAt(row, mapped.index),
      readPlace(mapped.column, { town: text(town), village: text(village) }, reader),
    )
  }
}

/** What the contract says of the values of one record, before the database is asked. Missing fields count only for a new row, which the database knows. */
function checkPart(
  position: number,
  part: PartDraft,
  { reader, row, problems }: { readonly reader: RowReader; readonly row: SheetRow; readonly problems: RowRemark[] },
): void {
  const { record, mark } = reader.kind.parts[position] ?? {}
  if (record === undefined || mark !== undefined) return
  const references = new Set(reader.kind.parts[position]?.references)
  const values = Object.fromEntries(Object.entries(part.values).filter(([field]) => !references.has(field)))
  const checked = validateInput(record, values, {
    mode: 'update',
    locale: reader.locale,
    labelOf: (field) => reader.labelOf(position, field),
  })
  if (checked.ok) return
  for (const { path, code, message } of checked.problems) {
    const field = path.split('.')[0] ?? path
    const mapped = columnOfField(reader, position, field)
    if (mapped) problems.push(remark(mapped, cellAt(row, mapped.index), { code, message }))
    else problems.push({ column: null, heading: '', field, value: '', code, message })
  }
}

/** The column a field came from, for a remark about the field. */
export function columnOfField(
  reader: Pick<RowReader, 'mapped'>,
  part: number,
  field: string,
): MappedColumn | undefined {
  const own = reader.mapped.filter(({ column }) => column.part === part)
  return (
    own.find(({ column }) => column.field === field) ??
    own.find(({ column }) => column.aspect === 'mark') ??
    own.find(({ column }) => field === 'components' && column.meta.codes?.id === disabilityCategories.id)
  )
}

/** A remark about a cell; the cell's content is shown as the screen would show the field. */
export function remark(
  mapped: MappedColumn,
  cell: Cell,
  said: { readonly code: string; readonly message: string },
  understoodAs?: string,
): RowRemark {
  const { index, heading, column } = mapped
  return {
    column: index,
    heading,
    field: column.address,
    value: shownText(mapped, textOf(cell)),
    code: said.code,
    message: said.message,
    ...(understoodAs === undefined ? {} : { understoodAs: shownText(mapped, understoodAs) }),
  }
}

function shownText({ column }: MappedColumn, text: string): string {
  return text !== '' && isMasked(column.meta) ? maskValue(column.meta, text) : text.slice(0, shownAtMost)
}
