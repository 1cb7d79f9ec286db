import type { Limits, PlacedRecord, Registry, Workflow, WorkflowClock } from '@opendpf/kit'
import { variedLimits } from '@opendpf/kit'
import type { IsoDate } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import type { Row } from '../platform/codec.js'
import type { CountyLimits } from './county-limits.js'
import { type DeadlineRow, datesOf, standingOf, waitIn } from './deadline-row.js'

/** One clock of one row that has changed. */
export interface Follow {
  readonly registry: Pick<Registry, 'modules'>
  readonly record: PlacedRecord
  readonly workflow: Workflow
  readonly name: string
  readonly clock: WorkflowClock
  /** `create`, `restore`, or the verb of the step. */
  readonly action: string
  readonly before: Row | undefined
  readonly row: Row
  /** The deadline of this clock that has not ended. */
  readonly running: DeadlineRow | undefined
  /** Of a row that is brought back: the deadline that went with it. Its period has gone on meanwhile. */
  readonly removed: DeadlineRow | undefined
  readonly limits: CountyLimits
  readonly today: IsoDate
  readonly now: string
  readonly title: string
}

/** The deadline as it is after its row has changed; undefined when the clock neither runs nor starts. */
export function nextDeadline(follow: Follow): Row | undefined {
  const { record, workflow, name, clock, action, before, row, running, removed, limits, today, now } = follow
  const known = running ?? removed
  const state = String(row[workflow.field])
  if (!known && !starts(clock, workflow, before, row)) return undefined
  const isElsewhere = known === undefined || (running !== undefined && before?.[workflow.field] !== state)
  const course = {
    limits: known?.course.limits ?? limits.limitsOf(row, name, ...declaredFor(follow)),
    stretches: [...(known?.course.stretches ?? []), ...(isElsewhere ? [{ state, from: now }] : [])],
  }
  const { reading, fields } = datesOf(clock, course, today)
  return {
    ...known,
    ...(running ? {} : { id: uuidv7(), record: record.ref, rowId: row.id, clock: name }),
    ...fields,
    // who was reminded is not reminded again while the end stays where it is
    ...(known && known.dueOn === fields.dueOn ? { remindOn: known.remindOn } : {}),
    ...waitIn(workflow, state),
    title: follow.title,
    pauseNote: isElsewhere ? null : (known?.pauseNote ?? null),
    state: isElsewhere
      ? standingOf(reading, { was: running?.state, isEscape: action === clock.escape })
      : (known?.state ?? 'running'),
    division: row.division,
    county: row.county,
    town: row.town,
    version: 0,
    recordedAt: now,
    recordedBy: '',
  } as Row
}

/** The limits that a clock declares for a row, and the value they are about where they vary. */
function declaredFor({ registry, record, name, clock, row }: Follow): [Limits, string?] {
  const { statutory, promised, vary } = clock
  const common = { statutory, ...(promised ? { promised } : {}) }
  const value = vary ? row[vary.field] : undefined
  return typeof value === 'string'
    ? [variedLimits(registry, { record, clock: name, value }) ?? common, value]
    : [common]
}

/** A clock starts when its row enters one of its states; a window that has ended is not opened again by a step within it. */
export function starts(
  { runs, paused = {}, isWindow = false }: WorkflowClock,
  { field }: Workflow,
  before: Row | undefined,
  row: Row,
): boolean {
  const was = before?.[field]
  if (was === row[field] || !runs.includes(String(row[field]))) return false
  return !isWindow || !(runs.includes(String(was)) || Object.hasOwn(paused, String(was)))
}
