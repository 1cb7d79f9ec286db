import type { Hono, MiddlewareHandler } from 'hono'
import type { $ZodType, output } from 'zod/v4/core'
import type { Actor, ListAnswer, ListQuery, PlacedRecord, Registry, Total } from '../contract/index.js'
import type { ModuleContext, Provided, SnapshotContext } from './hooks.js'
import type { Reader } from './rows.js'

/** Rows of a list by a query of the module: one column of ids, compiled. Whoever reads the list sees those of them that he may see. */
export interface Among {
  readonly sql: string
  readonly parameters: readonly unknown[]
  /**
   * Whether it is as cheap for one id as an index makes it, so that each row of a page is asked about by itself, instead of the query being
   * worked out as a whole.
   */
  readonly isLedById?: boolean
}

export interface ListedOptions {
  readonly among?: Among | undefined
  /** As it was known at an instant. */
  readonly asOf?: string | undefined
  /** How many rows there are, where the module knows it: they are not counted again, except where the list narrows them further. */
  readonly total?: Total | undefined
}

/** Rows of a list that a module answers, with the record that they are of. */
export interface FoundRows extends ListedOptions {
  readonly record: string
  readonly among: Among
}

/**
 * What a module gives to `system`, for `provides: { system: … }`, so that lists which it answers by a query of its own can be taken out like
 * any other: with permission, reason, approval and masks. `asked` is what the module's page sent, and is checked here.
 *
 * @throws OpenDpfError `invalid-request`, `permission-denied`, `not-found`
 */
export interface ListSource {
  rows(context: SnapshotContext, asked: unknown): FoundRows
}

/** What a route of a module finds on its request. */
export interface RouteVariables {
  readonly actor: Actor
  readonly locale: 'zh-CN' | 'en'
  readonly registry: Registry
  readonly provided: Provided
  readonly read: Reader
  /**
   * A list as its screen shows it: with the caller's permission and territory, masked, and noted in the access log.
   *
   * @throws OpenDpfError `permission-denied`, `invalid-request`
   */
  readonly list: (record: PlacedRecord, query: ListQuery, options?: ListedOptions) => Promise<ListAnswer>
  /**
   * Shows values of a row that the caller may reveal. The line in the access log, with the reason, is written first.
   *
   * @throws OpenDpfError `permission-denied`, `not-found`
   */
  readonly reveal: (
    record: PlacedRecord,
    id: string,
    request: { readonly fields: readonly string[]; readonly reason: string },
  ) => Promise<Readonly<Record<string, unknown>>>
  /** Runs work on the one write path, in one transaction, once per `Idempotency-Key`. */
  readonly transaction: <T>(work: (context: ModuleContext) => Promise<T>) => Promise<T>
  /** Reads in one transaction that sees the rows of one moment: answers to several questions are of the same rows. */
  readonly snapshot: <T>(work: (context: SnapshotContext) => Promise<T>) => Promise<T>
  /** Queues a job of any module and answers its id. */
  readonly queue: (job: string, input: unknown) => Promise<string>
}

export interface RouteEnv {
  Variables: RouteVariables
}

/** What a module's own routes are made with. A route without `can` does not exist: the composition refuses it. */
export interface RouteKit {
  router(): Hono<RouteEnv>
  /** Lets through who holds the permission (`person.merge`, of this module). */
  can(permission: string): MiddlewareHandler<RouteEnv>
  /** Reads the JSON body with a schema, or answers what is wrong with which field. */
  body<Schema extends $ZodType>(
    schema: Schema,
  ): MiddlewareHandler<RouteEnv, string, { in: { json: output<Schema> }; out: { json: output<Schema> } }>
}
