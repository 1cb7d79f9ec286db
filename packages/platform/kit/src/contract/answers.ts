import type { FieldsOf } from './record.js'

/** A row as an answer shows it: masked fields named, references and divisions with the words they are called by. */
export interface RecordAnswer<R = unknown> {
  readonly id: string
  readonly version: number
  readonly recordedAt: string
  readonly recordedBy: string
  readonly division: string | null
  /** What the row is called by. */
  readonly title: string
  /** A list carries its columns only; one record carries all fields. */
  readonly fields: R extends { readonly fields: infer _ } ? Partial<FieldsOf<R>> : Readonly<Record<string, unknown>>
  /** Fields whose values are masked here and can be revealed with a reason. */
  readonly masked: readonly string[]
  /** Titles of what references and divisions point at, by field. */
  readonly labels: Readonly<Record<string, string>>
}

/** The number of rows a list has: exact up to a bound, "more than" above it, so that no screen ever waits for a full count. */
export interface Total {
  readonly value: number
  readonly isExact: boolean
}

export interface ListAnswer<R = unknown> {
  readonly rows: readonly RecordAnswer<R>[]
  readonly total: Total
  /** Hand it in to get the following page; absent on the last one. */
  readonly next?: string
}

/** One version in a row's history, newest first. */
export interface HistoryEntry {
  readonly version: number
  readonly from: string
  /** Absent for the version that holds now. */
  readonly to?: string
  readonly by: string
  readonly byName: string
  readonly action: string
  /** What changed against the version before; masked like everywhere else. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

/** One entry of the access log. */
export interface AccessEntry {
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly kind: 'read' | 'search' | 'history' | 'reveal' | 'export'
  readonly fields: readonly string[]
  readonly reason: string | null
}
