import type { RecordAnswer } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'

/** Where a job stands, as pages show it. */
export interface JobView {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly isOver: boolean
  readonly message: string | undefined
  /** What it came to, as the job itself says. */
  readonly result: Readonly<Record<string, unknown>> | undefined
}

const over = new Set(['done', 'failed', 'cancelled'])
const pause = 1500

/** Reads a job's row. */
export function readJob(row: RecordAnswer): JobView {
  const { kind, state, progressDone, progressTotal, message, result } = row.fields
  return {
    id: row.id,
    kind: typeof kind === 'string' ? kind : row.title,
    state: String(state),
    done: typeof progressDone === 'number' ? progressDone : 0,
    total: typeof progressTotal === 'number' ? progressTotal : 0,
    isOver: over.has(String(state)),
    message: typeof message === 'string' ? message : undefined,
    result: typeof result === 'object' && result !== null ? (result as Readonly<Record<string, unknown>>) : undefined,
  }
}

/** Follows one job until it is over. */
export function useJob(id: string | undefined) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['job', id],
    enabled: id !== undefined,
    queryFn: async () => readJob(await api.get<RecordAnswer>(`/system/jobs/${encodeURIComponent(id ?? '')}`)),
    refetchInterval: (query) => (query.state.data?.isOver || query.state.error ? false : pause),
  })
}
