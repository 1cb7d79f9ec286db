import type { Hono } from 'hono'
import type { $ZodType, output } from 'zod/v4/core'
import type { FieldsOf, GuardOf, Module, PlacedRecord, Registry } from '../contract/index.js'
import type { DocumentMaker } from './documents.js'
import type { ModuleContext, RecordHooks, SnapshotContext } from './hooks.js'
import type { ModuleMigrations } from './migration.js'
import type { PublicKit, PublicRoutes } from './public-routes.js'
import type { RouteKit } from './routes.js'

/**
 * When a job runs by itself: every day at a time of day in Asia/Shanghai, `HH:MM`, or every so many minutes. A run that was missed while
 * no server was up is made up once.
 */
export type JobSchedule = { readonly dailyAt: string } | { readonly everyMinutes: number }

/** A long piece of work: durable, retried, with progress, visible on the jobs page, cancelled between two steps. */
export interface JobDef<Input extends $ZodType = $ZodType> {
  readonly input: Input
  /** Message of the module: what the work is called on the jobs page. */
  readonly title: string
  /** How often a failed run is tried again, with growing pauses. Default 3. */
  readonly retries?: number
  /** Runs by itself, as the platform and with an empty input, in one process whatever their number. */
  readonly schedule?: JobSchedule
  /** Asked each time the schedule is due: without work there is no run. Default: it always runs. It reads, and writes nothing. */
  isNeeded?(context: ModuleContext): Promise<boolean>
  run(input: output<Input>, job: JobContext): Promise<Readonly<Record<string, unknown>> | undefined>
}

export interface JobContext
  extends Omit<ModuleContext, 'write' | 'db' | 'secrets' | 'files' | 'planFreely' | 'states'> {
  readonly id: string
  /** Aborted when somebody cancels the job or the server stops. */
  readonly signal: AbortSignal
  progress(done: number, total: number): Promise<void>
  /** One transaction of the write path. */
  transaction<T>(work: (context: ModuleContext) => Promise<T>): Promise<T>
  /** Reads that see the rows of one moment. */
  snapshot<T>(work: (context: SnapshotContext) => Promise<T>): Promise<T>
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

/** Something that happened, as those who listen to it are told. */
export interface DomainEvent {
  /** The same each time it is told. */
  readonly id: string
  readonly at: string
  /** 6 digits; null for what the platform itself did. */
  readonly county: string | null
  /** `<module>.<event>` */
  readonly name: string
  readonly payload: unknown
}

/** Does what follows from an event, in a transaction of its own as the platform. When it throws, it is told again later. */
export type EventHandler = (event: DomainEvent, context: ModuleContext) => Promise<void>

/** Events that a module listens to because contracts of a deployment name them, and what it does about each. */
export interface DeclaredListener {
  /** Whole names; asked once for each deployment. */
  events(registry: Registry): readonly string[]
  readonly follow: EventHandler
}

/** What a guard answers: the step may happen, or what its message `<record>.guard.<name>` is filled in with. */
export type GuardAnswer = true | Readonly<Record<string, string | number>>

/**
 * Decides whether a step may happen, from the row as it would be written. It runs inside the transaction of the step, and before one
 * that is only asked about: it reads and writes nothing.
 */
export type Guard<R extends PlacedRecord = PlacedRecord> = (
  context: ModuleContext,
  row: { readonly id: string } & FieldsOf<R>,
) => Promise<GuardAnswer> | GuardAnswer

type GuardsOf<M extends Module> = { readonly [Key in GuardKeys<M>]: Guard<GuardedRecord<M, Key>> }

type DocumentsOf<M extends Module> = {
  readonly [Key in DocumentKeys<M>]: DocumentMaker<GuardedRecord<M, Key>>
}

type DocumentKeys<M extends Module> = {
  [Name in keyof M['documents'] & string]: `${M['documents'][Name]['record']}.${Name}`
}[keyof M['documents'] & string]

type GuardedRecord<M extends Module, Key extends string> = Key extends `${infer Name}.${string}`
  ? M['records'][Name] extends PlacedRecord
    ? M['records'][Name]
    : PlacedRecord
  : PlacedRecord

type GuardKeys<M extends Module> = {
  [Name in keyof M['records'] & string]: `${Name}.${GuardOf<M['records'][Name]>}`
}[keyof M['records'] & string]

export interface ModuleImplementation<M extends Module> {
  readonly migrations: ModuleMigrations
  readonly hooks?: HooksOf<M>
  /** Every guard that a workflow of the module names, as `<record>.<name>`. They run on every path: form, API, bulk step, job. */
  readonly guards?: GuardsOf<M>
  /** What stands in every document that the module declares, as `<record>.<name>`: a tree of its parts, made from the row. */
  readonly documents?: DocumentsOf<M>
  /**
   * What is done when something happened elsewhere, by the event's whole name: `{ 'persons.person.merged': follow }`. Each event is told at
   * least once; those of one row in their order.
   */
  readonly on?: Readonly<Record<string, EventHandler>>
  /** The same for events that other modules name in what they declare for this one. An event that `on` names goes there alone. */
  readonly onDeclared?: DeclaredListener
  /**
   * What this half gives to other modules that serve it, by their id: what stands behind the declarations of the contract and can only
   * run on a server. Made with a function of that module; it reads what all modules give with {@link ModuleContext.provided}.
   */
  readonly provides?: Readonly<Record<string, unknown>>
  /**
   * What is wrong with what the modules of a deployment declare for this one, in words that name the declaration. A server does not start on
   * any.
   */
  inspect?(registry: Registry): readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: jobs of one module have different inputs
  readonly jobs?: Readonly<Record<string, JobDef<any>>>
  /** Rows that the module needs to run at all, written through the write path when it is first installed. */
  seed?(context: ModuleContext): Promise<void>
  /** Routes that the kit cannot derive, below `/api/v1/<module>`. */
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own parameters differ for each module
  routes?(kit: RouteKit): Hono<any, any, any>
  /** Routes for people without an account. They see what records declare to be public, and add what records open to them. */
  publicRoutes?(kit: PublicKit): PublicRoutes
}

/** The server half of a module, bound to its data half. */
export interface ModuleServer<M extends Module = Module> extends ModuleImplementation<M> {
  readonly module: M
}

/** Binds the server half to the contract; hooks and guards are typed by the records they belong to. */
export function implementModule<M extends Module>(module: M, implementation: ModuleImplementation<M>): ModuleServer<M> {
  return { module, ...implementation }
}
