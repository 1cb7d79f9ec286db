import { isDeepStrictEqual } from 'node:util'
import type { RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { planning } from '../../contract/index.js'
import { idsOf, keepPromises, planByRow, plansOf, written } from './part-hooks.js'
import { isOpen } from './plan-hooks.js'

const { plan, section, project, item, split } = planning.records
type Item = typeof item
type Change = Draft<Item>
type Plan = RowOf<typeof plan>

/** What an adopted plan has promised. Who does it, and how it is told, may still change. */
const promised = [
  'number',
  'title',
  'line',
  'source',
  'unit',
  'unitWord',
  'target',
  'denominator',
  'lastYear',
  'yearly',
  'indicator',
  'filters',
  'startsOn',
  'dueOn',
  'partOf',
  'partKind',
  'times',
  'each',
] as const

/** Items hang together within their plan, and what was adopted changes by amendments alone. */
export const itemHooks: RecordHooks<Item> = {
  prepare({ values, refuse }) {
    values.amendments ??= 0
    if (values.indicator === null && values.filters !== null) refuse('filters', 'item.problem.needsIndicator')
    if ((values.partOf === null) !== (values.partKind === null)) refuse('partKind', 'item.problem.partKind')
    if ((values.times === null) !== (values.each === null)) refuse('each', 'item.problem.each')
  },
  async check(drafts, context) {
    const plans = await plansOf(drafts, context)
    for (const draft of drafts) refuseLate(draft, plans.get((draft.before ?? draft.values).plan))
    const made = written(drafts)
    await refuseForeign(made, context)
    await refuseTaken(made, context)
    await refuseFarSplits(made, context)
  },
  after: keepPromises,
}

function refuseLate(draft: Change, of: Plan | undefined): void {
  const { action, before, values, refuse, verb } = draft
  if (!of) return
  if (before && before.plan !== values.plan) refuse('plan', 'item.problem.moved')
  if (isOpen(of)) return
  if (of.state !== 'adopted') {
    refuse('plan', 'item.problem.closed')
    return
  }
  if (action === 'create' && values.addedReason === null) refuse('addedReason', 'item.problem.reasonNeeded')
  // only an amendment counts itself; nobody can enter the number
  if (action !== 'update' || verb !== undefined || !before || values.amendments === before.amendments + 1) return
  for (const field of promised)
    if (!isDeepStrictEqual(before[field], values[field])) refuse(field, 'item.problem.frozen')
}

/** What an item names of its plan has to be there. */
async function refuseForeign(drafts: readonly Change[], context: ModuleContext): Promise<void> {
  const items = await planByRow(context, item, [...new Set([...idsOf(drafts, 'partOf'), ...idsOf(drafts, 'times')])])
  const parts = {
    section: await planByRow(context, section, idsOf(drafts, 'section')),
    project: await planByRow(context, project, idsOf(drafts, 'project')),
    partOf: items,
    times: items,
  }
  for (const { values, before, refuse } of drafts)
    for (const [field, plans] of Object.entries(parts) as [keyof typeof parts, ReadonlyMap<string, string>][]) {
      const id = values[field]
      if (id === null) continue
      if (id === before?.id) refuse(field, 'item.problem.itself')
      else if (plans.get(id) !== values.plan) refuse(field, 'item.problem.otherPlan')
    }
}

/** Numbers name items within a plan, in its file and in the checker's findings. */
async function refuseTaken(drafts: readonly Change[], { read }: ModuleContext): Promise<void> {
  const moved = drafts.filter(({ before, values }) => before?.number !== values.number)
  if (moved.length === 0) return
  const plans = [...new Set(moved.map(({ values }) => values.plan))]
  const rows = await read.many(item, { plan: plans, number: [...new Set(moved.map(({ values }) => values.number))] })
  const changed = new Set(moved.flatMap(({ before }) => (before ? [before.id] : [])))
  const taken = new Set(rows.filter(({ id }) => !changed.has(id)).map((row) => `${row.plan} ${row.number}`))
  for (const { values, refuse } of moved) {
    const key = `${values.plan} ${values.number}`
    if (taken.has(key)) refuse('number', 'item.problem.numberTaken', { number: values.number })
    taken.add(key)
  }
}

/** A town's item carries out the share that lies in that town. */
async function refuseFarSplits(drafts: readonly Change[], context: ModuleContext): Promise<void> {
  const ids = idsOf(drafts, 'split')
  if (ids.length === 0) return
  const shares = new Map((await context.read.many(split, { id: ids })).map((row) => [row.id, row.division]))
  const plans = await plansOf(drafts, context)
  for (const { values, refuse } of drafts)
    if (values.split !== null && shares.get(values.split) !== plans.get(values.plan)?.division)
      refuse('split', 'item.problem.splitElsewhere')
}
