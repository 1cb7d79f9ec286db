import type { SnapshotContext } from '@opendpf/kit/server'
import { type PlanProgress, planning, tallyBy, tallyOf } from '../contract/index.js'
import { counterFor } from '../server/counter.js'
import { progressOfPlan } from '../server/progress-of-plan.js'
import { readPlan } from '../server/read-plan.js'

const { section, project } = planning.records

/** How a plan stands today, with all items, by line, owner and source, and the towns in their order; undefined where none is within sight. */
export async function readProgress(context: SnapshotContext, id: string): Promise<PlanProgress | undefined> {
  const whole = await readPlan(context, id)
  if (!whole) return undefined
  const { today, read } = context
  const sections = await read.many(section, { plan: id }, { orderBy: 'position' })
  const projects = await read.many(project, { plan: id }, { orderBy: 'position' })
  const all = await progressOfPlan(context, whole, { today, counter: counterFor(context) })
  const items = all.filter(({ state }) => state !== 'dropped')
  const { title, kind, division, firstYear, lastYear, state, goals, summary } = whole.plan
  return {
    plan: { id, title, kind, division: division ?? '', firstYear, lastYear, state, goals, summary },
    today,
    sections: sections.map((row) => ({ id: row.id, title: row.title, kind: row.kind, text: row.text })),
    projects: projects.map((row) => ({ id: row.id, title: row.title, text: row.text })),
    items: all,
    total: tallyOf('', items),
    lines: tallyBy(items, ({ line }) => line),
    sources: tallyBy(items, ({ source }) => source),
    owners: tallyBy(items, ({ organisation, owner }) => organisation?.name ?? owner),
    towns: tallyBy(
      items.flatMap(({ shares }) => shares),
      (share) => share.division,
    ),
  }
}
