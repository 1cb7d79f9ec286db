import type { PlacedRecord } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { type Locale, texts } from '@opendpf/messages'
import * as z from 'zod'
import { ownTemplates } from '../contract/index.js'
import { type EventSource, notificationSources, ownersOf } from '../telling/index.js'

const payloadSchema = z.object({ id: z.string(), record: z.string(), rowId: z.string(), clock: z.string() })
type Values = Readonly<Record<string, unknown>>
type Placeholder = 'record' | 'title' | 'clock' | 'day'

/** A deadline that still runs, or was missed, with the row that has to keep it and whoever can act on that. */
const ofDeadline: EventSource<Placeholder> = async ({ payload }, context) => {
  const { id, record: ref, rowId, clock } = payloadSchema.parse(payload)
  const { registry } = context
  const record = registry.records.get(ref)
  if (!record?.workflow) return []
  const deadline = await rowOf(registry.record('system.deadline'), id, context)
  const row = await rowOf(record, rowId, context)
  // it was kept, or taken back, before this was told
  if (!deadline || !row || deadline['endedOn'] !== null) return []
  const say = (key: string) => (locale: Locale) => registry.text(record.module, locale, key)
  const both = (say: (locale: Locale) => string) => texts(say('zh-CN'), say('en'))
  return [
    {
      subject: { record, id: rowId },
      place: row as { county: string | null; town: string | null; division: string | null },
      owners: ownersOf(record, String(row[record.workflow.field])),
      values: {
        record: both(say(record.name)),
        clock: both(say(`${record.name}.clock.${clock}`)),
        title: String(deadline['title']),
        day: String(deadline['dueOn'] ?? ''),
      },
    },
  ]
}

async function rowOf(record: PlacedRecord, id: string, { read }: ModuleContext): Promise<Values | undefined> {
  return (await read.one(record, id)) as Values | undefined
}

/** What stands behind the engine's own templates. */
export const ownSources = notificationSources(ownTemplates, {
  deadlineMissed: ofDeadline,
  deadlineApproaching: ofDeadline,
})
