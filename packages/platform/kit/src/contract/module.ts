import type { Messages } from '@opendpf/messages'
import type { $ZodType, output } from 'zod/v4/core'
import type { DocumentDef } from './documents.js'
import { documentsOf } from './documents.js'
import type { ImportDef } from './imports.js'
import type { SnakeCase } from './naming.js'
import type { ClockOf, FieldOf, FieldsOf, GuardOf, PlacedRecord, RecordDef, TableOf, VerbOf } from './record.js'
import { placeRecord } from './record.js'

type Records = Readonly<Record<string, RecordDef>>
type Documents = Readonly<Record<string, DocumentDef>>
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
  | `${Name}.guard.${GuardOf<R>}`
  | `${Name}.clock.${ClockOf<R>}`

/** The messages a module must have: its title, each record, field, choice, step, guard, clock, document and permission. A missing one does not compile. */
export type RequiredMessage<R extends Records, P extends string, D extends Documents = Record<never, never>> =
  | 'title'
  | { [Name in Keys<R>]: RecordKeys<Name, R[Name]> }[Keys<R>]
  | { [Name in Keys<D>]: `${D[Name]['record']}.document.${Name}` }[Keys<D>]
  | `permission.${P}`

export type PlacedRecords<Id extends string, R extends Records> = {
  readonly [Name in Keys<R>]: R[Name] & Pick<PlacedRecord<Id, Name>, 'module' | 'name' | 'ref' | 'table' | 'documents'>
}

/** The data half of a module: safe in a browser and in other systems. */
export interface Module<
  Id extends string = string,
  R extends Records = Records,
  P extends string = string,
  E extends Readonly<Record<string, $ZodType>> = Readonly<Record<string, $ZodType>>,
  D extends Documents = Documents,
> {
  readonly id: Id
  readonly records: PlacedRecords<Id, R>
  readonly documents: D
  /** Permissions beside those that records bring. */
  readonly permissions: readonly P[]
  /** What the shipped roles may do here beyond what they may do everywhere, by the role's id; see {@link ModuleOptions.roles}. */
  readonly roles: Readonly<Record<string, readonly string[]>>
  readonly events: E
  readonly imports: Readonly<Record<string, ImportDef>>
  /** What this module tells others that serve it, by their id; see {@link ModuleOptions.declares}. */
  readonly declares: Readonly<Record<string, unknown>>
  readonly messages: Messages
}

export interface ModuleOptions<
  Id extends string,
  R extends Records,
  P extends string,
  E extends Readonly<Record<string, $ZodType>>,
  D extends Documents = Documents,
> {
  readonly id: Id
  readonly records: R
  /** What can be printed from rows of a record, by name; each is called as the message `<record>.document.<name>` says. */
  readonly documents?: D
  readonly permissions?: readonly P[]
  /**
   * Permissions that the shipped roles get in this module beside those of their rank, without the module's prefix:
   * `{ 'town-clerk': ['case.submit'], 'village-commissioner': ['need.create'] }`. An unknown one stops the start.
   */
  readonly roles?: Readonly<Record<string, readonly string[]>>
  /** Payloads of the events this module puts in the outbox. Their names are `<module>.<event>`. */
  readonly events?: E
  readonly imports?: Readonly<Record<string, ImportDef>>
  /**
   * What another module wants to know of those it serves, by that module's id and made with a function of its contract:
   * `{ notices: noticeKinds({ … }) }`. It reads the declarations of all modules from the registry.
   */
  readonly declares?: Readonly<Record<string, unknown>>
  readonly messages: Messages<NoInfer<RequiredMessage<R, P, D>>>
}

/** Declares a module: a register, an engine or a service line. All are made the same way. */
export function defineModule<
  const Id extends string,
  R extends Records,
  const P extends string = never,
  E extends Readonly<Record<string, $ZodType>> = Record<never, never>,
  const D extends Readonly<Record<string, DocumentDef<Keys<R>>>> = Record<never, never>,
>(options: ModuleOptions<Id, R, P, E, D>): Module<Id, R, P, E, D> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(options.id)) throw new Error(`a module's id is kebab-case: "${options.id}"`)
  const records = Object.fromEntries(
    Object.entries(options.records).map(([name, record]) => [
      name,
      { ...placeRecord(options.id, name, record), documents: documentsOf(options.documents ?? {}, name) },
    ]),
  )
  return {
    id: options.id,
    records: records as unknown as PlacedRecords<Id, R>,
    documents: options.documents ?? ({} as D),
    permissions: options.permissions ?? [],
    roles: options.roles ?? {},
    events: options.events ?? ({} as E),
    imports: options.imports ?? {},
    declares: options.declares ?? {},
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
