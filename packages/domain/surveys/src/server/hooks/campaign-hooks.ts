import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { surveys } from '../../contract/index.js'

const { campaign, assignment, village } = surveys.records
/** What the list was drawn by. */
const fixed = ['division', 'questionnaire', 'villageQuestionnaire', 'fromDay', 'covers', 'unit', 'previous'] as const

/** A campaign keeps what its list was drawn by; when it closes, so do the tasks and the records of its villages. */
export const campaignHooks: RecordHooks<typeof campaign> = {
  prepare({ values, before, action, refuse }) {
    values.listed ??= 0
    if (values.untilDay < values.fromDay) refuse('untilDay', 'campaign.problem.order')
    if (values.previous !== null && values.previous === before?.id) refuse('previous', 'campaign.problem.previous')
    if (action !== 'update' || before === undefined || before.state === 'planned') return
    for (const field of fixed) if (before[field] !== values[field]) refuse(field, 'campaign.problem.kept')
  },
  async check(drafts, { read }) {
    const named = drafts.filter(
      ({ values, before }) => values.previous !== null && values.previous !== before?.previous,
    )
    const ids = named.map(({ values }) => values.previous)
    if (ids.length === 0) return
    const opened = new Set(
      (await read.many(campaign, { id: ids, state: ['open', 'closed'] }, { limit: ids.length })).map(({ id }) => id),
    )
    for (const { values, refuse } of named)
      if (!opened.has(values.previous ?? '')) refuse('previous', 'campaign.problem.previous')
  },
  async after(changes, context) {
    await closeTasks(
      changes.flatMap(({ before, row }) => (row?.state === 'closed' && before?.state !== 'closed' ? [row.id] : [])),
      context,
    )
  },
}

async function closeTasks(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  if (ids.length === 0) return
  for (const record of [assignment, village]) {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(record.table)}
      where campaign = any(${ids}::text[]) and not is_closed order by id`.execute(db)
    await write.updateMany(
      record,
      rows.map((row) => ({ ...row, values: { isClosed: true } })),
    )
  }
}
