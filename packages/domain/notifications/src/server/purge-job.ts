import type { TimeLimit } from '@opendpf/kit'
import { defineJob, type ModuleContext } from '@opendpf/kit/server'
import { addDays, addMonths } from '@opendpf/standards'
import { sql } from 'kysely'
import * as z from 'zod'
import { notifications } from '../contract/index.js'

const { message } = notifications.records
const page = 500

/** Removes messages that are older than their county keeps them, every night. What still waits to be sent stays. */
export const purgeJob = defineJob({
  input: z.strictObject({}),
  title: 'job.purge',
  schedule: { dailyAt: '03:50' },
  async run(_, job) {
    let removed = 0
    for (const { divisions, before } of await job.transaction(keptSince))
      for (let count = page; count === page; ) {
        job.signal.throwIfAborted()
        count = await job.transaction((context) => removeOld(divisions, before, context))
        removed += count
        await job.progress(removed, removed)
      }
    return { removed }
  },
})

interface Cutoff {
  readonly divisions: readonly string[]
  readonly before: string
}

/** From which day on divisions keep messages, by what they decided. */
async function keptSince({ db, periods, today }: ModuleContext): Promise<readonly Cutoff[]> {
  const { rows } = await sql<{ division: string; county: string; town: string | null }>`
    select distinct division, county, town from notifications_message`.execute(db)
  const periodOf = await periods(message, 'kept', [...new Set(rows.map(({ county }) => county))])
  const byDay = Map.groupBy(rows, (place) => backBy(today, periodOf(place)))
  return [...byDay].map(([before, places]) => ({ before, divisions: places.map(({ division }) => division) }))
}

function backBy(today: string, period: TimeLimit): string {
  if ('months' in period) return addMonths(today, -period.months)
  return addDays(today, -('days' in period ? period.days : period.workingDays))
}

async function removeOld(
  divisions: readonly string[],
  before: string,
  { db, write, registry }: ModuleContext,
): Promise<number> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from notifications_message
    where division = any(${divisions}::text[]) and state <> 'queued'
      and queued_at < (${before}::date)::timestamp at time zone 'Asia/Shanghai'
    order by queued_at, id limit ${page} for update skip locked`.execute(db)
  await write.removeMany(message, rows, registry.text(notifications.id, 'zh-CN', 'message.reason.kept'))
  return rows.length
}
