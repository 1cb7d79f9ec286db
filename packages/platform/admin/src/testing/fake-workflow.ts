import type { HistoryEntry, OpenStep, PlacedRecord, Timeline, Transition } from '@opendpf/kit'
import { personSteps, startsIn } from '@opendpf/kit'

interface Row {
  readonly fields: Readonly<Record<string, unknown>>
  readonly history: readonly HistoryEntry[]
}

/** Who took which step, from the history that is kept here. */
export function timelineOf({ workflow }: PlacedRecord, row: Row): Timeline {
  const steps = (workflow?.transitions ?? {}) as Readonly<Record<string, Transition>>
  return {
    state: String(row.fields[workflow?.field ?? '']),
    entries: row.history.toReversed().flatMap(({ version, from, by, byName, action }) => {
      const to = action === 'create' ? workflow?.initial : steps[action]?.to
      return to === undefined ? [] : [{ version, at: from, by, byName, action, to, reason: null }]
    }),
    deadlines: [],
  }
}

/** Only the first of the steps is possible, so that the reason of a refusal can be seen. */
export function openStepsOf(record: PlacedRecord, row: Row): readonly OpenStep[] {
  const state = String(row.fields[record.workflow?.field ?? ''])
  return personSteps(record)
    .filter(([, step]) => startsIn(step, state))
    .map(([verb, { to }], index) => ({
      verb,
      to,
      isAllowed: index === 0,
      problems: index === 0 ? [] : [{ path: 'state', code: 'guard', message: '材料尚未核对，请先核对' }],
    }))
}
