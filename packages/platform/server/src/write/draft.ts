import type { FieldProblem, OpenDpfError } from '@opendpf/errors'
import { problemOf } from '@opendpf/errors'
import type { PlacedRecord, Registry } from '@opendpf/kit'
import { verbMessages } from '@opendpf/kit'
import type { Draft } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { interpolate, messageOf } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import { writeMessages } from './messages.js'

/** One change that somebody wants. `version` is the one that was seen. */
export type Change =
  | { readonly action: 'create'; readonly values: Readonly<Record<string, unknown>>; readonly id?: string }
  | {
      readonly action: 'update' | 'transition'
      readonly id: string
      readonly version: number
      readonly values: Readonly<Record<string, unknown>>
      readonly verb?: string
      /** Why, for the audit entry. */
      readonly reason?: string
      /** The step is only asked about: what it needs to be filled in is not missing yet, and nothing is written. */
      readonly isAsking?: boolean
    }

/** A change on its way: the draft that hooks see, and what was found. */
export interface Pending {
  readonly id: string
  readonly before: Row | undefined
  readonly draft: Draft
  readonly problems: FieldProblem[]
  readonly warnings: FieldProblem[]
  /** Why the row as a whole is refused, whatever its fields: it has a problem too, then. */
  refusal?: OpenDpfError
  readonly reason?: string | undefined
  readonly isAsking: boolean
  place: { readonly division: string | null; readonly county: string | null; readonly town: string | null }
}

/** What became of one change. */
export interface Outcome {
  readonly row: Row | undefined
  readonly before: Row | undefined
  readonly problems: readonly FieldProblem[]
  readonly warnings: readonly FieldProblem[]
  /** Why the row as a whole is refused: what a request about this one row is answered. */
  readonly refusal: OpenDpfError | undefined
}

/** Speaks of a record's fields in one language. */
export interface Speech {
  readonly locale: Locale
  label(record: PlacedRecord, field: string): string
  /** What registering a row is called. */
  verb(verb: 'create'): string
  /** A refusal of a whole row, told at one of its fields. */
  refusal(field: string, error: OpenDpfError): FieldProblem
  /** A problem of the platform's own. */
  own(
    record: PlacedRecord,
    field: string,
    key: keyof (typeof writeMessages)['en'] & string,
    params?: Readonly<Record<string, string | number>>,
  ): FieldProblem
  /** A problem in the words of a module. */
  module(
    record: PlacedRecord,
    field: string,
    key: string,
    params?: Readonly<Record<string, string | number>>,
  ): FieldProblem
}

/** Makes the speech of a request. */
export function speak(registry: Registry, locale: Locale): Speech {
  const label = (record: PlacedRecord, field: string): string =>
    registry.text(record.module, locale, `${record.name}.${field}`)
  return {
    locale,
    label,
    verb: (verb) => verbMessages[locale][verb],
    refusal: (field, error) => ({ path: field, code: error.code, message: problemOf(error, locale).detail }),
    own: (record, field, key, params) => ({
      path: field,
      code: key,
      message: messageOf(writeMessages, locale, key, { label: label(record, field), ...params }),
    }),
    module: (record, field, key, params) => ({
      path: field,
      code: key,
      message: interpolate(registry.text(record.module, locale, key), { label: label(record, field), ...params }),
    }),
  }
}

/** Starts the draft of a change; what the hooks say lands in the pending change. */
export function beginDraft(
  record: PlacedRecord,
  speech: Speech,
  options: {
    readonly action: Draft['action']
    readonly id: string
    readonly before: Row | undefined
    readonly values: Record<string, unknown>
    readonly verb?: string | undefined
    readonly reason?: string | undefined
    readonly isAsking?: boolean | undefined
  },
): Pending {
  const problems: FieldProblem[] = []
  const warnings: FieldProblem[] = []
  const { action, id, before, values, verb, reason, isAsking = false } = options
  const draft: Draft = {
    action,
    before: before as Draft['before'],
    values: values as Draft['values'],
    ...(verb === undefined ? {} : { verb }),
    refuse: (field, message, params) => void problems.push(speech.module(record, field, message, params)),
    warn: (field, message, params) => void warnings.push(speech.module(record, field, message, params)),
  }
  return {
    id,
    before,
    draft,
    problems,
    warnings,
    reason,
    isAsking,
    place: { division: before?.division ?? null, county: before?.county ?? null, town: before?.town ?? null },
  }
}
