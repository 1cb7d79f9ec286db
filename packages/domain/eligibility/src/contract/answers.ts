import type { Texts } from '@opendpf/messages'
import type { SchemeNote } from './declare.js'
import type { Finding, ParameterFound } from './evaluate.js'
import type { FactValue, Verdict } from './values.js'

/** Something that has to be known before a scheme can be decided. */
export interface Ask {
  readonly fact: string
  readonly title: Texts
  readonly text: Texts
}

/** What a scheme pays somebody, and who decided it. */
export interface AmountTold {
  readonly parameter: string
  readonly found: ParameterFound | undefined
  /** The sum in fen; null where the region decided none, or none for what is known of the subject. */
  readonly fen: number | null
  /** Where the region pays each code its own sum: the fact that says which. */
  readonly by?: { readonly fact: string; readonly value: FactValue }
}

/** Whether somebody may have something on a day, and on what that was decided. A decision keeps it as it was. */
export interface Explanation {
  readonly scheme: string
  readonly title: Texts
  readonly basis: string
  readonly subject: string
  readonly date: string
  readonly verdict: Verdict
  readonly finding: Finding
  /** What is missing where it cannot be decided, or what it pays cannot. */
  readonly asks: readonly Ask[]
  /** What it pays each month, in fen. */
  readonly amount?: AmountTold
  readonly notes: readonly SchemeNote[]
  /** Fingerprint of the rule: it changes when the rule does. */
  readonly ruleVersion: string
}

/** How many of a scheme's subjects there are in one town. */
export interface TownCount {
  /** 9 digits; null above the towns. */
  readonly town: string | null
  readonly yes: number
  readonly unknown: number
  /** Qualify and do not receive. */
  readonly missing: number
  /** Receive and no longer qualify. */
  readonly surplus: number
  /** Receive, and it cannot be decided. */
  readonly doubtful: number
}

/** One row behind a count. */
export interface PopulationRow {
  readonly id: string
  readonly title: string
  readonly division: string
  readonly verdict: Verdict
  readonly receives: boolean
}

/** Somebody whom a change would bring in or leave out. */
export type SimulatedRow = Pick<PopulationRow, 'id' | 'title' | 'division'>

/** Who would qualify that does not, and who would no longer. */
export const simulatedParts = ['enter', 'leave'] as const
export type SimulatedPart = (typeof simulatedParts)[number]

/** Which part of the population is asked for. */
export const populationParts = ['yes', 'unknown', 'missing', 'surplus', 'doubtful'] as const
export type PopulationPart = (typeof populationParts)[number]

/** What a draft of a parameter would do to one scheme. */
export interface Simulation {
  readonly scheme: string
  readonly date: string
  readonly before: number
  readonly after: number
  readonly enter: number
  readonly leave: number
  /** Fen per month, for everybody who qualifies; null where a part has no standard. */
  readonly costBefore: number | null
  readonly costAfter: number | null
  readonly towns: readonly { readonly town: string | null; readonly enter: number; readonly leave: number }[]
}
