import type { ScopedPool } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'

/** One look at personal data. Search words and revealed values are never in it. */
export interface Access {
  readonly actor: Actor
  readonly county: string | null
  readonly kind: 'read' | 'search' | 'history' | 'reveal' | 'export'
  readonly record: string
  readonly recordId?: string
  readonly fields?: readonly string[]
  readonly reason?: string
  readonly rows?: number
}

export interface AccessLog {
  /** Written with the next group, within a fraction of a second. */
  note(access: Access): void
  /** Written before it returns: for what must not be shown unless it is logged. */
  record(access: Access): Promise<void>
  flush(): Promise<void>
  /** Entries that wait and groups that could not be written: anything but 0 failures needs an operator. */
  readonly state: { readonly waiting: number; readonly failures: number }
  close(): Promise<void>
}

interface Line {
  readonly id: string
  readonly at: string
  readonly county: string | null
  readonly actor: string
  readonly actor_name: string
  readonly kind: string
  readonly record: string
  readonly record_id: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly rows: number | null
}

const pause = 200
const group = 2000

/** Access-log rows are written in groups: one statement for everything that was looked at in a fifth of a second. */
export function createAccessLog(pool: ScopedPool, clock: Clock): AccessLog {
  let waiting: Line[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let failures = 0

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting.slice(0, group)
      await pool.use({ level: 'all' }, (session) =>
        session.query({
          name: 'access-log',
          text: 'insert into access_log select * from jsonb_populate_recordset(null::access_log, $1::jsonb) on conflict do nothing',
          values: [JSON.stringify(lines)],
        }),
      )
      waiting = waiting.slice(lines.length)
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // one after the other, and a failed group stays in front of the queue for the next attempt
    running = running.catch(() => {}).then(write)
    return running
  }
  const schedule = (): void => {
    timer ??= setTimeout(() => {
      flush().catch(() => {
        failures += 1
        schedule()
      })
    }, pause)
  }
  const push = (access: Access): void => {
    waiting.push({
      id: uuidv7(),
      at: clock.now().toISOString(),
      county: access.county,
      actor: access.actor.id,
      actor_name: access.actor.name,
      kind: access.kind,
      record: access.record,
      record_id: access.recordId ?? null,
      fields: access.fields ?? [],
      reason: access.reason ?? null,
      rows: access.rows ?? null,
    })
  }

  return {
    note(access) {
      push(access)
      if (waiting.length >= group) flush().catch(schedule)
      else schedule()
    },
    async record(access) {
      push(access)
      await flush()
    },
    flush,
    get state() {
      return { waiting: waiting.length, failures }
    },
    async close() {
      await flush()
    },
  }
}
