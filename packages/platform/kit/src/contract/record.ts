import type { $ZodShape, $ZodType, output } from 'zod/v4/core'
import type { DocumentDef } from './documents.js'
import type { FieldMeta } from './field-meta.js'
import { isOptional, metaOf } from './field-meta.js'
import type { SnakeCase } from './naming.js'
import { snakeCase } from './naming.js'
import type { PublicView } from './public-view.js'
import type { Workflow } from './workflow/workflow.js'
import type { TimeLimit } from './workflow/workflow-clock.js'

export type Shape = Readonly<Record<string, $ZodType>>
export type FieldName<S extends Shape> = keyof S & string

/** A group of fields under a heading, on the form and on the detail page alike. `title` is a message of the module. */
export interface Section<Field extends string = string> {
  readonly title: string
  readonly fields: readonly Field[]
}

/**
 * Whose territory a row lies in. `division`: the record has a field `division` of its own. `{ from }`: it lies where the record
 * that this reference names lies, and moves with it. `global`: it belongs to no county (roles, divisions).
 */
export type RecordScope<Field extends string = string> = 'division' | { readonly from: Field } | 'global'

export interface ListOptions<Field extends string = string> {
  readonly columns: readonly Field[]
  readonly filters?: readonly Field[]
  /** Each is an order the list can have, with an index of its own. The first is the one it opens with. */
  readonly orders: readonly [Field, ...Field[]]
  readonly direction?: 'ascending' | 'descending'
  /** Nothing is listed before one searches or filters (a register of persons is not for browsing). */
  readonly isQuiet?: boolean
}

export type Operation = 'create' | 'update' | 'remove' | 'import' | 'export'

/** A record type as its author writes it. Its name, its table and its address come from the place it has in the module. */
export interface RecordOptions<
  S extends Shape = Shape,
  Verb extends string = string,
  Guard extends string = string,
  Clock extends string = string,
> {
  readonly fields: S
  readonly scope: RecordScope<FieldName<S>>
  /** The field a row is called by, wherever it is shown. */
  readonly title: FieldName<S>
  readonly list: ListOptions<FieldName<S>>
  /** Name fields that a search finds rows by. */
  readonly search?: readonly FieldName<S>[]
  readonly sections?: readonly Section<FieldName<S>>[]
  /** What can be done beside reading. Default: everything. */
  readonly operations?: readonly Operation[]
  readonly workflow?: Workflow<FieldName<S>, Verb, Guard, Clock>
  /**
   * Periods that the module's own jobs and guards count by and that a county may decide about like those of clocks: nine years until a
   * renewal. Their names are the messages `<record>.clock.<name>`.
   */
  readonly periods?: Readonly<Record<string, TimeLimit>>
  /**
   * A field that holds the `<module>.<record>` each row is about. Whoever may not read that record does not see the row, in a list, an
   * export or by its id, whatever he may read of this one.
   */
  readonly readableWith?: FieldName<S>
  /** What somebody without an account may see and add. Default: nothing. */
  readonly publicly?: PublicView<FieldName<S>>
}

export interface RecordDef<
  S extends Shape = Shape,
  Verb extends string = string,
  Guard extends string = string,
  Clock extends string = string,
> extends RecordOptions<S, Verb, Guard, Clock> {
  readonly kind: 'record'
}

/** A record type that knows its module: what the platform and other modules work with. */
export interface PlacedRecord<
  Module extends string = string,
  Name extends string = string,
  S extends Shape = Shape,
  Verb extends string = string,
> extends RecordDef<S, Verb> {
  readonly module: Module
  readonly name: Name
  readonly ref: `${Module}.${Name}`
  readonly table: string
  /** What can be printed from a row, by name. */
  readonly documents?: Readonly<Record<string, DocumentDef>>
}

/** Declares a record type: fields with their privacy, scope, lists, form. Everything else is derived. */
export function defineRecord<
  S extends Shape,
  const Verb extends string = never,
  const Guard extends string = never,
  const Clock extends string = never,
>(options: RecordOptions<S, Verb, Guard, Clock>): RecordDef<S, Verb, Guard, Clock> {
  for (const field of Object.values(options.fields)) metaOf(field)
  return { kind: 'record', ...options }
}

