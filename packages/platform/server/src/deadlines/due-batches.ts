import { todayIn } from '@opendpf/standards'
import type { PlatformJob } from '../jobs/platform-job.js'
import { systemActor } from '../platform/actors.js'

/** A deadline that something is due about. */
export interface DueDeadline {
  readonly id: string
  readonly record: string
  readonly row_id: string
  readonly clock: string
}

/** What a nightly run did with a batch. */
export interface NightCounts {
  readonly elapsed?: number
  readonly missed?: number
  readonly refused?: number
  readonly reminded?: number
  readonly settled?: number
}

const size = 500

const conditions = {
  due: { key: 'due_on', where: `ended_on is null and state = 'running' and due_on < $1::date` },
  reminder: { key: 'remind_on', where: `ended_on is null and state = 'running' and remind_on <= $1::date` },
  unsettled: {
    key: 'started_on',
    where: `ended_on is null and state = 'running' and is_provisional and $1::date is not null`,
  },
} as const

/**
 * Deadlines that something is due about today, in batches by keyset: what stays due because a guard refused it is passed over, and no
 * more than one batch is in memory.
 */
export async function* dueBatches(
  { platform }: Pick<PlatformJob, 'platform'>,
  kind: keyof typeof conditions,
): AsyncGenerator<readonly DueDeadline[]> {
  const { key, where } = conditions[kind]
  const today = todayIn(platform.clock)
  for (let last: readonly [string, string] = ['0001-01-01', '']; ; ) {
    const rows = await platform.pool.use(systemActor.scope, (session) =>
      session.query<DueDeadline & { at: string }>({
        text: `select id, record, row_id, clock, ${key}::text as at from system_deadline where ${where} and (${key}, id) > ($2::date, $3) order by ${key}, id limit ${size}`,
        values: [today, ...last],
      }),
    )
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (!end || rows.length < size) return
    last = [end.at, end.id]
  }
}
