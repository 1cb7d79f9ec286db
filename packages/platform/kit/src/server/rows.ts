import type { FieldOf, FieldsOf, PlacedRecord, RowOf } from '../contract/index.js'

/** A condition on plain columns, for a module's own reads. Sealed fields cannot be compared; exact ones have {@link Reader.byExact}. */
export type Where<R> = {
  readonly [F in FieldOf<R> | 'id']?: unknown | readonly unknown[] | null
}

export interface ManyOptions<R> {
  readonly limit?: number
  readonly orderBy?: FieldOf<R> | 'id'
}

/**
 * A module's view of the data: every row passes the actor's permission and territory, and comes with its values decrypted, because
 * rules compute with them. What goes to a person is masked by the routes, not here.
 */
export interface Reader {
  one<R extends PlacedRecord>(record: R, id: string): Promise<RowOf<R> | undefined>
  many<R extends PlacedRecord>(record: R, where: Where<R>, options?: ManyOptions<R>): Promise<readonly RowOf<R>[]>
  /** Rows by the whole value of an exact field, as a map from value to the rows that hold it. One query for all values. */
  byExact<R extends PlacedRecord>(
    record: R,
    field: FieldOf<R>,
    values: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RowOf<R>[]>>
  count<R extends PlacedRecord>(record: R, where: Where<R>): Promise<number>
}

/** What to do with a row: the version is the one that was seen, and the change fails when it is no longer the latest. */
export interface UpdateOf<R> {
  readonly id: string
  readonly version: number
  readonly values: Partial<FieldsOf<R>>
}

/** The one write path, inside one transaction: permission, territory, validation, version, history, audit, events. */
export interface Writer {
  create<R extends PlacedRecord>(record: R, values: Readonly<Record<string, unknown>>): Promise<RowOf<R>>
  /** Set-based: thousands of rows in a few statements. The order of the answer is that of the input. */
  createMany<R extends PlacedRecord>(
    record: R,
    values: readonly Readonly<Record<string, unknown>>[],
  ): Promise<readonly RowOf<R>[]>
  update<R extends PlacedRecord>(record: R, change: UpdateOf<R>): Promise<RowOf<R>>
  updateMany<R extends PlacedRecord>(record: R, changes: readonly UpdateOf<R>[]): Promise<readonly RowOf<R>[]>
  remove<R extends PlacedRecord>(
    record: R,
    change: { readonly id: string; readonly version: number; readonly reason?: string },
  ): Promise<void>
  removeMany<R extends PlacedRecord>(
    record: R,
    changes: readonly { readonly id: string; readonly version: number }[],
    reason?: string,
  ): Promise<void>
  /** Brings a removed row back as it was last, under the same id. */
  restore<R extends PlacedRecord>(record: R, id: string): Promise<RowOf<R>>
  /** Takes a step of the record's workflow; `values` are fields that the step fills. */
  transition<R extends PlacedRecord>(
    record: R,
    step: {
      readonly id: string
      readonly version: number
      readonly verb: string
      readonly values?: Readonly<Record<string, unknown>>
      /** Why, for the audit log and the timeline. */
      readonly reason?: string
    },
  ): Promise<RowOf<R>>
  /** One step for many rows, set-based; one that is refused refuses all. */
  transitionMany<R extends PlacedRecord>(
    record: R,
    verb: string,
    steps: readonly UpdateOf<R>[],
    reason?: string,
  ): Promise<readonly RowOf<R>[]>
  /**
   * Puts an event in the outbox, sent only if this transaction commits. Where the actor works in every county, as a job does, `county` says
   * where it happened.
   */
  emit(name: string, payload: unknown, county?: string | null): void
}
