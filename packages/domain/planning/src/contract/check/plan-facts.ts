import type { Target } from '../target/target.js'
import type { PlanUnit } from '../target/units.js'

/** A share of an item, and where. */
export interface SplitFacts {
  readonly place: string
  readonly target: Target
}

/** What the checker looks at of one item. Items name each other by their number within the plan. */
export interface ItemFacts {
  readonly number: string
  readonly title: string
  readonly unit: PlanUnit
  readonly target: Target
  readonly denominator: string | null
  readonly lastYear: number | null
  readonly yearly: readonly { readonly year: number; readonly target: Target }[] | null
  readonly indicator: string | null
  readonly filters: Readonly<Record<string, readonly string[]>> | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly hasOwner: boolean
  readonly partOf: string | null
  readonly partKind: 'of-which' | 'share' | null
  readonly times: string | null
  readonly each: number | null
  readonly isDropped: boolean
  readonly splits: readonly SplitFacts[]
}

/** What the checker knows of an indicator. */
export interface IndicatorFacts {
  readonly title: string
  readonly unit: PlanUnit
  /** What its rows can be narrowed by. */
  readonly dimensions: readonly string[]
}

/** A plan as the checker looks at it, whether it comes from a file or from the database. */
export interface PlanFacts {
  readonly firstYear: number
  readonly lastYear: number
  readonly items: readonly ItemFacts[]
  /** Indicators of the deployment by name; undefined where they are not known, as in a file that is read elsewhere. */
  readonly indicators?: ReadonlyMap<string, IndicatorFacts>
}
