import type { Session } from '@opendpf/database'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { Change, Outcome } from './draft.js'

/** One row as it leaves the write path. */
export interface StoredChange {
  readonly record: PlacedRecord
  readonly action: string
  readonly before: Row | undefined
  readonly row: Row | undefined
  readonly reason?: string | undefined
}

/** Where values come from: a person's form or file, whose permission is checked and who may not set computed fields; or a module's own code. */
export type Origin = 'person' | 'module'

export interface WriteSessionOptions {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
  readonly locale: Locale
  /** Nothing of this transaction will stay: leaves out what only a commit needs (names' grams, audit, events). */
  readonly isDryRun?: boolean
}

/** The one way by which rows change, inside one transaction. */
export interface WriteSession {
  readonly context: ModuleContext
  /** The rows of one record, each with what became of it. Refused ones are not written; the others are. */
  apply(record: PlacedRecord, changes: readonly Change[], origin: Origin): Promise<readonly Outcome[]>
  remove(
    record: PlacedRecord,
    rows: readonly { readonly id: string; readonly version: number }[],
    reason?: string,
  ): Promise<void>
  restore(record: PlacedRecord, id: string): Promise<Row>
  /** The audit entries and events of everything that was done: the last step before the commit. */
  finish(): Promise<void>
}
