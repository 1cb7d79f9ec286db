/**
 * What every parser of this package answers. A parser never throws, whatever it is given.
 *
 * `reason` is a stable code to look a text up by; `at` is the position (from 0) of the first wrong
 * character in the normalised input, where there is one. Warnings do not make a value invalid.
 */
export type Parsed<T, Reason extends string, Warning extends string = never> = Accepted<T, Warning> | Refused<Reason>

/** The good half of {@link Parsed}. */
export interface Accepted<T, Warning extends string = never> {
  readonly ok: true
  readonly value: T
  readonly warnings: readonly Warning[]
}

/** The refusing half of {@link Parsed}. */
export interface Refused<Reason extends string> {
  readonly ok: false
  readonly reason: Reason
  readonly at?: number
}

/** Makes the good half of {@link Parsed}. */
export function accept<T, Warning extends string = never>(
  value: T,
  warnings: readonly Warning[] = [],
): Accepted<T, Warning> {
  return { ok: true, value, warnings }
}

/** Makes the refusing half of {@link Parsed}. */
export function refuse<Reason extends string>(reason: Reason, at?: number): Refused<Reason> {
  return at === undefined ? { ok: false, reason } : { ok: false, reason, at }
}
