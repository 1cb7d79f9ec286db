import type { RecordAnswer } from '@opendpf/kit'

/** The fields of a deadline, as the platform's own pages read them. */
export interface DeadlineFields {
  readonly title: string
  readonly record: string
  readonly rowId: string
  readonly clock: string
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'elapsed'
  readonly owner: string
  readonly step: string
  readonly startedOn: string
  readonly dueOn: string | null
  readonly promisedOn: string | null
  readonly pausedSince: string | null
  readonly pauseReason: string | null
  readonly pauseNote?: string | null
  readonly endedOn: string | null
  readonly isProvisional: boolean
}

/** Reads a row of `system.deadline`. */
export function readDeadline({ fields }: Pick<RecordAnswer, 'fields'>): DeadlineFields {
  return fields as unknown as DeadlineFields
}
