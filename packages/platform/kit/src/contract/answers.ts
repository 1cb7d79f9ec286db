import type { FieldProblem } from '@opendpf/errors'
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

/**
 * The number of rows a list has: exact up to a bound, "more than" above it, so that no screen ever waits for a full count. What is exact was
 * counted with the page; "more than" may be a few seconds old.
 */
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

/** One step in the course of a row. */
export interface TimelineEntry {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly byName: string
  /** A verb of the workflow, or `create`, `remove`, `restore`. */
  readonly action: string
  /** The state it led to. */
  readonly to?: string
  readonly reason: string | null
}

/** How a row came to where it stands, oldest first, and what periods it has to keep. */
export interface Timeline {
  readonly state: string
  readonly entries: readonly TimelineEntry[]
  /** Rows of `system.deadline`. */
  readonly deadlines: readonly RecordAnswer[]
}

/** One paper that was made from a row: which copy, by whom, and what it was. */
export interface DocumentCopy {
  /** Counted from 1 for each document of each row. */
  readonly copy: number
  readonly madeAt: string
  readonly madeByName: string
  /** SHA-256 of the file, in hex. */
  readonly hash: string
  readonly bytes: number
}

/** A document that belongs to a row, whether it may be printed now, and what was printed before. */
export interface RowDocument {
  readonly name: string
  readonly isAvailable: boolean
  /** Why it may not be printed, in words. */
  readonly problems: readonly FieldProblem[]
  /** Newest first. */
  readonly copies: readonly DocumentCopy[]
}

/** A step that leads on from where a row stands. */
export interface OpenStep {
  readonly verb: string
  readonly to: string
  readonly isAllowed: boolean
  /** Why it is not allowed, in words. Fields that the step needs are not among them: they are filled in with it. */
  readonly problems: readonly FieldProblem[]
}

/** What a bulk step did, or would do: whom it includes, and whom it does not and why. */
export interface BulkAnswer {
  readonly isDryRun: boolean
  readonly included: readonly { readonly id: string; readonly title: string }[]
  readonly refused: readonly {
    readonly id: string
    readonly title: string
    readonly problems: readonly FieldProblem[]
  }[]
}
