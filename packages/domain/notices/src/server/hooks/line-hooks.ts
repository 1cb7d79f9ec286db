import type { RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { factsInWords, type NoticeKind, noticeKindsOf, notices } from '../../contract/index.js'
import { unsettledLines } from '../open-objections.js'
import { periodFrom } from '../period.js'

const { notice, line } = notices.records
type Line = typeof line
type LineDraft = Draft<Line>
type Notice = RowOf<typeof notice>

/** What a line may hold, and how long it is posted. */
export const lineHooks: RecordHooks<Line> = {
  async check(drafts, context) {
    const found = await context.read.many(notice, { id: [...new Set(drafts.map(({ values }) => values.notice))] })
    const known = new Map(found.map((row) => [row.id, row]))
    const kinds = noticeKindsOf(context.registry)
    for (const draft of drafts) {
      const of = known.get(draft.values.notice)
      // a reference to none is refused already
      if (!of) continue
      if (draft.action === 'create') takeFit(draft, { of, kind: kinds.get(of.kind) })
      // a first period begins with the notice, a second one on the day that an objection was rejected
      if (draft.verb === 'post') startPeriod(draft, of, of.fromDay ?? context.today)
      if (draft.verb === 'repost') {
        startPeriod(draft, of, context.today)
        draft.values.restarts += 1
      }
    }
    await refuseDisputed(
      drafts.filter(({ verb }) => verb === 'clear' || verb === 'repost'),
      context,
    )
  },
  async after(changes, { read, write }) {
    const last = new Map<string, RowOf<Line>>()
    for (const { row, action } of changes) {
      if (!row || (action as string) !== 'repost') continue
      const known = last.get(row.notice)
      if (!known || (known.lastDay ?? '') < (row.lastDay ?? '')) last.set(row.notice, row)
    }
    if (last.size === 0) return
    const rows = await read.many(notice, { id: [...last.keys()] })
    await write.updateMany(
      notice,
      rows.flatMap(({ id, version, lastDay }) => {
        const latest = last.get(id)
        if (!latest || (latest.lastDay ?? '') <= (lastDay ?? '')) return []
        return [{ id, version, values: { lastDay: latest.lastDay, isProvisional: latest.isProvisional } }]
      }),
    )
  },
}

/** What is written here is public: a name that is masked, no number, and the facts of the kind alone (PIPL Art. 25). */
function takeFit(
  { values, refuse }: LineDraft,
  { of, kind }: { readonly of: Notice; readonly kind: NoticeKind | undefined },
): void {
  if (of.state !== 'draft' && values.state === 'draft') refuse('notice', 'line.problem.published')
  if (!values.maskedName.includes('*') || /\d/.test(values.maskedName)) refuse('maskedName', 'line.problem.unmasked')
  if (/\d{4}/.test(values.village)) refuse('village', 'line.problem.unmasked')
  if (!kind) refuse('notice', 'line.problem.kind')
  else if (areFacts(kind, values.facts)) values.told = inWords(kind, values.facts)
  else refuse('facts', 'line.problem.facts')
}

function areFacts(kind: NoticeKind, facts: Readonly<Record<string, string>>): boolean {
  const told = Object.entries(facts)
  return (
    told.length === Object.keys(kind.facts).length && told.every(([name, code]) => kind.facts[name]?.codes.has(code))
  )
}

function inWords(kind: NoticeKind, facts: Readonly<Record<string, string>>): string {
  return (
    factsInWords(kind, facts, 'zh-CN')
      .map(({ value }) => value)
      .join('、') || '—'
  )
}

function startPeriod({ values, refuse }: LineDraft, { state, workingDays }: Notice, day: string): void {
  const period = state === 'posted' ? periodFrom(day, workingDays) : undefined
  if (period) Object.assign(values, period)
  else if (state === 'posted') refuse('lastDay', 'notice.problem.noCalendar')
  else refuse('notice', 'line.problem.notPublished')
}

async function refuseDisputed(drafts: readonly LineDraft[], { db }: ModuleContext): Promise<void> {
  const disputed = await unsettledLines(
    db,
    drafts.flatMap(({ before }) => (before ? [before.id] : [])),
  )
  for (const { before, refuse } of drafts)
    if (before && disputed.has(before.id)) refuse('state', 'line.problem.disputed')
}
