import type { Hono } from 'hono'
import type { $ZodType, output } from 'zod/v4/core'
import type { Module, PlacedRecord } from '../contract/index.js'
import type { ModuleContext, RecordHooks } from './hooks.js'
import type { ModuleMigrations } from './migration.js'
import type { RouteKit } from './routes.js'

/** A long piece of work: durable, retried, with progress, visible on the jobs page, cancelled between two steps. */
export interface JobDef<Input extends $ZodType = $ZodType> {
  readonly input: Input
  /** Message of the module: what the work is called on the jobs page. */
  readonly title: string
  /** How often a failed run is tried again, with growing pauses. Default 3. */
  readonly retries?: number
  run(input: output<Input>, job: JobContext): Promise<Readonly<Record<string, unknown>> | undefined>
}

export interface JobContext extends Omit<ModuleContext, 'write' | 'db'> {
  readonly id: string
  /** Aborted when somebody cancels the job or the server stops. */
  readonly signal: AbortSignal
  progress(done: number, total: number): Promise<void>
  /** One transaction of the write path. */
  transaction<T>(work: (context: ModuleContext) => Promise<T>): Promise<T>
}

/** Declares a job; `input` is checked when it is queued and again when it runs. */
export function defineJob<Input extends $ZodType>(job: JobDef<Input>): JobDef<Input> {
  return job
}

type HooksOf<M extends Module> = {
  readonly [Name in keyof M['records']]?: M['records'][Name] extends PlacedRecord
    ? RecordHooks<M['records'][Name]>
    : never
}

/** Returns a message key when a step must not happen. */
export type Guard = (
  context: ModuleContext,
  row: Readonly<Record<string, unknown>>,
) => Promise<string | undefined> | string | undefined

export interface ModuleImplementation<M extends Module> {
  readonly migrations: ModuleMigrations
  readonly hooks?: HooksOf<M>
  /** Guards of workflow steps, as `<record>.<verb>`. They run on every path: form, API, import, job. */
  readonly guards?: Readonly<Record<string, Guard>>
  // biome-ignore lint/suspicious/noExplicitAny: jobs of one module have different inputs
  readonly jobs?: Readonly<Record<string, JobDef<any>>>
  /** Rows that the module needs to run at all, written through the write path when it is first installed. */
  seed?(context: ModuleContext): Promise<void>
  /** Routes that the kit cannot derive, below `/api/v1/<module>`. */
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own parameters differ for each module
  routes?(kit: RouteKit): Hono<any, any, any>
}

/** The server half of a module, bound to its data half. */
export interface ModuleServer<M extends Module = Module> extends ModuleImplementation<M> {
  readonly module: M
}

/** Binds the server half to the contract; hooks and guards are typed by the records they belong to. */
export function implementModule<M extends Module>(module: M, implementation: ModuleImplementation<M>): ModuleServer<M> {
  return { module, ...implementation }
}
