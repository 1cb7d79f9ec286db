import { annualPlan, reportedResults } from '@opendpf/demo-county'
import { planning } from '@opendpf/planning'
import { importPlanText } from '@opendpf/planning/server'
import type { Platform } from '@opendpf/server'
import { writeTransaction } from '@opendpf/server'
import type { DemoHands } from './demo-hands.js'

const { plan, item, split, result } = planning.records

export interface DemoPlanOptions {
  readonly hands: DemoHands
  readonly year: number
  readonly persons: number
}

/**
 * A year's plan of the demo county: written and handed in by one, adopted by another, as the rule of two pairs of eyes asks.
 *
 * @returns its id
 */
export async function createDemoPlan(
  platform: Platform,
  { hands: { clerk, approver }, year, persons }: DemoPlanOptions,
): Promise<string> {
  const text = annualPlan({ year, persons })
  const id = await writeTransaction(platform, { actor: clerk, locale: 'zh-CN' }, async ({ context }) => {
    const brought = await importPlanText(context, text, 'zh-CN')
    await context.write.transition(plan, { id: brought, version: 1, verb: 'submit' })
    return brought
  })
  await writeTransaction(platform, { actor: approver, locale: 'zh-CN' }, ({ context }) =>
    context.write.transition(plan, { id, version: 2, verb: 'adopt', values: { document: `示残工委〔${year}〕1号` } }),
  )
  return id
}

export interface DemoResultsOptions extends DemoPlanOptions {
  /** The id of the plan. */
  readonly plan: string
  /** The quarter that is reported on ends in this stretch of days, both included. */
  readonly from: string
  readonly until: string
}

/** What was reported by hand on a plan in a stretch of days, entered at its end. */
export async function reportDemoResults(
  platform: Platform,
  { hands, plan: of, from, until, ...options }: DemoResultsOptions,
): Promise<void> {
  const reported = reportedResults({ ...options, today: until }).filter(({ asOf }) => asOf >= from)
  if (reported.length === 0) return
  await writeTransaction(platform, { actor: hands.clerk, locale: 'zh-CN' }, async ({ context: { read, write } }) => {
    const items = await read.many(item, { plan: of })
    const splits = await read.many(split, { item: items.map(({ id }) => id) })
    const numbers = new Map(items.map((row) => [row.number, row]))
    await write.createMany(
      result,
      reported.map(({ item: number, division, asOf, value }) => {
        const row = numbers.get(number)
        if (division === undefined)
          return { item: row?.id ?? '', split: null, division: row?.division ?? '', asOf, value }
        const share = splits.find((one) => one.item === row?.id && one.division === division)
        return { item: null, split: share?.id ?? '', division, asOf, value }
      }),
    )
  })
}
