import type { Actor, PlacedRecord, Timeline, TimelineEntry } from '@opendpf/kit'
import { stepsOf } from '@opendpf/kit'
import { deadlineRecord } from '../deadlines/read-deadlines.js'
import { codecOf, type StoredRow } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { answerRows } from '../read/answer-rows.js'
import type { ReadPath } from '../read/read-path.js'

/** For whom a row is looked at. */
export interface Viewer {
  readonly platform: Platform
  readonly actor: Actor
  readonly readPath: ReadPath
}

type Deed = Omit<TimelineEntry, 'to'> & Readonly<Record<string, unknown>>

/** The steps of a row with who took them, when and why, and its deadlines. Whoever may read the row may read it: it shows no values. */
export async function readTimeline(
  record: PlacedRecord,
  id: string,
  { platform, actor, readPath }: Viewer,
): Promise<Timeline> {
  // not found, or outside the territory, ends here
  const row = await readPath.one(record, id)
  const steps = new Map(stepsOf(record))
  const told = ['create', 'remove', 'restore', ...steps.keys()]
  const deadline = deadlineRecord(platform)
  const codec = codecOf(deadline, platform.crypto)
  return platform.pool.use(actor.scope, async (session) => {
    const deeds = await session.query<Deed>({
      text: 'select version, at, action, actor as "by", actor_name as "byName", reason from audit_entry where record = $1 and record_id = $2 and action = any($3::text[]) order by version',
      values: [record.ref, id, told],
    })
    const deadlines = await session.query<StoredRow>({
      text: `select ${codec.list} from system_deadline where record = $1 and row_id = $2 order by started_on, id`,
      values: [record.ref, id],
    })
    return {
      state: String(row.fields[record.workflow?.field ?? '']),
      entries: deeds.map((deed) => {
        const to = deed.action === 'create' ? record.workflow?.initial : steps.get(deed.action)?.to
        return { ...deed, ...(to === undefined ? {} : { to }) }
      }),
      deadlines: await answerRows(deadline, deadlines.map(codec.decode), {
        platform,
        session,
        scope: actor.scope,
        fields: [...deadline.list.columns, 'pauseNote'],
      }),
    }
  })
}
