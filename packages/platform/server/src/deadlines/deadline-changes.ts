import type { Session } from '@opendpf/database'
import type { Actor, PlacedRecord, Workflow, WorkflowClock } from '@opendpf/kit'
import { businessDateOf } from '@opendpf/standards'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { answerRows } from '../read/answer-rows.js'
import type { StoredChange } from '../write/write-session.js'
import { type CountyLimits, readCountyLimits } from './county-limits.js'
import { nextDeadline, starts } from './next-deadline.js'
import { deadlineRecord, openDeadlines, removedDeadlines } from './read-deadlines.js'

export interface DeadlineTools {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
  /** The instant of the transaction. */
  readonly now: string
}

const declaredLimits: CountyLimits = { limitsOf: (_, __, declared) => declared }

/**
 * What happens to deadlines when rows of a record change: clocks start, stand still, go on and end, and deadlines lie where their rows
 * lie. A fixed number of queries, however many rows there are.
 */
export async function deadlineChanges(
  record: PlacedRecord,
  changes: readonly StoredChange[],
  tools: DeadlineTools,
): Promise<readonly StoredChange[]> {
  const { workflow } = record
  const clocks = Object.entries<WorkflowClock>(workflow?.clocks ?? {})
  if (!workflow || clocks.length === 0) return []
  const moved = changes.filter((change) => hasMoved(record, workflow, change))
  if (moved.length === 0) return []
  const idsOf = (one: StoredChange): readonly string[] => (one.before ? [one.before.id] : [])
  const open = await openDeadlines(record, moved.flatMap(idsOf), tools)
  const back = moved.flatMap(({ action, row }) => (action === 'restore' && row ? [row.id] : []))
  const removed = await removedDeadlines(record, back, tools)
  const rows = moved.flatMap(({ row }) => (row ? [row] : []))
  const titles = await titlesOf(record, rows, tools)
  const today = businessDateOf(new Date(tools.now))
  const isStarting = moved.some(({ before, row }) =>
    clocks.some(([, clock]) => row && starts(clock, workflow, before, row)),
  )
  const counties = rows.map(({ county }) => county)
  const limits = isStarting ? await readCountyLimits(record, counties, { ...tools, today }) : declaredLimits
  const deadline = deadlineRecord(tools.platform)
  return moved.flatMap(({ before, row, action }): readonly StoredChange[] => {
    const present = before ? (open.get(before.id) ?? []) : []
    if (!row) return present.map((one) => ({ record: deadline, action: 'remove', before: one, row: undefined }))
    const gone = removed.get(row.id) ?? []
    return clocks.flatMap(([name, clock]) => {
      const running = present.find((one) => one.clock === name)
      const next = nextDeadline({
        ...{ record, workflow, name, clock, action, before, row, running, limits, today },
        registry: tools.platform.registry,
        removed: gone.find((one) => one.clock === name),
        now: tools.now,
        title: titles.get(row.id) ?? '—',
      })
      return next ? [{ record: deadline, action: running ? 'update' : 'create', before: running, row: next }] : []
    })
  })
}

function hasMoved({ title }: PlacedRecord, { field }: Workflow, { before, row }: StoredChange): boolean {
  return !before || !row || [field, 'division', title].some((name) => (before[name] ?? null) !== (row[name] ?? null))
}

async function titlesOf(
  record: PlacedRecord,
  rows: readonly Row[],
  { platform, session, actor }: DeadlineTools,
): Promise<ReadonlyMap<string, string>> {
  const answers = await answerRows(record, rows, { platform, session, scope: actor.scope, fields: [] })
  return new Map(answers.map(({ id, title }) => [id, title]))
}
