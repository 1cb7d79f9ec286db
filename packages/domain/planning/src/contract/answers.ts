import type { SchemeFinding } from './check/check-scheme.js'
import type { Finding } from './check/finding.js'
import type { ItemStanding, Tally } from './progress/summary.js'
import type { SchemeScore } from './scoring/scoring.js'
import type { Target } from './target/target.js'
import type { PlanUnit } from './target/units.js'

/** A finding in words, with the item that it is about. */
export interface ToldFinding extends Finding {
  readonly itemId: string
  readonly title: string
  readonly message: string
}

/** What `GET /planning/plans/{id}/findings` answers. */
export interface CheckedPlan {
  readonly findings: readonly ToldFinding[]
}

/** What `GET /planning/plans/{id}/progress` answers. */
export interface PlanProgress {
  readonly plan: {
    readonly id: string
    readonly title: string
    readonly kind: 'five-year' | 'annual' | 'town'
    readonly division: string
    readonly firstYear: number
    readonly lastYear: number
    readonly state: 'draft' | 'submitted' | 'adopted' | 'closed'
    readonly goals: string | null
    readonly summary: string | null
  }
  /** The day that progress is told for. */
  readonly today: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly text: string | null
  }[]
  readonly projects: readonly { readonly id: string; readonly title: string; readonly text: string | null }[]
  /** All items in the order of the plan, dropped ones included. */
  readonly items: readonly ItemStanding[]
  /** Dropped items are left out of what follows. */
  readonly total: Tally
  readonly lines: readonly Tally[]
  readonly sources: readonly Tally[]
  readonly owners: readonly Tally[]
  /** By division, the furthest first. */
  readonly towns: readonly Tally[]
}

/** What `GET /planning/schemes/{id}/assessment` answers. */
export interface SchemeAssessment {
  readonly scheme: {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly state: string
    readonly standard: string
    readonly division: string
    readonly dueOn: string
    readonly passMark: number
    readonly finding: string | null
    readonly acceptedOn: string | null
    readonly acceptedBy: string | null
  }
  readonly today: string
  readonly score: SchemeScore
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly score: SchemeScore }[]
  readonly criteria: readonly AssessedCriterion[]
  /** In what the scheme is not whole, in words; errors first. */
  readonly findings: readonly (SchemeFinding & { readonly message: string })[]
}

/** A criterion with its result and the points it brings; null is not known. */
export interface AssessedCriterion {
  readonly id: string
  readonly chapter: string | null
  readonly number: string
  readonly title: string
  readonly standard: string
  readonly points: number
  readonly unit: PlanUnit
  readonly target: Target
  readonly value: number | null
  readonly got: number | null
  readonly indicator: string | null
  readonly organisation: string | null
  readonly owner: string | null
  readonly weakness: string | null
  readonly hasEvidence: boolean
  readonly remedies: readonly {
    readonly id: string
    readonly measure: string
    readonly owner: string
    readonly dueOn: string
    readonly doneOn: string | null
    readonly state: string
    readonly isOverdue: boolean
  }[]
}
