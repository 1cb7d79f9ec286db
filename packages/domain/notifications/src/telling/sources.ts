import type { Place, PlacedRecord, WaitOwner } from '@opendpf/kit'
import { permissionFor, personSteps, startsIn } from '@opendpf/kit'
import type { DomainEvent, ModuleContext } from '@opendpf/kit/server'
import type { Texts } from '@opendpf/messages'
import type { NotificationTemplate, NotificationTemplates } from '../contract/index.js'

/** The users who have to act: whoever holds one of the permissions where the row lies, of the office first. */
export interface Owners {
  readonly permissions: readonly string[]
  readonly office?: WaitOwner
}

/** Something to be told about one row. */
export interface Occurrence<Placeholder extends string = string> {
  readonly subject: { readonly record: Pick<PlacedRecord, 'ref'>; readonly id: string }
  /** Where the row lies. */
  readonly place: Place
  /** Whom it is about, in the register of persons; for templates that tell people. */
  readonly person?: string | null
  /** For templates that tell users. */
  readonly owners?: Owners
  readonly values: Readonly<Record<Placeholder, string | Texts>>
  /**
   * What sets this occurrence apart from others of the same row: the day on which something ends. Nobody is told twice of one. An event needs
   * none: it is one occurrence.
   */
  readonly key?: string
}

/** Finds out what there is to tell of an event. Nothing, when the row has moved on. */
export type EventSource<Placeholder extends string = string> = (
  event: DomainEvent,
  context: ModuleContext,
) => Promise<readonly Occurrence<Placeholder>[]>

/** A part of what is due on a morning. */
export interface DuePage<Placeholder extends string = string> {
  readonly due: readonly (Occurrence<Placeholder> & { readonly key: string })[]
  /** Where the next page begins; undefined on the last one. */
  readonly next: string | undefined
}

/** Finds what is due today, page by page and set-based. It may say again what it said yesterday: nobody is told twice. */
export type DailySource<Placeholder extends string = string> = (
  after: string,
  context: ModuleContext,
) => Promise<DuePage<Placeholder>>

type SourceOf<T extends NotificationTemplate> = T['on'] extends 'daily'
  ? DailySource<keyof T['placeholders'] & string>
  : EventSource<keyof T['placeholders'] & string>

/** Gives what stands behind declared templates, for `provides: { [notificationsId]: notificationSources(templates, { … }) }`. */
export function notificationSources<const T extends NotificationTemplates>(
  _: T,
  sources: { readonly [Name in keyof T]: SourceOf<T[Name]> },
): { readonly [Name in keyof T]: SourceOf<T[Name]> } {
  return sources
}

/** Who can lead a row on from where it stands: the step that is waited for where people take it, else all of theirs. */
export function ownersOf(record: PlacedRecord, state: string): Owners {
  const wait = record.workflow?.waits[state]
  const steps = personSteps(record).filter(([, step]) => startsIn(step, state))
  const awaited = steps.filter(([verb]) => verb === wait?.escape)
  return {
    permissions: (awaited.length > 0 ? awaited : steps).map(([verb]) => permissionFor(record, verb)),
    ...(wait ? { office: wait.owner } : {}),
  }
}
