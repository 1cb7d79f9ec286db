import type { ServiceLine, TaskSource } from '../lines.js'
import type { Target } from '../target/target.js'
import type { PlanUnit } from '../target/units.js'
import type { Light, Progress } from './measured.js'

/** How an item, or the share of a place, stands. */
export interface Standing extends Progress {
  readonly target: Target
  readonly unit: PlanUnit
  readonly unitWord: string | null
  /** The result so far; null where nobody knows. */
  readonly value: number | null
  /** Why it is not known: nothing was reported, or what was said instead of a number. */
  readonly unknownReason: string | null
  /** Places whose part of the result is not known yet, so that the result is at least this. */
  readonly missing: number
  /** The day up to which it was reported by hand. */
  readonly asOf: string | null
}

/** The share of a town, of one item. */
export interface ShareStanding extends Standing {
  readonly id: string
  readonly division: string
}

/** One item of a plan with its progress. */
export interface ItemStanding extends Standing {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly section: string | null
  readonly project: string | null
  readonly line: ServiceLine
  readonly source: TaskSource
  readonly owner: string | null
  /** Id and name of the organisation that answers for it. */
  readonly organisation: { readonly id: string; readonly name: string } | null
  readonly state: 'open' | 'finished' | 'verified' | 'dropped'
  readonly startsOn: string
  readonly dueOn: string
  readonly partOf: string | null
  readonly amendments: number
  /** The indicator that counts it, and what it is narrowed to. */
  readonly indicator: string | null
  readonly filters: Readonly<Record<string, readonly string[]>> | null
  readonly shares: readonly ShareStanding[]
}

/** How many items stand how, for one line, owner or place. */
export interface Tally {
  readonly key: string
  readonly count: number
  readonly lights: Readonly<Partial<Record<Light, number>>>
  readonly overdue: number
  /** The mean of what is done of each, at most all of it; null where nothing is known. */
  readonly share: number | null
}

/** Counts standings by a key; what has none is left out. The best share comes first, what is unknown last, equals by key. */
export function tallyBy<S extends Progress>(
  standings: readonly S[],
  keyOf: (standing: S) => string | null,
): readonly Tally[] {
  const groups = Map.groupBy(
    standings.filter((one) => keyOf(one) !== null),
    (one) => keyOf(one) ?? '',
  )
  return [...groups]
    .map(([key, group]) => tallyOf(key, group))
    .toSorted((one, other) => (other.share ?? -1) - (one.share ?? -1) || one.key.localeCompare(other.key))
}

/** Counts standings together. */
export function tallyOf(key: string, standings: readonly Progress[]): Tally {
  const lights: Partial<Record<Light, number>> = {}
  for (const { light } of standings) lights[light] = (lights[light] ?? 0) + 1
  const known = standings.flatMap(({ share }) => (share === null ? [] : [Math.min(1, share)]))
  return {
    key,
    count: standings.length,
    lights,
    overdue: standings.filter(({ isOverdue }) => isOverdue).length,
    share: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length,
  }
}
