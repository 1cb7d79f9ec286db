import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities, activityKindsOf } from '../../contract/index.js'
import { lockActivities } from '../activities-of.js'
import { keepArchived, written } from './kept-when-archived.js'

const { activity, cost, picture, evaluation } = activities.records

/** Cost lines add up to what the activity cost, and stay as they are once it is archived. */
export const costHooks: RecordHooks<typeof cost> = {
  prepare({ values, refuse }, { today }) {
    if (values.spentOn !== null && values.spentOn > today) refuse('spentOn', 'cost.problem.future')
  },
  async check(drafts, context) {
    const known = await lockActivities(
      drafts.flatMap(({ values, before }) => (before ? [before.activity, values.activity] : [values.activity])),
      context,
    )
    for (const { values, refuse } of written(drafts))
      if (known.get(values.activity)?.state === 'archived') refuse('activity', 'cost.problem.archived')
  },
  async after(changes, context) {
    await keepArchived(changes, context)
    await addUp(
      [
        ...new Set(
          changes.flatMap(({ before, row }) => [before?.activity, row?.activity].filter((id) => id !== undefined)),
        ),
      ],
      context,
    )
  },
}

async function addUp(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  const { rows } = await sql<{ id: string; version: number; cost: string }>`
    select a.id, a.version, coalesce(sum(c.amount), 0)::text as cost
    from activities_activity a left join activities_cost c on c.activity = a.id
    where a.id = any(${ids}::text[]) group by a.id, a.version, a.cost having a.cost <> coalesce(sum(c.amount), 0)
    order by a.id`.execute(db)
  await write.updateMany(
    activity,
    rows.map(({ id, version, cost: sum }) => ({ id, version, values: { cost: Number(sum) } })),
  )
}

/** Consent to publication is somebody's: it says whose. */
export const pictureHooks: RecordHooks<typeof picture> = {
  prepare({ values, refuse }) {
    if (values.consent === 'agreed' && values.consentNote === null) refuse('consentNote', 'picture.problem.note')
  },
}

/** Answers are to questions of the activity's kind, after it was held. */
export const evaluationHooks: RecordHooks<typeof evaluation> = {
  async check(drafts, { read, registry }) {
    const made = written(drafts)
    const ids = [...new Set(made.map(({ values }) => values.activity))]
    const known = new Map((await read.many(activity, { id: ids })).map((row) => [row.id, row]))
    const kinds = activityKindsOf(registry)
    for (const { values, refuse } of made) {
      const of = known.get(values.activity)
      if (!of) continue
      if (of.sessions === 0) refuse('activity', 'evaluation.problem.notHeld')
      const questions = kinds.get(of.kind)?.questions ?? {}
      const told = questions[values.question]
      if (told) values.told = told['zh-CN']
      else refuse('question', 'evaluation.problem.question', { questions: Object.keys(questions).join(', ') || '—' })
    }
  },
}
