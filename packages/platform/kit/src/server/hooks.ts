import type { Locale } from '@opendpf/messages'
import type { Clock } from '@opendpf/standards'
import type { Kysely } from 'kysely'
import type {
  Actor,
  Attachment,
  AttachmentType,
  FieldsOf,
  Place,
  PlacedRecord,
  Registry,
  RowOf,
  TimeLimit,
} from '../contract/index.js'
import type { Reader, Writer } from './rows.js'

/**
 * Seals what only this deployment's keys may open, for secrets that a module keeps in tables of its own: a signing key belongs into no record,
 * where somebody could reveal it. `purpose` is `<table>.<column>`: sealed bytes open nowhere else.
 */
export interface Secrets {
  seal(text: string, purpose: string): Uint8Array
  open(bytes: Uint8Array, purpose: string): string
  /** 128 bits as base64url that only this deployment makes of a value, the same each time; no rotation of its keys changes them. */
  blind(kind: string, value: string): string
}

/** A file that a module has made. */
export interface MadeFile {
  readonly name: string
  readonly type: AttachmentType
  readonly content: Uint8Array
}

/** Files that a module makes or reads itself: what it sends to another system, and what comes back from there. */
export interface Files {
  /** Keeps a file, sealed, for a field with files of a row that is written next, in this transaction. */
  keep(record: PlacedRecord, field: string, file: MadeFile): Promise<Attachment>
  /**
   * The content of a file that a row carries.
   *
   * @throws OpenDpfError `not-found`
   */
  read(file: Attachment): Promise<Uint8Array>
}

/**
 * What the modules of a deployment give to one of them, by the id of the giver. The one that is given knows the type: it made the function
 * that others called.
 */
export type Provided = (to: string) => ReadonlyMap<string, unknown>

/** In which state records are, for answers that are kept until something they were made of changes. */
export interface RecordStates {
  /**
   * A text that stays the same as long as nothing has changed of these records (`<module>.<record>`) that whoever asks may see; undefined
   * where that cannot be told. What is written to no record's table is not told of.
   */
  of(records: readonly string[]): string | undefined
  /**
   * The rows of records that were changed since `of` told a state of them; undefined where they are too many to be told, or where a row was
   * taken out of sight without leaving its mark here.
   */
  since(state: string): Promise<readonly RowChange[] | undefined>
}

/** A row that was made, changed or removed since a state. */
export interface RowChange {
  /** `<module>.<record>` */
  readonly record: string
  readonly id: string
  /** The version that it had in that state; 0 where there was none. */
  readonly before: number
}

/** What hooks, guards and routes may use. */
export interface ModuleContext {
  readonly actor: Actor
  readonly clock: Clock
  /** The business date, YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  readonly registry: Registry
  /**
   * The language of whoever caused this, for what is told to him alone. What is stored in a row is in the county's language, whoever wrote
   * it.
   */
  readonly locale: Locale
  readonly provided: Provided
  readonly read: Reader
  /**
   * What divisions keep today instead of a declared period of a record, by the place of a row: the latest decision of the smallest one, or
   * what is declared. For rows of any of these counties, in one query.
   */
  readonly periods: (
    record: PlacedRecord,
    name: string,
    counties: readonly (string | null)[],
  ) => Promise<(place: Place) => TimeLimit>
  readonly write: Writer
  readonly secrets: Secrets
  readonly files: Files
  /**
   * Lets the database choose its plans for questions about a whole register: who qualifies, how many there are. For rows and pages it knows
   * its way without.
   */
  readonly planFreely: <T>(ask: () => Promise<T>) => Promise<T>
  /**
   * The state of the records that this transaction sees now. Undefined for somebody who works in several counties, and once the transaction
   * has written something.
   */
  readonly states: () => Promise<RecordStates | undefined>
  /**
   * The running transaction, for set-based checks of the module's own tables, under row security. Records are written by `write` alone:
   * a statement built with this that writes to the table of one is refused.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each module sees its own tables; the seam between modules has no common type
  readonly db: Kysely<any>
}

/** What reads the rows of one moment, and writes none. It opens nothing that is sealed either. */
export interface SnapshotContext extends Omit<ModuleContext, 'write' | 'secrets' | 'files'> {
  readonly secrets: Pick<Secrets, 'blind'>
}

/** One row on its way into the database. */
export interface Draft<R extends PlacedRecord = PlacedRecord> {
  /** A row that comes back after its removal comes as `create`. A removal has no draft: `after` hears of it, and refuses it by throwing. */
  readonly action: 'create' | 'update' | 'transition'
  /** Absent for a new row. */
  readonly before: RowOf<R> | undefined
  /** The values as they will be stored; `prepare` may set computed fields. Mutable on purpose: this is the draft. */
  readonly values: { -readonly [K in keyof FieldsOf<R>]: FieldsOf<R>[K] }
  /** The step, when the change comes from the workflow. */
  readonly verb?: string
  /**
   * Refuses the row: `message` is a key of the module's messages (`person.problem.sexMismatch`), shown at the field.
   * A refused row is never written; in an import the others go on.
   */
  refuse(field: keyof FieldsOf<R> & string, message: string, params?: Readonly<Record<string, string | number>>): void
  /** A remark that does not stop the row, shown to whoever writes it. */
  warn(field: keyof FieldsOf<R> & string, message: string, params?: Readonly<Record<string, string | number>>): void
}

type DoneAction = 'create' | 'update' | 'remove' | 'restore' | (string & {})

/** What a module adds to the write path of one record. Everything is a batch, so that an import of 100,000 rows needs no query per row. */
export interface RecordHooks<R extends PlacedRecord = PlacedRecord> {
  /** Computes derived fields and checks the row by itself. No database. */
  prepare?(draft: Draft<R>, context: Pick<ModuleContext, 'actor' | 'today' | 'clock' | 'registry'>): void
  /** Checks rows against the database, all at once. */
  check?(drafts: readonly Draft<R>[], context: ModuleContext): Promise<void>
  /** Writes what follows from the rows, in the same transaction. Whatever it throws takes all of it back. */
  after?(
    changes: readonly {
      readonly before: RowOf<R> | undefined
      readonly row: RowOf<R> | undefined
      /** What was done: the verb of a step, where it was one. */
      readonly action: DoneAction
    }[],
    context: ModuleContext,
  ): Promise<void>
}
