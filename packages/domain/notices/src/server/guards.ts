import type { GuardAnswer, ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { noticeKindsOf, notices, shownLineStates } from '../contract/index.js'

const { notice, line } = notices.records
const refused: GuardAnswer = {}

/** What must hold before a notice is published, a line is cleared, an objection is decided. */
export const guards = {
  'notice.hasLines': async ({ read }: ModuleContext, { id }: { readonly id: string }): Promise<GuardAnswer> =>
    (await read.count(line, { notice: id, state: 'draft' })) > 0 ? true : refused,

  'line.periodOver': ({ today }: ModuleContext, { lastDay }: { readonly lastDay: string | null }): GuardAnswer =>
    lastDay !== null && today > lastDay ? true : { lastDay: lastDay ?? '—' },

  'objection.independent': async (
    context: ModuleContext,
    row: { readonly notice: string; readonly line: string | null },
  ): Promise<GuardAnswer> => ((await hasHandled(context, row)) ? refused : true),
}

/** Whether the person took one of the steps, on what a line is about, that the kind keeps apart from deciding objections. */
async function hasHandled(
  { actor, read, registry, db }: ModuleContext,
  row: { readonly notice: string; readonly line: string | null },
): Promise<boolean> {
  const of = await read.one(notice, row.notice)
  const verbs = noticeKindsOf(registry).get(of?.kind ?? '')?.decidedByAnotherThan ?? []
  if (verbs.length === 0) return false
  const lines = await read.many(
    line,
    row.line === null ? { notice: row.notice, state: shownLineStates } : { id: row.line },
  )
  if (lines.length === 0) return false
  const records = [...new Set(lines.map(({ subjectRecord }) => subjectRecord))]
  const subjects = lines.map(({ subject }) => subject)
  const { rows } = await sql<{ actor: string }>`
    select distinct on (record, record_id, action) actor from audit_entry
    where record = any(${records}::text[]) and record_id = any(${subjects}::text[]) and action = any(${verbs}::text[])
    order by record, record_id, action, version desc`.execute(db)
  return rows.some((taken) => taken.actor === actor.id)
}
