import type { ReadingReason, ReadingWarning } from './reading-texts.js'

/** A value as we understood a cell. */
export interface Understood<T> {
  readonly ok: true
  readonly value: T
  /** How the value reads, where it differs from what stands in the cell; for showing beside it, never for a log. */
  readonly understoodAs?: string
  readonly warnings: readonly ReadingWarning[]
}

/** Why a cell gives no value. We say so rather than guess. */
export interface NotUnderstood {
  readonly ok: false
  readonly reason: ReadingReason
  /** Codes or names it might stand for. */
  readonly candidates?: readonly string[]
}

/** What every reader of a cell answers. An empty cell is `EMPTY`; whether that is a mistake is the caller's to say. */
export type Reading<T> = Understood<T> | NotUnderstood

/** Makes the good half of a {@link Reading}. */
export function understood<T>(
  value: T,
  more: { readonly understoodAs?: string; readonly warnings?: readonly ReadingWarning[] } = {},
): Understood<T> {
  const base = { ok: true, value, warnings: more.warnings ?? [] } as const
  return more.understoodAs === undefined ? base : { ...base, understoodAs: more.understoodAs }
}

/** Makes the refusing half of a {@link Reading}. */
export function notUnderstood(reason: ReadingReason, candidates?: readonly string[]): NotUnderstood {
  return candidates === undefined ? { ok: false, reason } : { ok: false, reason, candidates }
}
