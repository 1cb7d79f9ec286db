import type { Hono, MiddlewareHandler } from 'hono'
import type { $ZodType, output } from 'zod/v4/core'
import type { Actor, Registry } from '../contract/index.js'
import type { ModuleContext } from './hooks.js'
import type { Reader } from './rows.js'

/** What a route of a module finds on its request. */
export interface RouteVariables {
  readonly actor: Actor
  readonly locale: 'zh-CN' | 'en'
  readonly registry: Registry
  readonly read: Reader
  /** Runs work on the one write path, in one transaction, once per `Idempotency-Key`. */
  readonly transaction: <T>(work: (context: ModuleContext) => Promise<T>) => Promise<T>
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
