import type { RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { noticeKindsOf, notices } from '../../contract/index.js'
import { lockDrafts } from '../../putting/index.js'
import { periodFrom } from '../period.js'

const { notice, line, objection } = notices.records
type Notice = typeof notice
type NoticeDraft = Draft<Notice>
type Change = {
  readonly before: RowOf<Notice> | undefined
  readonly row: RowOf<Notice> | undefined
  readonly action: string
}

/** What the county and the village do with a notice, and what becomes of its lines by it. */
export const noticeHooks: RecordHooks<Notice> = {
  prepare(draft, { actor, today, clock, registry }) {
    const { values, verb } = draft
    const least = noticeKindsOf(registry).get(values.kind)?.workingDays ?? 1
    if (values.workingDays < least) draft.refuse('workingDays', 'notice.problem.tooShort', { least })
    if (draft.action === 'update') refuseLateChange(draft)
    if (verb === 'publish') {
      startPeriod(draft, today)
      values.publishedBy = actor.name
      values.publishedAt = clock.now().toISOString()
    }
    if (verb === 'recordHanging') hang(draft, today)
    if (verb === 'end') values.endedOn = today
    if (verb === 'withdraw') {
      values.withdrawnBy = actor.name
      values.withdrawnAt = clock.now().toISOString()
      values.endedOn = today
    }
  },
  async check(drafts, context) {
    const published = drafts.filter(({ verb }) => verb === 'publish')
    await lockDrafts(
      context.db,
      published.map(({ values }) => values),
    )
    await refuseUnsettled(
      drafts.filter(({ verb }) => verb === 'end'),
      context,
    )
  },
  async after(changes, context) {
    const by = (verb: string) => changes.filter(({ action }) => action === verb) as readonly Change[]
    await postLines(by('publish'), context)
    await moveLines(by('recordHanging'), context)
    await takeDown(by('withdraw'), context)
  },
}

/** What hangs in the village is not changed on paper nobody has seen. */
function refuseLateChange({ before, values, refuse }: NoticeDraft): void {
  if (!before || before.state === 'draft') return
  for (const field of ['title', 'workingDays', 'place', 'objectionPhone', 'objectionAddress'] as const)
    if (before[field] !== values[field]) refuse(field, 'notice.problem.published')
}

function startPeriod({ values, refuse }: NoticeDraft, day: string): void {
  const period = periodFrom(day, values.workingDays)
  if (period) Object.assign(values, period)
  else refuse('workingDays', 'notice.problem.noCalendar')
}

/** A notice that was hung up after it was published is posted from that day on: its working days are full ones in the village too. */
function hang(draft: NoticeDraft, today: string): void {
  const { values, before, refuse } = draft
  const { hungOn } = values
  if (hungOn === null || !before) return
  if (hungOn > today) refuse('hungOn', 'notice.problem.future')
  else if (hungOn > (before.fromDay ?? hungOn)) {
    startPeriod(draft, hungOn)
    // a line whose period has started anew meanwhile may end later
    if ((before.lastDay ?? '') > (values.lastDay ?? '')) values.lastDay = before.lastDay
  }
}

async function refuseUnsettled(drafts: readonly NoticeDraft[], { db }: ModuleContext): Promise<void> {
  if (drafts.length === 0) return
  const ids = drafts.flatMap(({ before }) => (before ? [before.id] : []))
  const { rows } = await sql<{ notice: string }>`
    select notice from notices_line where notice = any(${ids}::text[]) and state in ('draft', 'posted', 'objected')
    union select notice from notices_objection where notice = any(${ids}::text[]) and state = 'open'`.execute(db)
  const unsettled = new Set(rows.map((row) => row.notice))
  for (const { before, refuse } of drafts)
    if (before && unsettled.has(before.id)) refuse('state', 'notice.problem.unsettled')
}

async function postLines(published: readonly Change[], { read, write }: ModuleContext): Promise<void> {
  if (published.length === 0) return
  const lines = await read.many(line, { notice: idsOf(published), state: 'draft' })
  await write.transitionMany(
    line,
    'post',
    lines.map(({ id, version }) => ({ id, version, values: {} })),
  )
}

async function moveLines(hung: readonly Change[], { read, write }: ModuleContext): Promise<void> {
  const later = hung.flatMap(({ before, row }) => (row && before && before.fromDay !== row.fromDay ? [row] : []))
  if (later.length === 0) return
  const days = new Map(later.map(({ id, fromDay, workingDays }) => [id, { fromDay: fromDay ?? '', workingDays }]))
  const lines = await read.many(line, { notice: [...days.keys()], state: 'posted' })
  const moved = lines.flatMap(({ id, version, notice: of, fromDay }) => {
    const day = days.get(of)
    const period = day && (fromDay ?? '') < day.fromDay ? periodFrom(day.fromDay, day.workingDays) : undefined
    return period ? [{ id, version, values: period }] : []
  })
  if (moved.length > 0) await write.updateMany(line, moved)
}

async function takeDown(withdrawn: readonly Change[], { read, write }: ModuleContext): Promise<void> {
  for (const { row } of withdrawn) {
    if (!row) continue
    const withdrawReason = row.withdrawReason
    const lines = await read.many(line, { notice: row.id, state: ['draft', 'posted', 'objected'] })
    await write.transitionMany(
      line,
      'withdraw',
      lines.map(({ id, version }) => ({ id, version, values: { withdrawReason } })),
    )
    const open = await read.many(objection, { notice: row.id, state: 'open' })
    await write.transitionMany(
      objection,
      'lapse',
      open.map(({ id, version }) => ({ id, version, values: {} })),
    )
  }
}

function idsOf(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ row }) => (row ? [row.id] : []))
}
