import { parse } from 'yaml'
import { createRandom } from '../random.js'
import { annualPlan, type PlanOptions } from './annual-plan.js'

/** A result that was reported by hand, of an item or of the share of a place. */
export interface DemoResult {
  /** The number of the item in the plan. */
  readonly item: string
  /** The place whose share it is of. */
  readonly division?: string
  readonly asOf: string
  readonly value: number
}

interface Promised {
  readonly number: string
  readonly unit: string
  readonly target: { readonly kind: string; readonly value?: number; readonly from?: number }
  readonly lastYear?: number
  readonly indicator?: string
  readonly splits?: readonly { readonly division: string; readonly target: Promised['target'] }[]
}

/** How much of a year's work is done by the end of its quarters. */
const pace = [0.16, 0.46, 0.74, 1] as const
const quarters = ['03-31', '06-30', '09-30', '12-31'] as const

/** To what results are rounded: tenths of a percent, ten thousand yuan in fen. */
const steps: Readonly<Record<string, number>> = { percent: 0.1, fen: 1_000_000 }

/**
 * What was reported on the items of a plan that no register counts, quarter by quarter up to a day. Most keep what they promised, some fall short,
 * and of some nobody has reported yet.
 */
export function reportedResults(options: PlanOptions & { readonly today: string }): readonly DemoResult[] {
  const { year, today } = options
  const { items }: { items: readonly Promised[] } = parse(annualPlan(options))
  return items
    .filter(({ indicator }) => indicator === undefined)
    .flatMap((item) => {
      const random = createRandom(`reported ${item.number} ${year}`)
      if (random.chance(0.06)) return []
      const isAdditive = item.unit !== 'percent' && item.unit !== 'day'
      const about = isAdditive && item.splits ? item.splits : [{ division: undefined, target: item.target }]
      return about.flatMap(({ division, target }) => {
        const goal = goalOf(target, item.lastYear)
        if (goal === undefined) return []
        const factor = 0.88 + random.next() * 0.3
        return quarters.flatMap((quarter, index): readonly DemoResult[] => {
          const asOf = `${year}-${quarter}`
          if (asOf > today) return []
          const share = isAdditive ? (pace[index] ?? 1) * factor : 0.97 + random.next() * 0.05
          const isExact = target.kind === 'exactly'
          const step = steps[item.unit] ?? 1
          const most = item.unit === 'percent' ? 100 : Number.POSITIVE_INFINITY
          const value = Math.min(most, Math.round(Math.round((goal * share) / step) * step * 10) / 10)
          return [
            {
              item: item.number,
              ...(division === undefined ? {} : { division }),
              asOf,
              value: isExact ? Math.min(goal, value) : value,
            },
          ]
        })
      })
    })
}

function goalOf({ kind, value, from }: Promised['target'], lastYear: number | undefined): number | undefined {
  if (kind === 'zero') return 0
  if (kind === 'rise') return lastYear === undefined ? undefined : lastYear + 1.5
  if (kind === 'at-most') return value === undefined ? undefined : Math.round(value * 0.9)
  return value ?? from
}
