import { publicActorId, type RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { notices, shownLineStates } from '../../contract/index.js'
import { endSettled } from '../end-settled.js'
import { unsettledLines } from '../open-objections.js'
import { newReceiptCode } from '../receipt-code.js'

const { notice, line, objection } = notices.records
type Objection = typeof objection
type ObjectionDraft = Draft<Objection>
type Line = RowOf<typeof line>

/** Taking and deciding objections: an open one stops its line, or every line when it is about the whole notice. */
export const objectionHooks: RecordHooks<Objection> = {
  prepare(draft, { actor, today }) {
    const { values, action, verb } = draft
    if (action === 'create') {
      const isPublic = actor.id === publicActorId
      values.channel = isPublic ? 'page' : (values.channel ?? 'counter')
      if (!isPublic && values.channel === 'page') draft.refuse('channel', 'objection.problem.page')
      values.receivedOn = isPublic ? today : (values.receivedOn ?? today)
      if (values.receivedOn > today) draft.refuse('receivedOn', 'objection.problem.future')
      values.receiptCode = newReceiptCode()
    }
    if (verb === 'uphold' || verb === 'reject') {
      values.decidedBy = actor.name
      values.decidedOn = today
    }
  },
  async check(drafts, { read }) {
    const made = drafts.filter(({ action }) => action === 'create')
    if (made.length === 0) return
    const ids = [...new Set(made.map(({ values }) => values.notice))]
    const running = new Set((await read.many(notice, { id: ids, state: 'posted' })).map(({ id }) => id))
    const lines = await read.many(line, { notice: ids, state: shownLineStates })
    for (const draft of made) refuseLate(draft, { isRunning: running.has(draft.values.notice), lines })
  },
  async after(changes, context) {
    for (const { row, action } of changes) {
      if (!row) continue
      const verb = action as string
      const about = await linesAbout(row, context)
      if (action === 'create') await take('object', inState(about, ['posted']), context)
      else if (verb === 'uphold') await take('stop', inState(about, shownLineStates), context)
      else if (verb === 'reject') await repost(inState(about, ['objected']), context)
      if (verb === 'uphold' || verb === 'reject') await endSettled([row.notice], context)
    }
  },
}

/** Only what is posted can be objected to, and to the end of its last day. */
function refuseLate(
  { values, refuse }: ObjectionDraft,
  { isRunning, lines }: { readonly isRunning: boolean; readonly lines: readonly Line[] },
): void {
  const own = lines.filter((one) => isRunning && one.notice === values.notice)
  const about = values.line === null ? own : own.filter(({ id }) => id === values.line)
  if (own.length === 0) refuse('notice', 'objection.problem.notRunning')
  else if (about.length === 0) refuse('line', 'objection.problem.lineNotRunning')
  // a line that waits for another decision will be posted again, so it is never too late for it
  else if (about.every(({ state, lastDay }) => state === 'posted' && (lastDay ?? '') < (values.receivedOn ?? '')))
    refuse(values.line === null ? 'notice' : 'line', 'objection.problem.late')
}

async function linesAbout(row: RowOf<Objection>, { read }: ModuleContext): Promise<readonly Line[]> {
  return read.many(line, row.line === null ? { notice: row.notice } : { id: row.line })
}

function inState(lines: readonly Line[], states: readonly Line['state'][]): readonly Line[] {
  return lines.filter(({ state }) => states.includes(state))
}

/** Lines that nobody else objects to are posted again, from today on. */
async function repost(lines: readonly Line[], context: ModuleContext): Promise<void> {
  const disputed = await unsettledLines(
    context.db,
    lines.map(({ id }) => id),
  )
  await take(
    'repost',
    lines.filter(({ id }) => !disputed.has(id)),
    context,
  )
}

async function take(verb: string, lines: readonly Line[], { write }: ModuleContext): Promise<void> {
  if (lines.length === 0) return
  await write.transitionMany(
    line,
    verb,
    lines.map(({ id, version }) => ({ id, version, values: {} })),
  )
}
