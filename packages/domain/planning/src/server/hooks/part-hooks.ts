import type { PlacedRecord, RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { planning } from '../../contract/index.js'
import { isOpen } from './plan-hooks.js'
import { refuseRemoval } from './refuse-removal.js'

const { plan, section, project, comment, item } = planning.records
type Plan = RowOf<typeof plan>

/** The plans that changes of parts belong to, by their id. */
export async function plansOf(
  drafts: readonly {
    readonly values: { readonly plan: string }
    readonly before: { readonly plan: string } | undefined
  }[],
  { read }: Pick<ModuleContext, 'read'>,
): Promise<ReadonlyMap<string, Plan>> {
  const ids = new Set(drafts.flatMap(({ values, before }) => (before ? [values.plan, before.plan] : [values.plan])))
  return new Map((await read.many(plan, { id: [...ids] })).map((row) => [row.id, row]))
}

/** Parts are taken away while their plan is a draft, and stay afterwards: what was promised is not undone by forgetting it. */
export async function keepPromises(
  changes: readonly { readonly action: string; readonly before: { readonly plan: string } | undefined }[],
  { read, locale }: Pick<ModuleContext, 'read' | 'locale'>,
): Promise<void> {
  const ids = changes.flatMap(({ action, before }) => (action === 'remove' && before ? [before.plan] : []))
  if (ids.length === 0) return
  const plans = await read.many(plan, { id: [...new Set(ids)] })
  if (plans.some((row) => !isOpen(row))) refuseRemoval(locale)
}

/** What a plan says at the end of the year is written when the year is over. */
const late: ReadonlySet<string> = new Set(['problems', 'next-year'])

/** Sections are written while the plan is a draft; problems and next year's work until it is closed. */
export const sectionHooks: RecordHooks<typeof section> = {
  async check(drafts, context) {
    const plans = await plansOf(drafts, context)
    for (const { values, before, refuse } of drafts) {
      const of = plans.get((before ?? values).plan)
      if (before && before.plan !== values.plan) refuse('plan', 'item.problem.moved')
      const isLate = of?.state === 'adopted' && late.has(values.kind) && (!before || late.has(before.kind))
      if (of && !isOpen(of) && !isLate) refuse('plan', 'plan.problem.notDraft')
    }
  },
  after: keepPromises,
}

/** Projects are written while the plan is a draft. */
export const projectHooks: RecordHooks<typeof project> = {
  async check(drafts, context) {
    const plans = await plansOf(drafts, context)
    for (const { values, before, refuse } of drafts) {
      const of = plans.get((before ?? values).plan)
      if (before && before.plan !== values.plan) refuse('plan', 'item.problem.moved')
      if (of && !isOpen(of)) refuse('plan', 'plan.problem.notDraft')
    }
  },
  after: keepPromises,
}

/** A remark carries who made it and when; it is about an item of its plan. */
export const commentHooks: RecordHooks<typeof comment> = {
  prepare({ action, values }, { actor, clock }) {
    if (action !== 'create') return
    values.author = actor.name
    values.writtenAt = clock.now().toISOString()
  },
  async check(drafts, context) {
    const known = await planByRow(context, item, idsOf(drafts, 'item'))
    for (const { values, refuse } of drafts)
      if (values.item !== null && known.get(values.item) !== values.plan) refuse('item', 'item.problem.otherPlan')
  },
}

/** The plan of rows that belong to one, by the row's id. */
export async function planByRow<R extends PlacedRecord>(
  { read }: Pick<ModuleContext, 'read'>,
  record: R,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await read.many(record, { id: ids } as never)
  return new Map(rows.map((row) => [row.id, (row as unknown as { readonly plan: string }).plan]))
}

/** What a field of some rows refers to, each once. */
export function idsOf<F extends string>(
  drafts: readonly { readonly values: { readonly [K in F]: string | null } }[],
  field: F,
): readonly string[] {
  return [...new Set(drafts.map(({ values }) => values[field]).filter((id) => id !== null))]
}

/** Changes of a batch that somebody wrote, steps aside. */
export function written<R extends PlacedRecord>(drafts: readonly Draft<R>[]): readonly Draft<R>[] {
  return drafts.filter(({ action }) => action === 'create' || action === 'update')
}
