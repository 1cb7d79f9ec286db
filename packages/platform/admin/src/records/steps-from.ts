import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { personSteps, startsIn } from '@opendpf/kit'

/** The steps of a row's workflow that lead on from where it stands. */
export function stepsFrom(record: PlacedRecord, row: Pick<RecordAnswer, 'fields'>): readonly string[] {
  const { workflow } = record
  if (!workflow) return []
  const state = row.fields[workflow.field]
  return personSteps(record)
    .filter(([, step]) => typeof state === 'string' && startsIn(step, state))
    .map(([verb]) => verb)
}
