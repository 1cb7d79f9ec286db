/** A period: working days of the State Council calendar (工作日), calendar days (自然日) or months. */
export type TimeLimit = { readonly workingDays: number } | { readonly days: number } | { readonly months: number }

/** What a clock must keep: the limit of the law (法定时限), and a shorter one the office promised (承诺时限). */
export interface Limits {
  readonly statutory: TimeLimit
  readonly promised?: TimeLimit
}

/** Why a clock may stand still. `decision` is an officer's, with a reason in words. */
export const pauseReasons = [
  'assessment',
  'notice',
  'correction',
  'dispute',
  'investigation',
  'other-department',
  'decision',
] as const
export type PauseReason = (typeof pauseReasons)[number]

/**
 * A period that a row must keep. It starts when the row enters one of the states in `runs`, stands still in those of `paused`, and ends
 * when the row reaches any other state.
 */
export interface WorkflowClock<Verb extends string = string> extends Limits {
  readonly runs: readonly string[]
  readonly paused?: Readonly<Record<string, PauseReason>>
  /** A step of the system, taken when the statutory limit has passed. Without one the period is only watched. */
  readonly escape?: Verb
  /**
   * Other limits for rows with some values of a field: an office makes a lost certificate again sooner than a first one. A county's decision
   * may be about one value, too. Of a field that names a declaration, each declaration has its own in `limits`, by the name of the clock.
   */
  readonly vary?: { readonly field: string; readonly limits: Readonly<Record<string, Limits>> }
  /** Until its end something may be done, and not afterwards (a dispute): when it ends nothing was missed. It has no escape. */
  readonly isWindow?: boolean
  /** How many working days before the end somebody is reminded. Without it nobody is. */
  readonly remind?: number
}
