import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities, activityKindsOf } from '../../contract/index.js'
import { admitNext } from '../admit-next.js'

const { activity } = activities.records
type ActivityDraft = Draft<typeof activity>

/** What an activity must have, and what a change of its places or days does. */
export const activityHooks: RecordHooks<typeof activity> = {
  prepare(draft, { registry }) {
    const { values, action, before, refuse } = draft
    values.sessions ??= 0
    values.persons ??= 0
    values.personTimes ??= 0
    values.cost ??= 0
    if (action === 'transition') return
    const kind = activityKindsOf(registry).get(values.kind)
    if (!kind) refuse('kind', 'activity.problem.kind')
    for (const field of kind?.needs ?? []) if (values[field] === null) refuse(field, 'activity.problem.needed')
    if (values.untilDay < values.fromDay) refuse('untilDay', 'activity.problem.order')
    if (before && before.state !== 'planned' && before.state !== 'open' && before.kind !== values.kind)
      refuse('kind', 'activity.problem.kept')
  },
  async check(drafts, { db }) {
    const moved = drafts.filter(
      ({ before, values }) => before && (before.fromDay !== values.fromDay || before.untilDay !== values.untilDay),
    )
    if (moved.length === 0) return
    const { rows } = await sql<{ activity: string; first: string; last: string }>`
      select activity, min(held_on)::text as first, max(held_on)::text as last from activities_session
      where activity = any(${moved.map(idOf)}::text[]) group by activity`.execute(db)
    const spans = new Map(rows.map((row) => [row.activity, row]))
    for (const draft of moved) {
      const span = spans.get(idOf(draft))
      if (span && (span.first < draft.values.fromDay || span.last > draft.values.untilDay))
        draft.refuse('fromDay', 'activity.problem.sessionsOutside')
    }
  },
  after: (changes, context) =>
    // more places, or the day on which they are given out
    admitNext(
      changes.flatMap(({ before, row }) =>
        row && before && (before.capacity !== row.capacity || before.state !== row.state) ? [row.id] : [],
      ),
      context,
    ),
}

function idOf({ before }: ActivityDraft): string {
  return before?.id ?? ''
}
