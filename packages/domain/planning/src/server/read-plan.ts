import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { ItemFacts, PlanFacts } from '../contract/index.js'
import { planning } from '../contract/index.js'

const { plan, item, split } = planning.records
export type PlanRow = RowOf<typeof plan>
export type ItemRow = RowOf<typeof item>
export type SplitRow = RowOf<typeof split>

/** A plan with what it promises, as the reader may see it. */
export interface WholePlan {
  readonly plan: PlanRow
  /** In the order of the plan. */
  readonly items: readonly ItemRow[]
  /** The shares of the items, by the item's id. */
  readonly splits: ReadonlyMap<string, readonly SplitRow[]>
}

/** Reads a plan in three queries, however many items it has; undefined where there is none within sight. */
export async function readPlan({ read }: Pick<ModuleContext, 'read'>, id: string): Promise<WholePlan | undefined> {
  const row = await read.one(plan, id)
  if (!row) return undefined
  const items = await read.many(item, { plan: id }, { orderBy: 'position' })
  const splits = items.length === 0 ? [] : await read.many(split, { item: items.map((one) => one.id) })
  return { plan: row, items, splits: Map.groupBy(splits, (one) => one.item) }
}

/** What the checker looks at. */
export function factsOf({ plan: row, items, splits }: WholePlan, indicators?: PlanFacts['indicators']): PlanFacts {
  const numbers = new Map(items.map((one) => [one.id, one.number]))
  const numberOf = (id: string | null) => (id === null ? null : (numbers.get(id) ?? null))
  return {
    firstYear: row.firstYear,
    lastYear: row.lastYear,
    ...(indicators === undefined ? {} : { indicators }),
    items: items.map(
      (one): ItemFacts => ({
        ...one,
        hasOwner: one.ownerOrganisation !== null || one.owner !== null,
        partOf: numberOf(one.partOf),
        times: numberOf(one.times),
        isDropped: one.state === 'dropped',
        splits: (splits.get(one.id) ?? []).map(({ division, target }) => ({ place: division ?? '', target })),
      }),
    ),
  }
}