/** Gives a record the place it has in its module. */
export function placeRecord<Module extends string, Name extends string, R extends RecordDef>(
  module: Module,
  name: Name,
  record: R,
) {
  return {
    ...record,
    module,
    name,
    ref: `${module}.${name}` as const,
    table: `${snakeCase(module)}_${snakeCase(name)}`,
  }
}

type ShapeOf<R> = R extends { readonly fields: infer S extends Shape } ? S : never
export type FieldOf<R> = keyof ShapeOf<R> & string
export type VerbOf<R> = WorkflowOf<R> extends { readonly transitions: infer Steps } ? keyof Steps & string : never
/** The names of what must hold before steps of a record. */
export type GuardOf<R> =
  WorkflowOf<R> extends { readonly transitions: infer Steps } ? GuardsIn<Steps[keyof Steps]> : never
export type ClockOf<R> =
  NonNullable<WorkflowOf<R> extends { readonly clocks?: infer Clocks } ? Clocks : never> extends infer Named
    ? keyof Named & string
    : never

type WorkflowOf<R> = R extends { readonly workflow?: infer W } ? NonNullable<W> : never
type GuardsIn<Step> = Step extends { readonly guards?: infer Guards }
  ? NonNullable<Guards> extends readonly (infer Name)[]
    ? Name & string
    : never
  : never

/** The values of a record's own fields. */
export type FieldsOf<R> = { readonly [K in FieldOf<R>]: output<ShapeOf<R>[K]> }

/** What the write path keeps beside the fields of every row. */
export interface SystemFields {
  readonly id: string
  readonly version: number
  /** 12 digits; null only for global records. */
  readonly division: string | null
  readonly county: string | null
  /** 9 digits; null for what lies above the towns. */
  readonly town: string | null
  /** When this version was written (system time, UTC). */
  readonly recordedAt: string
  /** The actor who wrote this version. */
  readonly recordedBy: string
}

export type RowOf<R> = SystemFields & FieldsOf<R>

/** Kysely's view of a record's table: real columns, snake case. Sealed columns are bytes. */
export type TableOf<R> = {
  [K in keyof SystemFields as SnakeCase<K>]: SystemFields[K]
} & {
  [K in FieldOf<R> as SnakeCase<K>]: output<ShapeOf<R>[K]>
}

/** A field of a record with its facts. */
export interface Field {
  readonly name: string
  readonly schema: $ZodType
  readonly meta: FieldMeta
  readonly isOptional: boolean
}

// asked for every row of an import: looked up once per record
const known = new WeakMap<Shape, readonly Field[]>()

/** The record's fields with their facts, in the order they were declared. */
export function fieldsOf(record: { readonly fields: Shape }): readonly Field[] {
  const fields =
    known.get(record.fields) ??
    Object.entries(record.fields as $ZodShape).map(([name, schema]) => ({
      name,
      schema,
      meta: metaOf(schema),
      isOptional: isOptional(schema),
    }))
  known.set(record.fields, fields)
  return fields
}

/** The facts of one field; an unknown name is a programming error and throws. */
export function fieldMeta(record: { readonly fields: Shape; readonly ref?: string }, field: string): FieldMeta {
  const schema = record.fields[field]
  if (!schema) throw new Error(`${record.ref ?? 'the record'} has no field "${field}"`)
  return metaOf(schema)
}

/** Whether the record offers an operation. */
export function allows(record: RecordDef, operation: Operation): boolean {
  return record.operations === undefined || record.operations.includes(operation)
}

const entered = new WeakMap<RecordDef, readonly string[]>()

/** Fields a person fills in: neither computed nor moved by the workflow. */
export function inputFields(record: RecordDef): readonly string[] {
  const names =
    entered.get(record) ??
    fieldsOf(record)
      .filter(({ name, meta }) => !meta.isDerived && record.workflow?.field !== name)
      .map(({ name }) => name)
  entered.set(record, names)
  return names
}

/** The field that makes a row lie in its parent's territory, if it has one. */
export function parentField(record: RecordDef): string | undefined {
  return typeof record.scope === 'object' ? record.scope.from : undefined
}
