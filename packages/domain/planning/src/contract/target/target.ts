import * as z from 'zod'
import { amountSchema } from './amount.js'

/**
 * What an item promises. `rate` is at least so many percent of a named whole; `running-total` is at least so many since the work began;
 * `rise` and `fall` are measured by last year; `unknown` is a target that its source hides or has lost: it is never read as 0.
 */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-least'), value: amountSchema }),
  z.strictObject({ kind: z.literal('exactly'), value: amountSchema }),
  z.strictObject({ kind: z.literal('at-most'), value: amountSchema }),
  z.strictObject({ kind: z.literal('range'), from: amountSchema, to: amountSchema }),
  z.strictObject({ kind: z.literal('zero') }),
  z.strictObject({ kind: z.literal('rate'), value: amountSchema }),
  z.strictObject({ kind: z.literal('running-total'), value: amountSchema }),
  z.strictObject({ kind: z.literal('rise') }),
  z.strictObject({ kind: z.literal('fall') }),
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.string().trim().min(1).max(200) }),
])

export type Target = z.output<typeof targetSchema>
export type TargetKind = Target['kind']
export const targetKinds = targetSchema.options.map(({ shape }) => shape.kind.value) as readonly TargetKind[]

/** The results that keep a target, both ends included; no upper end is infinity. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

/**
 * The results with which a target is kept, or undefined where nobody knows: an unknown target, and a trend without last year's result.
 */
export function boundsOf(target: Target, lastYear: number | null = null): Bounds | undefined {
  switch (target.kind) {
    case 'at-least':
    case 'rate':
    case 'running-total':
      return { from: target.value, to: Number.POSITIVE_INFINITY }
    case 'exactly':
      return { from: target.value, to: target.value }
    case 'at-most':
      return { from: 0, to: target.value }
    case 'range':
      return { from: target.from, to: target.to }
    case 'zero':
      return { from: 0, to: 0 }
    case 'yes-no':
      return { from: 1, to: Number.POSITIVE_INFINITY }
    case 'rise':
      return lastYear === null ? undefined : { from: lastYear, to: Number.POSITIVE_INFINITY }
    case 'fall':
      return lastYear === null ? undefined : { from: 0, to: lastYear }
    case 'unknown':
      return undefined
  }
}

/** Whether the work of the year leads up to the target (so many people trained), or stays below a limit (no petitions). */
export function isCeiling(target: Target): boolean {
  return target.kind === 'at-most' || target.kind === 'zero' || target.kind === 'fall'
}

/** The one number that a target is split and summed by, or undefined where it has none. */
export function headlineOf(target: Target): number | undefined {
  if ('value' in target) return target.value
  if (target.kind === 'range') return target.from
  return target.kind === 'zero' ? 0 : undefined
}
