import * as z from 'zod'
import { amountSchema } from '../target/amount.js'
import { boundsOf, type Target } from '../target/target.js'

/**
 * How points follow from a result. `full`: all of them when the target is kept, else none. `proportional`: as much of them as of the target is
 * reached, none below `from`. `steps`: those of the highest step that is reached.
 */
export const scoringSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('full') }),
  z.strictObject({ rule: z.literal('proportional'), from: amountSchema.optional() }),
  z.strictObject({
    rule: z.literal('steps'),
    steps: z
      .array(z.strictObject({ from: amountSchema, points: amountSchema }))
      .min(1)
      .max(20),
  }),
])

export type Scoring = z.output<typeof scoringSchema>

/** What a criterion is scored by. */
export interface Scored {
  readonly points: number
  readonly target: Target
  readonly scoring: Scoring
}

/**
 * The points a result brings, with two decimals, from 0 to all of them; null where the result or the target is not known. A limit that is
 * kept (no incident) brings all points, one that is passed none; steps read the result itself.
 */
export function pointsFor({ points, target, scoring }: Scored, value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (scoring.rule === 'steps') {
    const reached = scoring.steps.filter(({ from }) => value >= from).map((step) => step.points)
    return round(Math.min(points, Math.max(0, ...reached)))
  }
  const bounds = boundsOf(target)
  if (bounds === undefined) return null
  if (value >= bounds.from && value <= bounds.to) return points
  if (scoring.rule === 'full' || value > bounds.to) return 0
  const share = value / bounds.from
  return scoring.from !== undefined && value < scoring.from ? 0 : round(points * share)
}

/** The points of a scheme as far as they are known: what is reached, what is still unknown, and of how many. */
export interface SchemeScore {
  readonly reached: number
  readonly unknown: number
  readonly total: number
}

/** Adds up criteria with their results. */
export function scoreOf(criteria: readonly (Scored & { readonly value: number | null })[]): SchemeScore {
  const scored = criteria.map((one) => ({ points: one.points, got: pointsFor(one, one.value) }))
  return {
    reached: round(scored.reduce((sum, { got }) => sum + (got ?? 0), 0)),
    unknown: scored.reduce((sum, { points, got }) => sum + (got === null ? points : 0), 0),
    total: scored.reduce((sum, { points }) => sum + points, 0),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
