import type { Target } from '../target/target.js'

/**
 * How an item stands. `kept`: the target is reached, or a limit was kept to the end. `on-track`, `behind`, `far-behind`: on the way.
 * `missed`: its day has passed and it is not kept. `broken`: a limit was passed. `waiting`: its time has not come. `unknown`: nobody knows.
 */
export const lights = ['kept', 'on-track', 'behind', 'far-behind', 'missed', 'broken', 'waiting', 'unknown'] as const
export type Light = (typeof lights)[number]

/** What progress is told from. */
export interface Measured {
  readonly target: Target
  /** The result so far; null where it is not known, which is never 0. */
  readonly value: number | null
  /** A level (a rate, how many there are on a day) is compared as it is; what a year brings adds up from its first day. */
  readonly isLevel: boolean
  readonly startsOn: string
  readonly dueOn: string
  readonly today: string
  /** Last year's result, and what it was on the same day last year: the shape that work takes over the year. */
  readonly lastYear: number | null
  readonly lastYearByNow: number | null
}

/** How far an item is. Shares are fractions; above 1 more was done than promised. */
export interface Progress {
  readonly share: number | null
  /** What share could be expected by today. */
  readonly expected: number | null
  /** The result by the due date, if work goes on as it does; null where that cannot be told yet. */
  readonly forecast: { readonly low: number; readonly high: number } | null
  readonly light: Light
  readonly isOverdue: boolean
}
