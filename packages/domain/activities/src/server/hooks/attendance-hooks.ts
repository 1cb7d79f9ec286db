import { OpenDpfError } from '@opendpf/errors'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { activities, activityKindsOf, attendedStates } from '../../contract/index.js'
import { type Activity, lockActivities, type Session, sessionsOf } from '../activities-of.js'
import { countAnew } from '../count-anew.js'
import { written } from './kept-when-archived.js'

const { attendance, activity } = activities.records
type AttendanceDraft = Draft<typeof attendance>
const attended: readonly string[] = attendedStates

/** Who was there, each once in a session, and what that makes of the figures. */
export const attendanceHooks: RecordHooks<typeof attendance> = {
  prepare({ values, action, refuse }, { clock }) {
    const said = [values.person, values.outsiderName, values.headCount].filter((one) => one !== null)
    if (said.length !== 1) refuse('person', 'attendance.problem.who')
    if (values.headCount !== null && values.headCountReason === null)
      refuse('headCountReason', 'attendance.problem.reason')
    if (values.headCount !== null) values.manner = 'count'
    else if (values.manner === 'count') refuse('manner', 'attendance.problem.manner')
    if (action === 'create') values.signedInAt ??= clock.now().toISOString()
  },
  async check(drafts, context) {
    const sessions = await sessionsOf(
      drafts.flatMap(({ values, before }) => (before ? [before.session, values.session] : [values.session])),
      context,
    )
    const known = await lockActivities(
      [...sessions.values()].map((row) => row.activity),
      context,
    )
    const kinds = activityKindsOf(context.registry)
    for (const draft of written(drafts)) {
      const of = sessions.get(draft.values.session)
      const on = of && known.get(of.activity)
      if (of && on) takeFit(draft, { of, on, isByName: kinds.get(on.kind)?.isByName ?? false, today: context.today })
    }
    await refuseTwice(
      // two entries of people who turn out to be one are no mistake of whoever merges them
      drafts.filter(({ action }) => action === 'create'),
      context,
    )
  },
  async after(changes, context) {
    const sessions = await sessionsOf(
      changes.flatMap(({ before, row }) => [before?.session, row?.session].filter((id) => id !== undefined)),
      context,
    )
    const ids = [...new Set([...sessions.values()].map((row) => row.activity))]
    if (changes.some(({ action }) => action === 'remove') && (await isArchived(ids, context)))
      // hooks do not know the reader's language, so the step has both names
      throw new OpenDpfError('wrong-state', { params: { step: '删除 (delete)' } })
    await countAnew(ids, context)
  },
}

interface Place {
  readonly of: Session
  readonly on: Activity
  readonly isByName: boolean
  readonly today: string
}

function takeFit({ values, action, before, refuse }: AttendanceDraft, { of, on, isByName, today }: Place): void {
  if (isByName && values.headCount !== null) refuse('headCount', 'attendance.problem.byName')
  if (of.heldOn > today) refuse('session', 'attendance.problem.future', { heldOn: of.heldOn })
  // a merge of two entries of a person moves what was archived as well
  const isChanged = action !== 'update' || !before || before.person === values.person
  if (isChanged && !attended.includes(on.state)) refuse('session', 'attendance.problem.closed')
}

async function refuseTwice(made: readonly AttendanceDraft[], { db }: ModuleContext): Promise<void> {
  const named = made.filter(({ values }) => values.person !== null)
  if (named.length === 0) return
  const { rows } = await sql<{ key: string }>`
    select session || ' ' || person as key from activities_attendance
    where session = any(${named.map(({ values }) => values.session)}::text[])
      and person = any(${named.map(({ values }) => values.person)}::text[])`.execute(db)
  const present = new Set(rows.map(({ key }) => key))
  for (const { values, refuse } of named) {
    const key = `${values.session} ${values.person}`
    if (present.has(key)) refuse('person', 'attendance.problem.twice')
    present.add(key)
  }
}

async function isArchived(ids: readonly string[], { read }: ModuleContext): Promise<boolean> {
  return (await read.count(activity, { id: ids, state: 'archived' })) > 0
}
