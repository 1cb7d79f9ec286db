import type { PlacedRecord, RecordAnswer, Transition } from '@opendpf/kit'

/** The steps of a row's workflow that lead on from where it stands. */
export function stepsFrom(record: PlacedRecord, row: Pick<RecordAnswer, 'fields'>): readonly string[] {
  const { workflow } = record
  if (!workflow) return []
  const state = row.fields[workflow.field]
  return Object.entries<Transition>(workflow.transitions)
    .filter(([, step]) => typeof state === 'string' && [step.from].flat().includes(state))
    .map(([verb]) => verb)
}
