import type { RecordAnswer } from '@opendpf/kit'

/** A kind of sheet that can be imported. */
export interface ImportKind {
  readonly id: string
  readonly title: string
}

/** One column of an uploaded sheet, with what it was taken for and why. */
export interface SheetColumn {
  readonly index: number
  readonly heading: string
  readonly field?: string
  /** 0 to 1; absent when nothing was recognised. */
  readonly confidence?: number
  /** Code of the ground it was recognised by. */
  readonly because?: string
}

export interface UploadedSheet {
  readonly name: string
  readonly hidden: boolean
  /** Whether it looks like a sheet to import. */
  readonly isOffered: boolean
  /** At most so many; unknown for some kinds of file. */
  readonly rows: number | null
  readonly layout: {
    readonly headerRows: readonly [number, number]
    readonly titleLines?: readonly string[]
    readonly columns: readonly SheetColumn[]
    /** What was noticed about the sheet, in words. */
    readonly notes?: readonly string[]
  }
}

export interface ImportField {
  readonly field: string
  readonly label: string
  readonly required: boolean
}

/** What the server says about an uploaded file. */
export interface UploadedFile {
  readonly id: string
  readonly sheets: readonly UploadedSheet[]
  readonly fields: readonly ImportField[]
  /** Whether a column can begin and end periods, which needs the day of the list. */
  readonly hasMarks?: boolean
}

/** Something about one cell of a row: what stands there, what it was read as, what is wrong. */
export interface RowRemark {
  readonly heading: string | null
  readonly value: string | null
  readonly message: string
  readonly understoodAs?: string
}

/** One row of a dry run. */
export interface PlannedRow {
  readonly row: number
  readonly sheet: string
  readonly outcome: 'create' | 'update' | 'unchanged' | 'refused'
  readonly problems: readonly RowRemark[]
  readonly warnings: readonly RowRemark[]
  readonly changes: readonly {
    readonly field: string
    readonly label: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

/** What was chosen for a dry run. */
export interface ImportPlan {
  readonly sheets: readonly {
    readonly name: string
    readonly headerRows: readonly [number, number]
    readonly columns: Readonly<Record<string, string | null>>
  }[]
  readonly defaults: { readonly division?: string; readonly date?: string }
}

/** Where an import stands. */
export interface ImportView {
  readonly id: string
  readonly fileName: string
  readonly state: string
  /** Why it failed, in words. */
  readonly message: string | undefined
  readonly job: string | undefined
  /** What was chosen for its last dry run. */
  readonly plan: ImportPlan | undefined
  readonly counts: Readonly<Record<'rows' | 'creates' | 'updates' | 'unchanged' | 'problems' | 'warnings', number>>
}

/** The keys under which an import, its rows and the sheets of its file are kept. */
export const importKey = (id: string) => ['import', id] as const
export const rowsKey = (id: string) => ['import', id, 'rows'] as const
export const sheetsKey = (id: string) => ['import', id, 'sheets'] as const

/** States in which the columns can be chosen anew. */
export const isChangeable = (state: string): boolean => ['uploaded', 'planned', 'failed', 'undone'].includes(state)

/** States that pass by themselves. */
export const underWay: ReadonlySet<string> = new Set(['planning', 'running', 'undoing'])

/** Reads an import's row. */
export function readImport(row: RecordAnswer): ImportView {
  const fields = row.fields
  const count = (name: string) => (typeof fields[name] === 'number' ? fields[name] : 0)
  const { message } = fields
  return {
    id: row.id,
    fileName: row.title,
    state: String(fields.state),
    message: typeof message === 'string' ? message : undefined,
    job: typeof fields.job === 'string' ? fields.job : undefined,
    plan: (fields.plan as ImportPlan | null | undefined) ?? undefined,
    counts: {
      rows: count('rows'),
      creates: count('creates'),
      updates: count('updates'),
      unchanged: count('unchanged'),
      problems: count('problems'),
      warnings: count('warnings'),
    },
  }
}

/** The mapping of one sheet as it is being checked. */
export interface SheetMapping {
  readonly name: string
  readonly isUsed: boolean
  readonly headerRows: readonly [number, number]
  /** Field by column index; an empty text leaves the column out. */
  readonly columns: Readonly<Record<number, string>>
}

/** The mapping that the server suggests. */
function suggestedMapping(sheet: UploadedSheet): SheetMapping {
  return {
    name: sheet.name,
    isUsed: sheet.isOffered,
    headerRows: sheet.layout.headerRows,
    columns: Object.fromEntries(sheet.layout.columns.map((column) => [column.index, column.field ?? ''])),
  }
}

/** The mapping of a sheet as it was chosen before, where there was a dry run. */
export function mappingOf(sheet: UploadedSheet, plan: ImportPlan | undefined): SheetMapping {
  const suggested = suggestedMapping(sheet)
  if (!plan) return suggested
  const chosen = plan.sheets.find(({ name }) => name === sheet.name)
  if (!chosen) return { ...suggested, isUsed: false }
  return {
    name: sheet.name,
    isUsed: true,
    headerRows: chosen.headerRows,
    columns: Object.fromEntries(sheet.layout.columns.map(({ index }) => [index, chosen.columns[index] ?? ''])),
  }
}

/** What a mapping still lacks: required fields without a column, and fields taken from two. */
export function inspectMapping(
  fields: readonly ImportField[],
  mapping: SheetMapping,
): { readonly missing: readonly ImportField[]; readonly twice: readonly ImportField[] } {
  const used = Object.values(mapping.columns).filter(Boolean)
  return {
    missing: fields.filter((field) => field.required && !used.includes(field.field)),
    twice: fields.filter((field) => used.filter((one) => one === field.field).length > 1),
  }
}
