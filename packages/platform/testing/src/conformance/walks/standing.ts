import type { PlacedRecord, WorkflowClock } from '@opendpf/kit'
import { fieldMeta, snakeCase } from '@opendpf/kit'
import type { Subject } from '../subject.js'

/** A period of a row that has not ended. */
interface OpenPeriod {
  readonly clock: string
  readonly paused_since: string | null
}

/** How a row stands, with its past and its periods. */
export interface Standing {
  readonly state: string
  readonly version: number
  /** All that is kept of the row now, to see whether it changed. */
  readonly whole: string
  /** The versions that the history and the audit log have, in their order. */
  readonly history: readonly number[]
  readonly audited: readonly number[]
  readonly periods: readonly OpenPeriod[]
}

/** Reads how a row stands, past the application. */
export async function readStanding(record: PlacedRecord, subject: Subject, id: string): Promise<Standing> {
  const field = snakeCase(record.workflow?.field ?? '')
  return subject.server.platform.pool.use({ level: 'all' }, async (session) => {
    const [row] = await session.query<{ state: string; version: number; whole: string }>({
      text: `select ${field} as state, version, t::text as whole from ${record.table} t where id = $1`,
      values: [id],
    })
    if (!row) throw new Error(`a sample of ${record.ref} is gone`)
    const versions = async (text: string, values: readonly unknown[]): Promise<readonly number[]> =>
      (await session.query<{ version: number }>({ text, values })).map(({ version }) => version)
    return {
      ...row,
      history: await versions(`select version from ${record.table}_history where id = $1 order by version`, [id]),
      audited: await versions('select version from audit_entry where record = $1 and record_id = $2 order by version', [
        record.ref,
        id,
      ]),
      periods: await session.query<OpenPeriod & Record<string, unknown>>({
        text: 'select clock, paused_since from system_deadline where record = $1 and row_id = $2 and ended_on is null order by id',
        values: [record.ref, id],
      }),
    }
  })
}

/** What must hold of a row whose step was refused. */
export function checkUntouched(before: Standing, after: Standing, report: (problem: string) => void): void {
  if (JSON.stringify(after) !== JSON.stringify(before)) report('was refused, and changed something all the same')
}

/** What must hold of a row whatever was done to it. */
export function checkStanding(record: PlacedRecord, standing: Standing, report: (problem: string) => void): void {
  const { state, version, history, audited, periods } = standing
  const { workflow } = record
  if (!fieldMeta(record, workflow?.field ?? '').choices?.includes(state)) report(`left the unknown state "${state}"`)
  const past = Array.from({ length: version - 1 }, (_, index) => index + 1)
  if (history.join() !== past.join()) report(`left a history of versions ${history.join()} at version ${version}`)
  if (audited.join() !== [...past, version].join())
    report(`left audit entries of versions ${audited.join()} at version ${version}`)
  for (const [name, { runs, paused = {} }] of Object.entries<WorkflowClock>(workflow?.clocks ?? {})) {
    const open = periods.filter(({ clock }) => clock === name)
    if (open.length > 1) report(`left the clock "${name}" running ${open.length} times`)
    const [period] = open
    if (runs.includes(state)) {
      if (!period) report(`left the clock "${name}" not running in "${state}"`)
      else if (period.paused_since !== null) report(`left the clock "${name}" standing still in "${state}"`)
    } else if (state in paused) {
      if (period && period.paused_since === null) report(`left the clock "${name}" running in "${state}"`)
    } else if (period) report(`left the clock "${name}" running in "${state}"`)
  }
}
