import type { Locale } from '@opendpf/messages'
import type { Clock } from '@opendpf/standards'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Kysely } from 'kysely'
import type { FieldOf, FieldsOf, PlacedRecord, Registry } from '../contract/index.js'
import type { PublicOperation } from './public-operation.js'

/** A row as anybody sees it: where it lies, and the fields that are public. Fields that are not read as undefined. */
export type PublicRow<R> = {
  readonly id: string
  readonly division: string
  readonly county: string
  readonly town: string | null
} & Partial<FieldsOf<R>>

/** The data as somebody without an account sees them: what records declare to be public. Any other record throws. */
export interface PublicReader {
  one<R extends PlacedRecord>(record: R, id: string): Promise<PublicRow<R> | undefined>
  /** By public plain fields, in the order of the ids. */
  many<R extends PlacedRecord>(
    record: R,
    where: { readonly [F in FieldOf<R>]?: string },
    options: { readonly limit: number; readonly after?: string },
  ): Promise<readonly PublicRow<R>[]>
  /** The one row that holds the code its holder was given. */
  byCode<R extends PlacedRecord>(record: R, code: string): Promise<PublicRow<R> | undefined>
  /** Whether a row was public and is no more. */
  isGone(record: PlacedRecord, id: string): Promise<boolean>
}

/** What a public route finds on its request. There is no actor: whoever asks has no account. */
export interface PublicVariables {
  readonly look: PublicReader
  /**
   * Asks tables of the module's own for what a migration opened to people without an account beside records: keys to verify with, signed lists.
   * On this connection the database shows nothing else, and nothing is written.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each module sees its own tables
  readonly ask: <T>(work: (db: Kysely<any>) => Promise<T>) => Promise<T>
  readonly registry: Registry
  readonly clock: Clock
  /** The business date, YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  readonly locale: Locale
  /** `城关镇东街社区`: where a division lies, from the town down. */
  readonly placeOf: (division: string) => string
  readonly nameOf: (division: string) => string
  /**
   * Adds a row of a record that is open for it, with the fields that are, on the one write path: the same checks, audit entry and events as
   * for everybody. `within` is a division of the county that it belongs to.
   *
   * @throws OpenDpfError `invalid-input` with the fields concerned
   */
  readonly add: <R extends PlacedRecord>(
    record: R,
    values: Readonly<Record<string, unknown>>,
    within: string,
  ) => Promise<{ readonly id: string } & FieldsOf<R>>
}

export interface PublicEnv {
  Variables: PublicVariables
}

/** What public routes are made with. */
export interface PublicKit {
  router(): Hono<PublicEnv>
  /**
   * Lets through so many requests from one address in so many minutes, and answers the rest with `too-many-requests`. Routes of the same name
   * count together.
   */
  limit(name: string, most: { readonly requests: number; readonly minutes: number }): MiddlewareHandler<PublicEnv>
}

/** Routes that need no sign-in. */
export interface PublicRoutes {
  /** JSON, below `/api/v1/<module>/public`. */
  readonly api: Hono<PublicEnv>
  /** What the OpenAPI document says of them; the start fails for a route that it says nothing of. */
  readonly operations: readonly PublicOperation[]
  /** Pages for a browser, below `/<module>`. They answer failures themselves. */
  readonly pages: Hono<PublicEnv>
  /** Pages that load scripts of this server, and ask it for data with them: `/verify`. All others run none. */
  readonly scripted?: readonly string[]
}
