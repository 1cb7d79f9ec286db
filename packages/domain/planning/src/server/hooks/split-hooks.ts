import { isDeepStrictEqual } from 'node:util'
import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { isWithin } from '@opendpf/standards'
import { planning } from '../../contract/index.js'
import { written } from './part-hooks.js'
import { isOpen } from './plan-hooks.js'
import { refuseRemoval } from './refuse-removal.js'

const { plan, item, split } = planning.records

/** A share lies below its item, once in each place, and is settled before the plan is adopted. */
export const splitHooks: RecordHooks<typeof split> = {
  async check(drafts, context) {
    const ids = [...new Set(drafts.map(({ values }) => values.item))]
    const items = new Map((await context.read.many(item, { id: ids })).map((row) => [row.id, row]))
    const plans = await openPlans(
      [...items.values()].map((row) => row.plan),
      context,
    )
    const taken = new Map(
      (await context.read.many(split, { item: ids })).map((row) => [`${row.item} ${row.division}`, row.id]),
    )
    for (const { values, before, refuse } of drafts) {
      const of = items.get(values.item)
      if (!of) continue
      const isChanged =
        !before || before.division !== values.division || !isDeepStrictEqual(before.target, values.target)
      // a note may be added at any time
      if (!plans.has(of.plan) && isChanged) refuse('item', 'item.problem.closed')
    }
    for (const { values, before, refuse } of written(drafts)) {
      const of = items.get(values.item)
      if (!of) continue
      if (of.division === null || !isWithin(values.division, of.division)) refuse('division', 'split.problem.below')
      const key = `${values.item} ${values.division}`
      const other = taken.get(key)
      if (other !== undefined && other !== before?.id) refuse('division', 'split.problem.twice')
      taken.set(key, before?.id ?? key)
    }
  },
  async after(changes, context) {
    const ids = changes.flatMap(({ action, before }) => (action === 'remove' && before ? [before.item] : []))
    if (ids.length === 0) return
    const items = await context.read.many(item, { id: [...new Set(ids)] })
    const open = await openPlans(
      items.map((row) => row.plan),
      context,
    )
    // of an item out of sight nobody takes the share away either
    if (items.length < new Set(ids).size || items.some((row) => !open.has(row.plan))) refuseRemoval(context.locale)
  },
}

/** Plans whose shares may still be settled: a plan that is adopted gets none by this way. */
async function openPlans(ids: readonly string[], { read }: ModuleContext): Promise<ReadonlySet<string>> {
  const plans = await read.many(plan, { id: [...new Set(ids)] })
  return new Set(plans.filter(isOpen).map(({ id }) => id))
}
