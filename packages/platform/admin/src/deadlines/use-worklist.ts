import type { ListAnswer } from '@opendpf/kit'
import { addDays, todayIn } from '@opendpf/standards'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'

/** What of the open deadlines is shown. */
export interface WorklistFilter {
  readonly show?: 'overdue' | 'week' | undefined
  readonly owner?: string | undefined
  readonly record?: string | undefined
  readonly limit?: number | undefined
}

const week = 7

/** Open deadlines by their last day, the most overdue first; those that stand still come last. */
export function useWorklist({ show, owner, record, limit }: WorklistFilter, isEnabled = true) {
  const { api, clock } = useAdmin()
  const today = todayIn(clock)
  const until = { overdue: addDays(today, -1), week: addDays(today, week) }
  return useInfiniteQuery({
    // a change of any row may move a deadline
    queryKey: ['list', 'system.deadline', { show, owner, record, limit, today }],
    enabled: isEnabled,
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({
        'endedOn.empty': 'true',
        ...(show ? { 'dueOn.to': until[show] } : {}),
        ...(owner ? { owner } : {}),
        ...(record ? { record } : {}),
        ...(limit ? { limit: String(limit) } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      })
      return api.get<ListAnswer>(`/system/deadlines?${params}`)
    },
    getNextPageParam: (last) => last.next,
  })
}
