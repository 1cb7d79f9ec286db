import type { Messages } from '@opendpf/messages'
import type { $ZodType, output } from 'zod/v4/core'
import type { ImportDef } from './imports.js'
import type { SnakeCase } from './naming.js'
import type { FieldOf, FieldsOf, PlacedRecord, RecordDef, TableOf, VerbOf } from './record.js'
import { placeRecord } from './record.js'

type Records = Readonly<Record<string, RecordDef>>
type Keys<T> = keyof T & string

/** The labels of a closed choice; an open `string` (a national code list) needs none. */
type ChoiceKeys<R, F extends FieldOf<R>> =
  NonNullable<FieldsOf<R>[F]> extends infer V
    ? [V] extends [string]
      ? string extends V
        ? never
        : V & string
      : never
    : never

type RecordKeys<Name extends string, R> =
  | Name
  | { [F in FieldOf<R>]: `${Name}.${F}` | `${Name}.${F}.${ChoiceKeys<R, F>}` }[FieldOf<R>]
  | `${Name}.do.${VerbOf<R>}`

/** The messages a module must have: its title, each record, field, choice, step and permission. A missing one does not compile. */
export type RequiredMessage<R extends Records, P extends string> =
  | 'title'
  | { [Name in Keys<R>]: RecordKeys<Name, R[Name]> }[Keys<R>]
  | `permission.${P}`

export type PlacedRecords<Id extends string, R extends Records> = {
  readonly [Name in Keys<R>]: R[Name] & Pick<PlacedRecord<Id, Name>, 'module' | 'name' | 'ref' | 'table'>
}

/** The data half of a module: safe in a browser and in other systems. */
export interface Module<
  Id extends string = string,
  R extends Records = Records,
  P extends string = string,
  E extends Readonly<Record<string, $ZodType>> = Readonly<Record<string, $ZodType>>,
> {
  readonly id: Id
  readonly records: PlacedRecords<Id, R>
  /** Permissions beside those that records bring. */
  readonly permissions: readonly P[]
  /** What the shipped roles may do here beyond what they may do everywhere, by the role's id; see {@link ModuleOptions.roles}. */
  readonly roles: Readonly<Record<string, readonly string[]>>
  readonly events: E
  readonly imports: Readonly<Record<string, ImportDef>>
  readonly messages: Messages
}

export interface ModuleOptions<
  Id extends string,
  R extends Records,
  P extends string,
  E extends Readonly<Record<string, $ZodType>>,
> {
  readonly id: Id
  readonly records: R
  readonly permissions?: readonly P[]
  /**
   * Permissions that the shipped roles get in this module beside those of their rank, without the module's prefix:
   * `{ 'town-clerk': ['case.submit'], 'village-commissioner': ['need.create'] }`. An unknown one stops the start.
   */
  readonly roles?: Readonly<Record<string, readonly string[]>>
  /** Payloads of the events this module puts in the outbox. Their names are `<module>.<event>`. */
  readonly events?: E
  readonly imports?: Readonly<Record<string, ImportDef>>
  readonly messages: Messages<NoInfer<RequiredMessage<R, P>>>
}

/** Declares a module: a register, an engine or a service line. All are made the same way. */
export function defineModule<
  const Id extends string,
  R extends Records,
  const P extends string = never,
  E extends Readonly<Record<string, $ZodType>> = Record<never, never>,
>(options: ModuleOptions<Id, R, P, E>): Module<Id, R, P, E> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(options.id)) throw new Error(`a module's id is kebab-case: "${options.id}"`)
  const records = Object.fromEntries(
    Object.entries(options.records).map(([name, record]) => [name, placeRecord(options.id, name, record)]),
  )
  return {
    id: options.id,
    records: records as unknown as PlacedRecords<Id, R>,
    permissions: options.permissions ?? [],
    roles: options.roles ?? {},
    events: options.events ?? ({} as E),
    imports: options.imports ?? {},
    messages: options.messages as Messages,
  }
}

/** Kysely's view of a module's tables. */
export type DatabaseOf<M extends Module> = {
  [Name in Keys<M['records']> as `${SnakeCase<M['id']>}_${SnakeCase<Name>}`]: TableOf<M['records'][Name]>
}

export type EventName<M extends Module> = keyof M['events'] & string
export type EventPayload<M extends Module, E extends EventName<M>> = output<M['events'][E]>
export type PermissionOf<M extends Module> = M['permissions'][number]
